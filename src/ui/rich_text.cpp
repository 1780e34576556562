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

Lines break_lines(const std::vector<Span>& spans, float width, const Measure& measure) {
  Lines lines;
  float x = 0;
  int line = 0;
  // A word may run over several spans ("**full**,"), so it is gathered before it is placed.
  std::vector<Piece> word;
  float word_width = 0;
  const auto place_word = [&] {
    if (word.empty()) return;
    if (x > 0 && x + word_width > width) {
      x = 0;
      ++line;
    }
    for (Piece& piece : word) {
      piece.x = x;
      piece.line = line;
      x += piece.width;
      lines.width = std::max(lines.width, x);
      Piece* last = lines.pieces.empty() ? nullptr : &lines.pieces.back();
      const bool joins = last != nullptr && last->line == line && last->span == piece.span;
      if (joins) {
        // Keep one piece a look and line, with the spaces between its words.
        const Span& span = spans[static_cast<std::size_t>(piece.span)];
        const float gap = piece.x - (last->x + last->width);
        if (gap > 0.01f) last->text += ' ';
        last->text += piece.text;
        last->width = measure(last->text, span.bold);
      } else {
        lines.pieces.push_back(piece);
      }
    }
    word.clear();
    word_width = 0;
  };
  for (std::size_t s = 0; s < spans.size(); ++s) {
    const Span& span = spans[s];
    const float space = measure(" ", span.bold);
    std::size_t start = 0;
    while (start <= span.text.size()) {
      const std::size_t end = std::min(span.text.find(' ', start), span.text.size());
      if (end > start) {
        Piece piece;
        piece.text = span.text.substr(start, end - start);
        piece.width = measure(piece.text, span.bold);
        piece.span = static_cast<int>(s);
        word_width += piece.width;
        word.push_back(std::move(piece));
      }
      if (end == span.text.size()) break;
      place_word();
      if (x > 0) x += space;
      start = end + 1;
    }
  }
  place_word();
  lines.count = spans.empty() ? 0 : line + 1;
  return lines;
}

}  // namespace tenfold::ui
