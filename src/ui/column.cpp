// What is read in a column: headings, texts with their glossary terms, code, lists, links, insets.
#include "ui/column.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "lesson/text.h"

namespace tenfold::ui {
namespace {

constexpr float kInsetPad = 14;
constexpr float kRemarkIcon = 16;
constexpr float kRemarkIndent = 24;
constexpr float kAfterParagraph = 10;

// Small print is set closer.
float line_of(float px) {
  return std::round(px * (px <= size::kSmall ? size::kSmallLine : size::kLine));
}

// Code keeps its lines. One that is too wide goes on in the next, set in further than it began.
std::vector<std::string> code_lines(const Screen& screen, std::string_view text, float px,
                                    float width) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string rest(text.substr(start, end - start));
    const std::size_t indent = std::min(rest.find_first_not_of(' '), rest.size()) + 4;
    start = end + 1;
    while (text_width(screen, rest, px) > width) {
      std::size_t cut = rest.size();
      while (cut > indent && text_width(screen, rest.substr(0, cut), px) > width) {
        cut = rest.rfind(' ', cut - 1);
        if (cut == std::string::npos) cut = 0;
      }
      if (cut <= indent) break;  // one long word: it runs on
      lines.push_back(rest.substr(0, cut));
      rest = std::string(indent, ' ') + rest.substr(cut + 1);
    }
    lines.push_back(fit_text(screen, rest, px, width));
  }
  return lines;
}

}  // namespace

std::string child_key(std::string_view key, std::size_t index) {
  return std::string(key) + "/" + std::to_string(index);
}

Column::Column(Screen& screen, const std::vector<lesson::Term>& glossary, OpenTerms& open_terms,
               float x, float y, float width)
    : screen_(screen), glossary_(glossary), open_terms_(open_terms), x_(x), y_(y), width_(width) {}

Column Column::within(float x, float y, float width) const {
  Column inner = *this;
  inner.x_ = x;
  inner.y_ = y;
  inner.width_ = width;
  inner.insets_.push_back({y, Tone::normal});  // it has a ground
  return inner;
}

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

const TextBlock& Column::block_of(std::uint32_t id, std::string_view text, float width,
                                  const TextStyle& style) {
  return screen_.texts.get(screen_, id, text, width, style);
}

float Column::rich(std::uint32_t id, const TextBlock& block, float x, float px, Color color,
                   std::vector<const lesson::Term*>* opened) {
  const float line_height = line_of(px);
  const float lead = (line_height - px) / 2;
  int last_term = -1;  // by span
  for (const Piece& piece : block.lines.pieces) {
    const Span& span = block.spans[static_cast<std::size_t>(piece.span)];
    const float top = y_ + static_cast<float>(piece.line) * line_height;
    const lesson::Term* term = span.term ? lesson::find_term(glossary_, span.text) : nullptr;
    draw_text(screen_, x + piece.x, top + lead, piece.text, px,
              term != nullptr ? screen_.colors.accent : color, span.bold);
    if (term == nullptr) continue;
    draw_line(screen_, x + piece.x, top + lead + px + 1, x + piece.x + piece.width,
              top + lead + px + 1, screen_.colors.accent);
    if (piece.span == last_term) continue;  // it runs over two lines; one button is enough
    last_term = piece.span;
    const std::uint32_t term_id =
        node_id("term/" + std::to_string(id) + "/" + std::to_string(piece.span));
    const Rect rect{x + piece.x - 1, top, piece.width + 2, std::max(line_height, 24.0f)};
    const bool open = term_button(term_id, span.text, rect);
    if (open && opened != nullptr) opened->push_back(term);
  }
  return static_cast<float>(block.lines.count) * line_height;
}

bool Column::term_button(std::uint32_t id, const std::string& word, const Rect& rect) {
  const bool open = std::find(open_terms_.begin(), open_terms_.end(), id) != open_terms_.end();
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = "Meaning of " + word;
  node.expanded = open ? 1 : 0;
  node.rect = rect;
  if (pressable(screen_, std::move(node)).pressed) {
    if (open) {
      std::erase(open_terms_, id);
    } else {
      open_terms_.push_back(id);
    }
  }
  return open;
}

void Column::heading(int level, std::string_view text, float px) {
  y_ += level == 2 && px == 0 ? 12 : 0;
  if (px == 0) px = level == 1 ? size::kHeading1 : level == 2 ? size::kHeading2 : size::kBody;
  const std::uint32_t id = node_id("heading/" + std::string(text));
  Node node;
  node.id = id;
  node.role = Role::heading;
  node.layer = screen_.layer;
  node.level = level;
  node.name = text;
  node.font_px = px;
  node.bold = true;
  const TextStyle style{.px = px, .bold = true};
  const TextBlock& block = block_of(id, text, width_, style);
  const float line_height = std::round(px * 1.25f);
  draw_block(screen_, block, x_, y_ + 2, line_height, style, screen_.colors.text);
  const float height = static_cast<float>(block.lines.count) * line_height;
  node.rect = {x_, y_, width_, height};
  screen_.mirror.add(std::move(node));
  y_ += height + 8;
}

