#include "ui/rich_text.h"

#include <algorithm>

namespace tenfold::ui {

std::vector<Span> parse_rich(std::string_view text) {
  std::vector<Span> spans;
  std::string run;
  bool bold = false;
  const auto flush = [&](bool term) {
    if (!run.empty()) spans.push_back({run, bold, term});
    run.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i, 2) == "**" && (bold || text.find("**", i + 2) != std::string_view::npos)) {
      flush(false);
      bold = !bold;
      i += 2;
      continue;
    }
    if (text[i] == '[') {
      const std::size_t close = text.find(']', i);
      if (close != std::string_view::npos) {
        flush(false);
        run = text.substr(i + 1, close - i - 1);
        flush(true);
        i = close + 1;
        continue;
      }
    }
    run += text[i++];
  }
  flush(false);
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
