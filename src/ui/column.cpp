#include "ui/column.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "ui/rich_text.h"

namespace tenfold::ui {
namespace {

constexpr float kInsetPad = 14;
constexpr float kOptionIndent = 32;

std::string child_key(std::string_view key, std::size_t index) {
  return std::string(key) + "/" + std::to_string(index);
}

}  // namespace

Column::Column(Screen& screen, const std::vector<lesson::Term>& glossary, OpenTerms& open_terms,
               float x, float y, float width)
    : screen_(screen), glossary_(glossary), open_terms_(open_terms), x_(x), y_(y), width_(width) {}

Color Column::color_of(Tone tone) const {
  switch (tone) {
    case Tone::muted:
      return screen_.colors.muted;
    case Tone::good:
      return screen_.colors.good;
    case Tone::bad:
      return screen_.colors.bad;
    case Tone::normal:
      break;
  }
  return screen_.colors.text;
}

float Column::rich(std::uint32_t id, std::string_view text, float x, float y, float width, float px,
                   Color color, std::vector<const lesson::Term*>* opened) {
  const std::vector<Span> spans = parse_rich(text);
  const Lines lines = break_lines(spans, width, [&](std::string_view piece, bool bold) {
    return text_width(screen_, piece, px, bold);
  });
  const float line_height = std::round(px * size::kLine);
  const float lead = (line_height - px) / 2;
  std::uint32_t last_term = 0;
  for (const Piece& piece : lines.pieces) {
    const Span& span = spans[static_cast<std::size_t>(piece.span)];
    const float px_y = y + static_cast<float>(piece.line) * line_height;
    const lesson::Term* term = span.term ? lesson::find_term(glossary_, span.text) : nullptr;
    draw_text(screen_, x + piece.x, px_y + lead, piece.text, px,
              term != nullptr ? screen_.colors.accent : color, span.bold);
    if (term == nullptr) continue;
    draw_line(screen_, x + piece.x, px_y + lead + px + 1, x + piece.x + piece.width,
              px_y + lead + px + 1, screen_.colors.accent);
    const std::uint32_t term_id =
        node_id("term/" + std::to_string(id) + "/" + std::to_string(piece.span));
    if (term_id == last_term) continue;  // the term runs over two lines; one button is enough
    last_term = term_id;
    const bool open =
        std::find(open_terms_.begin(), open_terms_.end(), term_id) != open_terms_.end();
    Node node;
    node.id = term_id;
    node.role = Role::button;
    node.name = "Meaning of " + span.text;
    node.expanded = open ? 1 : 0;
    node.rect = {x + piece.x - 1, px_y, piece.width + 2, std::max(line_height, 24.0f)};
    if (pressable(screen_, std::move(node)).pressed) {
      if (open) {
        std::erase(open_terms_, term_id);
      } else {
        open_terms_.push_back(term_id);
      }
    }
    if (open && opened != nullptr) opened->push_back(term);
  }
  return static_cast<float>(lines.count) * line_height;
}

void Column::heading(int level, std::string_view text) {
  const float px = level == 1 ? size::kHeading1 : level == 2 ? size::kHeading2 : size::kBody;
  y_ += level == 2 ? 12 : 0;
  const std::uint32_t id = node_id("heading/" + std::string(text));
  Node node;
  node.id = id;
  node.role = Role::heading;
  node.layer = screen_.layer;
  node.level = level;
  node.name = text;
  node.font_px = px;
  node.bold = true;
  const std::vector<Span> spans = parse_rich(text);
  const Lines lines = break_lines(spans, width_, [&](std::string_view piece, bool) {
    return text_width(screen_, piece, px, true);
  });
  const float line_height = std::round(px * 1.25f);
  for (const Piece& piece : lines.pieces) {
    draw_text(screen_, x_ + piece.x, y_ + static_cast<float>(piece.line) * line_height + 2,
              piece.text, px, screen_.colors.text, true);
  }
  const float height = static_cast<float>(lines.count) * line_height;
  node.rect = {x_, y_, width_, height};
  screen_.mirror.add(std::move(node));
  y_ += height + 8;
}

void Column::paragraph(std::string_view key, std::string_view text, Tone tone, float px) {
  if (text.empty()) return;
  const std::uint32_t id = node_id(key);
  const std::size_t place = screen_.mirror.nodes().size();
  Node node;
  node.id = id;
  node.role = Role::paragraph;
  node.layer = screen_.layer;
  node.name = plain(parse_rich(text));
  node.value = with_bold(parse_rich(text));
  node.font_px = px;
  screen_.mirror.add(node);
  std::vector<const lesson::Term*> opened;
  const float height = rich(id, text, x_, y_, width_, px, color_of(tone), &opened);
  screen_.mirror.place(place, {x_, y_, width_, height});
  y_ += height + 10;
  for (const lesson::Term* term : opened) {
    const bool framed = insets_.empty();
    if (framed) begin_inset();
    paragraph(std::string(key) + "/meaning/" + term->term,
              "**" + term->term + "**: " + term->meaning);
    if (framed) end_inset();
  }
}

void Column::code(std::string_view key, std::string_view text) {
  constexpr float kPx = 14;
  const float line_height = std::round(kPx * 1.45f);
  int count = 1;
  for (const char c : text) count += c == '\n' ? 1 : 0;
  const float height = static_cast<float>(count) * line_height + 16;
  fill_rect(screen_, {x_, y_, width_, height}, screen_.colors.pane);
  stroke_rect(screen_, {x_, y_, width_, height}, screen_.colors.line);
  float line_y = y_ + 8;
  std::size_t start = 0;
  while (start <= text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    draw_text(screen_, x_ + 12, line_y, fit_text(screen_, line, kPx, width_ - 24), kPx,
              screen_.colors.text);
    line_y += line_height;
    start = end + 1;
  }
  Node node;
  node.id = node_id(key);
  node.role = Role::code;
  node.layer = screen_.layer;
  node.name = text;
  node.font_px = kPx;
  node.rect = {x_ + 12, y_ + 8, width_ - 24, height - 16};
  screen_.mirror.add(std::move(node));
  y_ += height + 12;
}

void Column::list(std::string_view key, std::span<const std::string> items) {
  if (items.empty()) return;
  const std::size_t place = screen_.mirror.nodes().size();
  Node node;
  node.id = node_id(key);
  node.role = Role::list;
  node.layer = screen_.layer;
  screen_.mirror.add(node);
  screen_.mirror.open(node_id(key));
  const float top = y_;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item_key = child_key(key, i);
    const std::size_t item_place = screen_.mirror.nodes().size();
    Node item;
    item.id = node_id(item_key);
    item.role = Role::list_item;
    item.layer = screen_.layer;
    item.name = plain(parse_rich(items[i]));
    item.value = with_bold(parse_rich(items[i]));
    item.font_px = size::kBody;
    screen_.mirror.add(item);
    const ImVec2 bullet = screen_.at(x_ + 8, y_ + 12);
    ImGui::GetWindowDrawList()->AddCircleFilled(bullet, 3, screen_.colors.muted);
    const float height = rich(node_id(item_key), items[i], x_ + 22, y_, width_ - 22, size::kBody,
                              screen_.colors.text, nullptr);
    screen_.mirror.place(item_place, {x_ + 22, y_, width_ - 22, height});
    y_ += height + 4;
  }
  screen_.mirror.close();
  screen_.mirror.place(place, {x_, top, width_, y_ - top});
  y_ += 8;
}