void Column::paragraph(std::string_view key, std::string_view text, Tone tone, float px) {
  if (text.empty()) return;
  const std::uint32_t id = node_id(key);
  const TextBlock& block = block_of(id, text, width_, {.px = px});
  const std::size_t place = screen_.mirror.nodes().size();
  Node node;
  node.id = id;
  node.role = Role::paragraph;
  node.layer = screen_.layer;
  node.name = block.plain;
  node.value = block.marked;
  node.font_px = px;
  screen_.mirror.add(node);
  std::vector<const lesson::Term*> opened;
  const float height = rich(id, block, x_, px, color_of(tone), &opened);
  screen_.mirror.place(place, {x_, y_, width_, height});
  y_ += height + kAfterParagraph;
  for (const lesson::Term* term : opened) {
    const bool framed = insets_.empty();
    if (framed) begin_inset();
    paragraph(std::string(key) + "/meaning/" + term->term,
              "**" + term->term + "**: " + term->meaning);
    if (framed) end_inset();
  }
}

void Column::remark(std::string_view key, Icon icon, Color color, std::string_view text, Tone tone,
                    float px) {
  draw_icon(screen_, icon, x_, y_ + (line_of(px) - kRemarkIcon) / 2, kRemarkIcon, color);
  x_ += kRemarkIndent;
  width_ -= kRemarkIndent;
  paragraph(key, text, tone, px);
  x_ -= kRemarkIndent;
  width_ += kRemarkIndent;
  y_ -= kAfterParagraph / 2;
}

float Column::paragraph_height(std::string_view key, std::string_view text, float px) {
  const TextBlock& block = block_of(node_id(key), text, width_, {.px = px});
  return static_cast<float>(block.lines.count) * line_of(px) + kAfterParagraph;
}

float Column::remark_height(std::string_view key, std::string_view text, float px) {
  return within(x_, y_, width_ - kRemarkIndent).paragraph_height(key, text, px) -
         kAfterParagraph / 2;
}

Rect Column::picture(std::string_view key, std::string_view words, float height) {
  Node node;
  node.id = node_id(key);
  node.role = Role::image;
  node.layer = screen_.layer;
  node.name = words;
  node.rect = {x_, y_, width_, height};
  const Rect rect = node.rect;
  screen_.mirror.add(std::move(node));
  y_ += height + 12;
  return rect;
}

void Column::code(std::string_view key, std::string_view text) {
  constexpr float kPx = 14;
  const float line_height = std::round(kPx * 1.45f);
  const std::vector<std::string> lines = code_lines(screen_, text, kPx, width_ - 24);
  const float height = static_cast<float>(lines.size()) * line_height + 16;
  fill_rect(screen_, {x_, y_, width_, height}, screen_.colors.pane);
  stroke_rect(screen_, {x_, y_, width_, height}, screen_.colors.line);
  float line_y = y_ + 8;
  for (const std::string& line : lines) {
    draw_text(screen_, x_ + 12, line_y, line, kPx, screen_.colors.text);
    line_y += line_height;
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

void Column::list(std::string_view key, std::span<const std::string> items,
                  std::span<const std::optional<Icon>> icons) {
  if (items.empty()) return;
  const std::size_t place = screen_.mirror.nodes().size();
  open_group(screen_, Role::list, key, "");
  const float top = y_;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::uint32_t id = node_id(child_key(key, i));
    const TextBlock& block = block_of(id, items[i], width_ - 22);
    const std::size_t item_place = screen_.mirror.nodes().size();
    Node item;
    item.id = id;
    item.role = Role::list_item;
    item.layer = screen_.layer;
    item.name = block.plain;
    item.value = block.marked;
    item.font_px = size::kBody;
    screen_.mirror.add(item);
    if (i < icons.size() && icons[i]) {
      draw_icon(screen_, *icons[i], x_, y_ + 4, kRemarkIcon, screen_.colors.accent);
    } else {
      const ImVec2 bullet = screen_.at(x_ + 8, y_ + 12);
      ImGui::GetWindowDrawList()->AddCircleFilled(bullet, 3, screen_.colors.muted);
    }
    const float height = rich(id, block, x_ + 22, size::kBody, screen_.colors.text, nullptr);
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

void Column::begin_fold(std::string_view key, bool is_open) {
  Node node;
  node.id = node_id(key);
  node.role = Role::fold;
  node.layer = screen_.layer;
  node.expanded = is_open ? 1 : 0;
  node.rect = {x_, y_, width_, 0};
  fold_ = {screen_.mirror.nodes().size(), y_};
  if (!is_open) push_cover();
  screen_.mirror.add(node);
  screen_.mirror.open(node.id);
}

bool Column::end_fold() {
  screen_.mirror.close();
  const Node& node = screen_.mirror.nodes()[fold_.node];
  const bool is_found = std::ranges::count(screen_.input.activated, node.id) > 0;
  if (node.expanded == 0) {
    ImGui::PopClipRect();
    y_ = fold_.top;
  }
  screen_.mirror.place(fold_.node, {x_, fold_.top, width_, y_ - fold_.top});
  return is_found;
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
  const Palette& c = screen_.colors;
  Color ground = screen_.layer == Layer::page ? c.pane : c.card;
  if (inset.tone == Tone::good) ground = c.good_soft;
  if (inset.tone == Tone::bad) ground = c.bad_soft;
  fill_rect(screen_, rect, ground, size::kCardRound);
  if (inset.tone == Tone::good || inset.tone == Tone::bad) {
    stroke_rect(screen_, rect, color_of(inset.tone), 1, size::kCardRound);
  }
  draw.ChannelsMerge();
  y_ += 12;
}

}  // namespace tenfold::ui
