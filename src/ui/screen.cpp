// Drawing goes to the current window of Dear ImGui; a press may come from there or from the page.
#include "ui/screen.h"

#include <algorithm>

namespace tenfold::ui {
namespace {

ImFont* face(const Screen& screen, bool bold) {
  return bold ? screen.fonts.bold : screen.fonts.regular;
}

ImFont* load(std::span<const unsigned char> bytes) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  // ImGui takes a mutable pointer but does not write when it does not own the data.
  auto* data = const_cast<unsigned char*>(bytes.data());
  return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 16,
                                                    &config);
}

ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

bool contains(const std::vector<std::uint32_t>& ids, std::uint32_t id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The last thing that the page said about a native input.
const MirrorInput::ValueChange* change_of(const Screen& screen, std::uint32_t id) {
  const MirrorInput::ValueChange* last = nullptr;
  for (const MirrorInput::ValueChange& change : screen.input.changed) {
    if (change.id == id) last = &change;
  }
  return last;
}

}  // namespace

Fonts load_fonts(std::span<const unsigned char> regular, std::span<const unsigned char> bold) {
  return {load(regular), load(bold)};
}

float text_width(const Screen& screen, std::string_view text, float px, bool bold) {
  return face(screen, bold)
      ->CalcTextSizeA(px, FLT_MAX, 0, text.data(), text.data() + text.size())
      .x;
}

void draw_text(const Screen& screen, float x, float y, std::string_view text, float px, Color color,
               bool bold) {
  canvas().AddText(face(screen, bold), px, screen.at(x, y), color, text.data(),
                   text.data() + text.size());
}

std::string fit_text(const Screen& screen, std::string_view text, float px, float width,
                     bool bold) {
  if (text_width(screen, text, px, bold) <= width) return std::string(text);
  std::string cut(text);
  while (!cut.empty()) {
    // Drop one whole UTF-8 character.
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0u) == 0x80u) {
      cut.pop_back();
    }
    if (!cut.empty()) cut.pop_back();
    if (text_width(screen, cut + "…", px, bold) <= width) return cut + "…";
  }
  return "…";
}

void open_group(const Screen& screen, Role role, std::string_view key, std::string_view name,
                const Rect& rect) {
  Node node;
  node.id = node_id(key);
  node.role = role;
  node.layer = screen.layer;
  node.name = name;
  node.rect = rect;
  const std::uint32_t id = node.id;
  screen.mirror.add(std::move(node));
  screen.mirror.open(id);
}

void draw_focus(const Screen& screen, const Node& node) {
  if (screen.input.focused != node.id || !screen.input.focus_visible) return;
  Rect ring = node.rect;
  ring.x -= 3;
  ring.y -= 3;
  ring.width += 6;
  ring.height += 6;
  stroke_rect(screen, ring, screen.colors.accent, 2, size::kRound + 3);
}

Pressed pressable(Screen& screen, Node node) {
  Pressed result;
  node.layer = screen.layer;
  if (!node.disabled) {
    ImGui::SetCursorScreenPos(screen.at(node.rect.x, node.rect.y));
    ImGui::PushID(static_cast<int>(node.id));
    result.pressed = ImGui::InvisibleButton(
        "press", {std::max(node.rect.width, 1.0f), std::max(node.rect.height, 1.0f)});
    ImGui::PopID();
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive();
    result.pressed = result.pressed || contains(screen.input.activated, node.id);
  }
  draw_focus(screen, node);
  screen.mirror.add(std::move(node));
  return result;
}

std::optional<double> moved_to(const Screen& screen, const Node& node) {
  const MirrorInput::ValueChange* change = change_of(screen, node.id);
  return change == nullptr ? std::nullopt : std::optional(change->value);
}

std::optional<double> slider(Screen& screen, Node node) {
  const Palette& c = screen.colors;
  const Rect& track = node.rect;
  const auto share = static_cast<float>((node.now - node.low) / (node.high - node.low));
  const float y = track.y + track.height / 2;
  const float knob = track.x + 10 + (track.width - 20) * std::clamp(share, 0.0f, 1.0f);
  const Color color = node.disabled ? c.muted : c.accent;
  draw_line(screen, track.x, y, track.x + track.width, y, c.control, 3);
  draw_line(screen, track.x, y, knob, y, color, 3);
  canvas().AddCircleFilled(screen.at(knob, y), 9, color);
  return bare_slider(screen, std::move(node));
}

std::optional<double> bare_slider(Screen& screen, Node node) {
  node.role = Role::slider;
  node.layer = screen.layer;
  draw_focus(screen, node);
  const std::optional<double> moved = moved_to(screen, node);
  screen.mirror.add(std::move(node));
  return moved;
}

std::optional<Stroke> drawable(Screen& screen, Node node) {
  node.role = Role::drawing;
  node.layer = screen.layer;
  ImGui::SetCursorScreenPos(screen.at(node.rect.x, node.rect.y));
  ImGui::PushID(static_cast<int>(node.id));
  ImGui::InvisibleButton("draw", {node.rect.width, node.rect.height});
  ImGui::PopID();
  screen.mirror.add(std::move(node));
  // The frame that sees the pointer lifted has the stroke's last piece.
  const bool ends = ImGui::IsItemDeactivated();
  if ((!ImGui::IsItemActive() && !ends) || !ImGui::IsMousePosValid()) return std::nullopt;
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 to = io.MousePos - screen.origin;
  return Stroke{.from = ImGui::IsItemActivated() ? to : to - io.MouseDelta, .to = to};
}

std::optional<std::string> text_input(Screen& screen, Node node) {
  node.role = Role::text_input;
  node.layer = screen.layer;
  fill_rect(screen, node.rect, screen.colors.card);
  stroke_rect(screen, node.rect, screen.colors.control);
  draw_focus(screen, node);
  const MirrorInput::ValueChange* change = change_of(screen, node.id);
  screen.mirror.add(std::move(node));
  return change == nullptr ? std::nullopt : std::optional(change->text);
}

void fill_rect(const Screen& screen, const Rect& rect, Color color, float round) {
  canvas().AddRectFilled(screen.at(rect.x, rect.y),
                         screen.at(rect.x + rect.width, rect.y + rect.height), color, round);
}

void stroke_rect(const Screen& screen, const Rect& rect, Color color, float thickness,
                 float round) {
  // Half a pixel in, so that a 1 px line covers one row of pixels.
  canvas().AddRect(screen.at(rect.x + 0.5f, rect.y + 0.5f),
                   screen.at(rect.x + rect.width - 0.5f, rect.y + rect.height - 0.5f), color, round,
                   0, thickness);
}

void draw_line(const Screen& screen, float x1, float y1, float x2, float y2, Color color,
               float thickness) {
  canvas().AddLine(screen.at(x1, y1), screen.at(x2, y2), color, thickness);
}

Color faded(Color color, float alpha) {
  const auto a = static_cast<std::uint32_t>(std::clamp(alpha, 0.0f, 1.0f) * 255.0f + 0.5f);
  return (color & 0x00FFFFFFu) | (a << 24);
}

}  // namespace tenfold::ui