void Column::rule() {
  y_ += 14;
  draw_line(screen_, x_, y_, x_ + width_, y_, screen_.colors.line);
  y_ += 14;
}

bool Column::button(std::string_view key, std::string_view label, Weight weight, bool disabled) {
  const RowButton one{std::string(key), std::string(label), weight, disabled};
  return buttons({&one, 1}) == 0;
}

int Column::buttons(std::span<const RowButton> row) {
  constexpr float kPad = 14;
  const float height = screen_.target();
  int pressed = -1;
  float x = x_;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const RowButton& item = row[i];
    const std::string label = fit_text(screen_, item.label, 15, width_ - 2 * kPad, true);
    const float label_width = text_width(screen_, label, 15, true);
    const float width = std::max(label_width + 2 * kPad, height);
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
    const Pressed state = pressable(screen_, std::move(node));
    const bool filled = item.weight == Weight::primary && !item.disabled;
    const Palette& c = screen_.colors;
    if (filled) fill_rect(screen_, rect, c.accent);
    if (state.hovered && !filled) fill_rect(screen_, rect, faded(c.accent, 0.12f));
    if (item.pressed == 1) fill_rect(screen_, rect, faded(c.accent, 0.18f));
    const bool strong = item.pressed == 1 || (filled && state.hovered);
    stroke_rect(screen_, rect, filled ? (strong ? c.text : c.accent) : c.control,
                strong ? 2.0f : 1.0f);
    draw_text(screen_, x + (width - label_width) / 2, y_ + (height - 15) / 2 - 1, label, 15,
              item.disabled ? c.muted
              : filled      ? c.on_accent
                            : c.accent,
              true);
    if (state.pressed) pressed = static_cast<int>(i);
    x += width + 8;
  }
  y_ += height + 12;
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
  const Palette& c = screen_.colors;
  int pressed = -1;
  const std::size_t place = screen_.mirror.nodes().size();
  Node group;
  group.id = node_id(key);
  group.role = several ? Role::region : Role::radio_group;
  group.layer = screen_.layer;
  group.name = name;
  screen_.mirror.add(group);
  screen_.mirror.open(group.id);
  const float top = y_;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Option& item = items[i];
    const std::string item_key = child_key(key, i);
    const float text_width_px = width_ - kOptionIndent - 8;
    const std::vector<Span> spans = parse_rich(item.text);
    const Lines lines = break_lines(spans, text_width_px, [&](std::string_view t, bool bold) {
      return text_width(screen_, t, size::kBody, bold);
    });
    const float text_height = static_cast<float>(lines.count) * 24;
    const float height = std::max(text_height + 8, screen_.target());
    const Rect rect{x_, y_, width_, height};
    Node node;
    node.id = node_id(item_key);
    node.role = several ? Role::checkbox : Role::radio;
    node.name = plain(spans);
    node.value = item.note.empty() ? "" : plain(parse_rich(item.note));
    node.checked = item.checked ? 1 : 0;
    node.disabled = disabled;
    node.rect = rect;
    const Pressed state = pressable(screen_, std::move(node));
    if (state.hovered) fill_rect(screen_, rect, faded(c.accent, 0.10f));
    const ImVec2 mark = screen_.at(x_ + 14, y_ + height / 2);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Color mark_color = item.checked ? c.accent : c.control;
    if (several) {
      draw.AddRect(mark - ImVec2(8, 8), mark + ImVec2(8, 8), mark_color, 3, 0, 2);
      if (item.checked) {
        draw.AddLine(mark + ImVec2(-5, 0), mark + ImVec2(-1, 4), mark_color, 2.5f);
        draw.AddLine(mark + ImVec2(-1, 4), mark + ImVec2(5, -4), mark_color, 2.5f);
      }
    } else {
      draw.AddCircle(mark, 8, mark_color, 0, 2);
      if (item.checked) draw.AddCircleFilled(mark, 4.5f, mark_color);
    }
    const float text_y = y_ + (height - text_height) / 2;
    for (const Piece& piece : lines.pieces) {
      const Span& span = spans[static_cast<std::size_t>(piece.span)];
      draw_text(screen_, x_ + kOptionIndent + piece.x,
                text_y + static_cast<float>(piece.line) * 24 + 4, piece.text, size::kBody, c.text,
                span.bold);
    }
    y_ += height;
    if (!item.note.empty()) {
      const float indent = kOptionIndent;
      x_ += indent;
      width_ -= indent;
      paragraph(item_key + "/note", item.note, item.tone);
      x_ -= indent;
      width_ += indent;
    }
    y_ += 4;
    if (state.pressed) pressed = static_cast<int>(i);
  }
  screen_.mirror.close();
  screen_.mirror.place(place, {x_, top, width_, y_ - top});
  y_ += 8;
  return pressed;
}

