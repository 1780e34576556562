// What is pressed, moved, typed and chosen in a column.
#include <algorithm>
#include <cmath>

#include "ui/column.h"
#include "ui/dock.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

constexpr float kButtonPx = 15;
constexpr float kButtonPad = 14;
constexpr float kOptionIndent = 40;
constexpr float kOptionLine = 24;

constexpr float kButtonIcon = 14;

float icon_room(const Column::RowButton& item) { return item.icon ? kButtonIcon + 7 : 0; }

void draw_button(const Screen& screen, const Rect& rect, std::string_view label, float label_width,
                 const Column::RowButton& item, bool hovered) {
  const Palette& c = screen.colors;
  const bool filled = item.weight == Weight::primary && !item.disabled;
  const bool soft = item.weight == Weight::soft;
  const bool chosen = item.pressed == 1 || item.expanded == 1;
  if (filled) {
    draw_shadow(screen, rect, Depth::card, size::kRound);
    fill_rect(screen, rect, hovered ? mixed(c.accent, c.text, 0.2f) : c.accent);
  } else if (item.weight != Weight::ghost || hovered) {
    fill_rect(screen, rect, (soft && !item.disabled) || chosen || hovered ? c.accent_soft : c.card);
    const bool has_edge = item.weight == Weight::plain || item.disabled;
    if (has_edge) {
      stroke_rect(screen, rect, item.disabled ? c.line : chosen ? c.accent : c.control);
    }
  }
  const Color ink = item.disabled ? c.muted : filled ? c.on_accent : c.accent;
  float x = rect.x + (rect.width - label_width - icon_room(item)) / 2;
  if (item.icon) {
    draw_icon(screen, *item.icon, x, rect.y + (rect.height - kButtonIcon) / 2, kButtonIcon, ink);
    x += icon_room(item);
  }
  draw_text(screen, x, rect.y + (rect.height - kButtonPx) / 2 - 1, label, kButtonPx, ink, true);
}

// The circle of a radio button or the square of a check box.
void draw_mark(const Screen& screen, float x, float y, bool several, bool checked) {
  const ImVec2 mark = screen.at(x, y);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Color color = checked ? screen.colors.accent : screen.colors.control;
  if (!several) {
    draw.AddCircle(mark, 8, color, 0, 2);
    if (checked) draw.AddCircleFilled(mark, 4.5f, color);
    return;
  }
  draw.AddRect(mark - ImVec2(8, 8), mark + ImVec2(8, 8), color, 3, 0, 2);
  if (!checked) return;
  draw.AddLine(mark + ImVec2(-5, 0), mark + ImVec2(-1, 4), color, 2.5f);
  draw.AddLine(mark + ImVec2(-1, 4), mark + ImVec2(5, -4), color, 2.5f);
}

}  // namespace

bool Column::button(std::string_view key, std::string_view label, Weight weight, bool disabled) {
  const RowButton one{std::string(key), std::string(label), weight, disabled};
  return buttons({&one, 1}) == 0;
}

int Column::buttons(std::span<const RowButton> row) {
  const float height = screen_.target();
  Dock* const dock = screen_.dock;
  int pressed = -1;
  float x = x_;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const RowButton& item = row[i];
    const std::string label =
        fit_text(screen_, item.label, kButtonPx, width_ - 2 * kButtonPad - icon_room(item), true);
    const float label_width = text_width(screen_, label, kButtonPx, true);
    const float width = std::max(label_width + 2 * kButtonPad + icon_room(item), height);
    if (x > x_ && x + width > x_ + width_) {
      x = x_;
      y_ += height + 8;
    }
    const Rect rect{x, y_, width, height};
    Node node;
    node.id = node_id(item.key);
    node.role = Role::button;
    node.name = item.name.empty() ? item.label : item.name;
    node.rect = rect;
    node.disabled = item.disabled;
    node.pressed = item.pressed;
    node.expanded = item.expanded;
    node.shortcut = item.shortcut;
    if (dock != nullptr && item.weight == Weight::primary && !dock->is_taken()) {
      if (dock->press(std::move(node), item.label)) pressed = static_cast<int>(i);
      continue;
    }
    const Pressed state = pressable(screen_, std::move(node));
    draw_button(screen_, rect, label, label_width, item, state.hovered);
    if (state.pressed) pressed = static_cast<int>(i);
    x += width + 8;
  }
  if (x > x_) y_ += height + 12;
  return pressed;
}

std::optional<double> Column::slider(std::string_view key, std::string_view name,
                                     std::string_view words, const SliderRange& range,
                                     bool disabled) {
  constexpr float kWidest = 420;
  draw_text(screen_, x_, y_, fit_text(screen_, words, 14, width_), 14, screen_.colors.text);
  Node node;
  node.id = node_id(key);
  node.name = name;
  node.value = words;
  node.now = range.now;
  node.low = range.low;
  node.high = range.high;
  node.step = range.step;
  node.disabled = disabled;
  node.rect = {x_, y_ + 20, std::min(width_, kWidest), screen_.target()};
  y_ += 20 + screen_.target() + 8;
  return ui::slider(screen_, std::move(node));
}

