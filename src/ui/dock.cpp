// It is pressed in its place in the reading order, and drawn when the page below it is there.
#include "ui/dock.h"

#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

constexpr float kButton = 48;

}  // namespace

bool Dock::press(Node node, std::string label) {
  const Viewport& viewport = screen_.viewport;
  const float y = viewport.height - (kHeight + kButton) / 2;
  node.rect = {x_, y, width_, kButton};
  node.layer = screen_.layer;
  node_ = node;
  label_ = std::move(label);
  is_taken_ = true;
  ImGui::PushClipRect(ImVec2(0, y), ImVec2(viewport.width, viewport.height), false);
  const Pressed state = pressable(screen_, std::move(node));
  ImGui::PopClipRect();
  is_hovered_ = state.hovered;
  return state.pressed;
}

void Dock::draw() const {
  if (!is_taken_) return;
  const Palette& c = screen_.colors;
  const Viewport& viewport = screen_.viewport;
  const float top = viewport.height - kHeight;
  const Rect& r = node_.rect;
  const float px = size::kBody;
  fill_rect(screen_, {0, top, viewport.width, kHeight}, c.page, 0);
  draw_line(screen_, 0, top + 0.5f, viewport.width, top + 0.5f, c.line);
  if (node_.disabled) {
    fill_rect(screen_, r, c.card);
    stroke_rect(screen_, r, c.line);
  } else {
    draw_shadow(screen_, r, Depth::card, size::kRound);
    fill_rect(screen_, r, is_hovered_ ? mixed(c.accent, c.text, 0.2f) : c.accent);
  }
  const std::string label = fit_text(screen_, label_, px, r.width - 24, true);
  draw_text(screen_, r.x + (r.width - text_width(screen_, label, px, true)) / 2,
            r.y + (r.height - px) / 2 - 1, label, px, node_.disabled ? c.muted : c.on_accent, true);
  draw_focus(screen_, node_);
}

}  // namespace tenfold::ui