void Column::table(std::string_view key, std::string_view caption,
                   const std::vector<std::vector<TableCell>>& rows) {
  if (rows.empty()) return;
  constexpr float kPx = 14;
  constexpr float kLine = 20;
  const std::size_t columns = rows.front().size();
  // The first column is as wide as its words, up to a share of the width.
  float first = 0;
  for (const std::vector<TableCell>& row : rows) {
    first = std::max(first, text_width(screen_, row.front().text, kPx, &row == rows.data()) + 12);
  }
  first = columns > 1 ? std::min(first, width_ * (columns > 2 ? 0.34f : 0.4f)) : width_;
  const float other = columns > 1 ? (width_ - first) / static_cast<float>(columns - 1) : width_;
  const std::size_t place = screen_.mirror.nodes().size();
  const float top = y_;
  Node node;
  node.id = node_id(key);
  node.role = Role::table;
  node.layer = screen_.layer;
  node.name = caption;
  screen_.mirror.add(node);
  screen_.mirror.open(node.id);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::string row_key = child_key(key, r);
    std::vector<Lines> cells;
    int lines = 1;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const float wide = i == 0 ? first : other;
      cells.push_back(break_lines({{rows[r][i].text}}, wide - 8, [&](std::string_view piece, bool) {
        return text_width(screen_, piece, kPx, r == 0);
      }));
      lines = std::max(lines, cells.back().count);
    }
    const float height = static_cast<float>(lines) * kLine + 8;
    Node row;
    row.id = node_id(row_key);
    row.role = Role::row;
    row.layer = screen_.layer;
    row.rect = {x_, y_, width_, height};
    screen_.mirror.add(row);
    screen_.mirror.open(row.id);
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const TableCell& cell = rows[r][i];
      const float left = i == 0 ? x_ : x_ + first + other * static_cast<float>(i - 1);
      const bool header = r == 0 || i == 0;
      for (const Piece& piece : cells[i].pieces) {
        draw_text(screen_, left + 4 + piece.x, y_ + 6 + kLine * static_cast<float>(piece.line),
                  piece.text, kPx, r == 0 ? screen_.colors.muted : color_of(cell.tone), r == 0);
      }
      Node item;
      item.id = node_id(child_key(row_key, i));
      item.role = header ? Role::header_cell : Role::cell;
      item.layer = screen_.layer;
      item.name = cell.text;
      item.font_px = kPx;
      item.bold = r == 0;
      item.rect = {left + 4, y_ + 4, (i == 0 ? first : other) - 8,
                   kLine * static_cast<float>(cells[i].count)};
      screen_.mirror.add(std::move(item));
    }
    screen_.mirror.close();
    y_ += height;
    draw_line(screen_, x_, y_, x_ + width_, y_, screen_.colors.line);
  }
  screen_.mirror.close();
  screen_.mirror.place(place, {x_, top, width_, y_ - top});
  y_ += 14;
}

