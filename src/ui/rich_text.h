// Lesson sentences with **bold** and [glossary terms], broken into lines of a given width.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::ui {

struct Span {
  std::string text;
  bool bold = false;
  bool term = false;
};

// Unpaired marks stay as they are written.
std::vector<Span> parse_rich(std::string_view text);
std::string plain(const std::vector<Span>& spans);
// With **bold** marked, as the mirror takes it; empty when nothing is bold.
std::string with_bold(const std::vector<Span>& spans);

// A piece of a line with one look. x and line are relative to the block's top left.
struct Piece {
  std::string text;
  float x = 0;
  float width = 0;
  int line = 0;
  int span = 0;
};

struct Lines {
  std::vector<Piece> pieces;
  int count = 0;
  float width = 0;  // of the longest line
};

// `measure` gives a text's width in one face. Breaks at spaces; a word wider than the block begins
// a line and goes on in the next.
using Measure = std::function<float(std::string_view text, bool bold)>;
Lines break_lines(const std::vector<Span>& spans, float width, const Measure& measure);

}  // namespace tenfold::ui
