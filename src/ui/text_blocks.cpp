// A text is parsed and measured anew only when it, its width or its style has changed.
#include "ui/text_blocks.h"

namespace tenfold::ui {
namespace {

TextBlock make_block(const Screen& screen, std::string_view text, float width,
                     const TextStyle& style) {
  TextBlock block;
  block.spans = style.is_rich ? parse_rich(text) : std::vector<Span>{{std::string(text)}};
  block.plain = plain(block.spans);
  block.marked = with_bold(block.spans);
  block.lines = break_lines(block.spans, width, [&](std::string_view piece, bool bold) {
    return text_width(screen, piece, style.px, bold || style.bold);
  });
  return block;
}

}  // namespace

void TextBlocks::begin_frame() {
  std::erase_if(kept_, [](const std::unique_ptr<Kept>& kept) { return !kept->is_used; });
  for (const std::unique_ptr<Kept>& kept : kept_) kept->is_used = false;
  next_ = 0;
}

const TextBlock& TextBlocks::get(const Screen& screen, std::uint32_t id, std::string_view text,
                                 float width, const TextStyle& style) {
  // Frames ask in the same order, so the text is most often the one after the last.
  Kept* found = nullptr;
  for (std::size_t i = 0; i < kept_.size() && found == nullptr; ++i, ++next_) {
    if (next_ >= kept_.size()) next_ = 0;
    if (kept_[next_]->id == id) found = kept_[next_].get();
  }
  if (found == nullptr) found = kept_.emplace_back(std::make_unique<Kept>()).get();
  found->is_used = true;
  const bool same =
      found->id == id && found->text == text && found->width == width && found->style == style;
  if (!same) {
    *found = {.id = id,
              .text = std::string(text),
              .width = width,
              .style = style,
              .block = make_block(screen, text, width, style)};
  }
  return found->block;
}

void draw_block(const Screen& screen, const TextBlock& block, float x, float y, float step,
                const TextStyle& style, Color color) {
  for (const Piece& piece : block.lines.pieces) {
    const bool bold = style.bold || block.spans[static_cast<std::size_t>(piece.span)].bold;
    draw_text(screen, x + piece.x, y + static_cast<float>(piece.line) * step, piece.text, style.px,
              color, bold);
  }
}

}  // namespace tenfold::ui