void Column::link(std::string_view key, std::string_view label, std::string_view address) {
  const float width = text_width(screen_, label, size::kBody);
  draw_text(screen_, x_, y_ + 4, label, size::kBody, screen_.colors.accent);
  draw_line(screen_, x_, y_ + 24, x_ + width, y_ + 24, screen_.colors.accent);
  Node node;
  node.id = node_id(key);
  node.role = Role::link;
  node.layer = screen_.layer;
  node.name = label;
  node.value = address;
  node.font_px = size::kBody;
  node.rect = {x_, y_, width, 26};
  draw_focus(screen_, node);
  screen_.mirror.add(std::move(node));
  y_ += 36;
}

void Column::begin_inset(Tone tone) {
  // The card's height is known only at its end, so its background goes into a lower channel.
  assert(insets_.empty() && "insets do not nest");
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.ChannelsSplit(2);
  draw.ChannelsSetCurrent(1);
  insets_.push_back({y_, tone});
  x_ += kInsetPad;
  width_ -= 2 * kInsetPad;
  y_ += kInsetPad - 2;
}

void Column::end_inset() {
  const Inset inset = insets_.back();
  insets_.pop_back();
  x_ -= kInsetPad;
  width_ += 2 * kInsetPad;
  y_ += 4;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.ChannelsSetCurrent(0);
  const Rect rect{x_, inset.top, width_, y_ - inset.top};
  fill_rect(screen_, rect,
            screen_.layer == Layer::page ? screen_.colors.pane : screen_.colors.card);
  fill_rect(screen_, {rect.x, rect.y, 4, rect.height},
            inset.tone == Tone::normal ? screen_.colors.accent : color_of(inset.tone), 2);
  draw.ChannelsMerge();
  y_ += 12;
}

}  // namespace tenfold::ui
