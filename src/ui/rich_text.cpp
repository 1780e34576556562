// Reading the marks in a sentence, and setting its words into lines.
#include "ui/rich_text.h"

#include <algorithm>

#include "lesson/text.h"

namespace tenfold::ui {

std::vector<Span> parse_rich(std::string_view text) {
  using Kind = lesson::Mark::Kind;
  std::vector<Span> spans;
  std::size_t at = 0;
  std::size_t bold_end = 0;  // of the bold mark that `at` is in; 0: in none
  const auto put_until = [&](std::size_t end, bool term) {
    if (at < end) spans.push_back({std::string(text.substr(at, end - at)), bold_end > 0, term});
    at = end;
  };
  const auto end_bold = [&] {
    put_until(bold_end - 2, false);
    at = bold_end;
    bold_end = 0;
  };
  for (const lesson::Mark& mark : lesson::marks_of(text)) {
    if (mark.end == std::string_view::npos || mark.kind == Kind::fact) continue;
    if (bold_end > 0 && mark.begin >= bold_end) end_bold();
    put_until(mark.begin, false);
    if (mark.kind == Kind::bold) {
      at += 2;
      bold_end = mark.end;
    } else {
      ++at;
      put_until(mark.end - 1, true);
      ++at;
    }
  }
  if (bold_end > 0) end_bold();
  put_until(text.size(), false);
  return spans;
}

std::string plain(const std::vector<Span>& spans) {
  std::string text;
  for (const Span& span : spans) text += span.text;
  return text;
}

std::string with_bold(const std::vector<Span>& spans) {
  std::string text;
  bool any = false;
  for (const Span& span : spans) {
    text += span.bold ? "**" + span.text + "**" : span.text;
    any = any || span.bold;
  }
  return any ? text : "";
}

namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// The last one, as UTF-8.
void drop_character(std::string& text) {
  while (text.size() > 1 && continues_character(text.back())) text.pop_back();
  text.pop_back();
}

std::string first_character(const std::string& text) {
  std::size_t size = 1;
  while (size < text.size() && continues_character(text[size])) ++size;
  return text.substr(0, size);
}

// Sets words side by side until the next one would leave the block.
struct Setter {
  const std::vector<Span>& spans;
  const float width;
  const Measure& measure;
  Lines lines = {};
  float x = 0;
  int line = 0;
  // A word may run over several spans ("**full**,"), so it is gathered before it is placed.
  std::vector<Piece> word = {};
  float word_width = 0;

  void gather(std::string_view text, std::size_t span) {
    Piece piece;
    piece.text = text;
    piece.width = measure(text, spans[span].bold);
    piece.span = static_cast<int>(span);
    word_width += piece.width;
    word.push_back(std::move(piece));
  }

  void place_word() {
    if (word.empty()) return;
    if (x > 0 && x + word_width > width) next_line();
    const bool is_too_wide = word_width > width;
    for (Piece& piece : word) {
      if (is_too_wide) cut(piece);
      place(std::move(piece));
    }
    word.clear();
    word_width = 0;
  }

  void next_line() {
    x = 0;
    ++line;
  }

  // Places what fits of a piece on this line and each next one, and leaves the rest of it.
  void cut(Piece& piece) {
    const bool bold = spans[static_cast<std::size_t>(piece.span)].bold;
    while (x + piece.width > width) {
      Piece head = piece;
      while (x + head.width > width && !head.text.empty()) {
        drop_character(head.text);
        head.width = measure(head.text, bold);
      }
      // A block narrower than a character has one on each line all the same.
      if (head.text.empty() && x == 0) head.text = first_character(piece.text);
      if (head.text.size() == piece.text.size()) return;
      piece.text.erase(0, head.text.size());
      piece.width = measure(piece.text, bold);
      if (!head.text.empty()) place(std::move(head));
      next_line();
    }
  }

  void place(Piece piece) {
    piece.x = x;
    piece.line = line;
    x += piece.width;
    lines.width = std::max(lines.width, x);
    Piece* last = lines.pieces.empty() ? nullptr : &lines.pieces.back();
    if (last == nullptr || last->line != line || last->span != piece.span) {
      lines.pieces.push_back(std::move(piece));
      return;
    }
    // Keep one piece a look and line, with the spaces between its words.
    const float gap = piece.x - (last->x + last->width);
    if (gap > 0.01f) last->text += ' ';
    last->text += piece.text;
    last->width = measure(last->text, spans[static_cast<std::size_t>(piece.span)].bold);
  }
};

}  // namespace

Lines break_lines(const std::vector<Span>& spans, float width, const Measure& measure) {
  Setter setter{.spans = spans, .width = width, .measure = measure};
  for (std::size_t s = 0; s < spans.size(); ++s) {
    const std::string_view text = spans[s].text;
    const float space = measure(" ", spans[s].bold);
    std::size_t start = 0;
    while (start <= text.size()) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      if (end > start) setter.gather(text.substr(start, end - start), s);
      if (end == text.size()) break;
      setter.place_word();
      if (setter.x > 0) setter.x += space;
      start = end + 1;
    }
  }
  setter.place_word();
  setter.lines.count = spans.empty() ? 0 : setter.line + 1;
  return std::move(setter.lines);
}

}  // namespace tenfold::ui