std::optional<std::string> Column::text_input(std::string_view key, std::string_view name,
                                              std::string_view text, bool disabled) {
  constexpr float kWidest = 420;
  draw_text(screen_, x_, y_, fit_text(screen_, name, 14, width_), 14, screen_.colors.text);
  Node node;
  node.id = node_id(key);
  node.name = name;
  node.value = text;
  node.font_px = size::kBody;
  node.disabled = disabled;
  node.rect = {x_, y_ + 22, std::min(width_, kWidest), screen_.target()};
  y_ += 22 + screen_.target() + 12;
  return ui::text_input(screen_, std::move(node));
}

int Column::options(std::string_view key, std::string_view name, std::span<const Option> items,
                    bool several, bool disabled) {
  int pressed = -1;
  const std::size_t place = screen_.mirror.nodes().size();
  open_group(screen_, several ? Role::region : Role::radio_group, key, name);
  const float top = y_;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool taken = show_option(child_key(key, i), items[i], several, disabled);
    if (taken) pressed = static_cast<int>(i);
  }
  screen_.mirror.close();
  screen_.mirror.place(place, {x_, top, width_, y_ - top});
  y_ += 8;
  return pressed;
}

// Ground, edge and mark. What was judged says so by colour, sign and words.
void Column::draw_option(const Rect& rect, const Option& item, bool several, bool hovered) {
  const Palette& c = screen_.colors;
  const bool is_judged = item.tone == Tone::good || item.tone == Tone::bad;
  const bool is_good = item.tone == Tone::good;
  const Color edge = is_judged ? color_of(item.tone) : item.checked ? c.accent : c.line;
  const Color ground = is_judged                 ? (is_good ? c.good_soft : c.bad_soft)
                       : item.checked || hovered ? c.accent_soft
                                                 : c.card;
  fill_rect(screen_, rect, ground, size::kOptionRound);
  stroke_rect(screen_, rect, edge, is_judged || item.checked ? 2.0f : 1.0f, size::kOptionRound);
  const float x = rect.x + 22;
  const float y = rect.y + 9 + kOptionLine / 2;
  if (is_judged && !several) {
    draw_disc(screen_, is_good ? Icon::check : Icon::cross, x, y, 10, edge, ground);
  } else if (item.letter != 0) {
    const Rect key{x - 11, y - 11, 22, 22};
    fill_rect(screen_, key, item.checked ? c.accent : c.inset, 6);
    if (!item.checked) stroke_rect(screen_, key, c.control, 1, 6);
    const std::string_view letter(&item.letter, 1);
    draw_text(screen_, x - text_width(screen_, letter, size::kCaption, true) / 2, y - 7, letter,
              size::kCaption, item.checked ? c.on_accent : c.muted, true);
  } else {
    draw_mark(screen_, x, y, several, item.checked);
  }
}

bool Column::show_option(std::string_view key, const Option& item, bool several, bool disabled) {
  constexpr float kIcon = 26;  // with its gap
  const std::uint32_t id = node_id(key);
  const std::string note_key = std::string(key) + "/note";
  const float indent = kOptionIndent + 2 + (item.icon ? kIcon : 0);
  const TextBlock& block = block_of(id, item.text, width_ - indent - 8);
  const float text_height = static_cast<float>(block.lines.count) * kOptionLine;
  const float height = std::max(text_height + 18, screen_.target());
  Rect rect{x_, y_, width_, height};
  Node node;
  node.id = id;
  node.role = several ? Role::checkbox : Role::radio;
  node.name = block.plain;
  if (!item.note.empty()) {
    const TextStyle style{.px = size::kButton};
    const TextBlock& note = block_of(node_id(note_key), item.note, width_ - indent - 8, style);
    node.value = note.plain;
    rect.height += static_cast<float>(note.lines.count) * std::round(style.px * size::kLine) + 6;
  }
  node.checked = item.checked ? 1 : 0;
  node.disabled = disabled;
  node.rect = {x_, y_, width_, height};
  const Pressed state = pressable(screen_, std::move(node));
  draw_option(rect, item, several, state.hovered);
  const Palette& c = screen_.colors;
  if (item.icon) draw_icon(screen_, *item.icon, x_ + indent - kIcon, y_ + 12, 18, c.muted);
  draw_block(screen_, block, x_ + indent, y_ + (height - text_height) / 2 + 4, kOptionLine, {},
             item.tone == Tone::muted ? c.muted : c.text);
  Column inside = within(x_ + indent, y_ + height - 6, width_ - indent - 8);
  inside.paragraph(note_key, item.note, item.tone == Tone::muted ? Tone::muted : Tone::normal,
                   size::kButton);
  y_ = std::max(y_ + rect.height, inside.y()) + 8;
  return state.pressed;
}

}  // namespace tenfold::ui
