#include "ui/rich_text.h"

#include <doctest/doctest.h>

namespace {

using tenfold::ui::break_lines;
using tenfold::ui::Lines;
using tenfold::ui::parse_rich;
using tenfold::ui::Piece;
using tenfold::ui::plain;
using tenfold::ui::Span;

// Every character is 10 wide, bold ones 12.
float fixed_width(std::string_view text, bool bold) {
  return static_cast<float>(text.size()) * (bold ? 12.0f : 10.0f);
}

std::string joined(const Lines& lines) {
  std::string text;
  int line = 0;
  for (const Piece& piece : lines.pieces) {
    if (piece.line != line) text += '|';
    line = piece.line;
    text += piece.text;
  }
  return text;
}

TEST_CASE("bold and terms become spans, and the plain text has no marks") {
  const std::vector<Span> spans = parse_rich("A **full** [queue] waits");
  REQUIRE(spans.size() == 5);
  CHECK(spans[1].text == "full");
  CHECK(spans[1].bold);
  CHECK(spans[3].text == "queue");
  CHECK(spans[3].term);
  CHECK_FALSE(spans[4].bold);
  CHECK(plain(spans) == "A full queue waits");
}

TEST_CASE("marks without a partner stay as they are written") {
  CHECK(plain(parse_rich("2 ** 3")) == "2 ** 3");
  CHECK(plain(parse_rich("an [open bracket")) == "an [open bracket");
  CHECK(plain(parse_rich("")).empty());
  CHECK(with_bold(parse_rich("A **full** [queue] waits")) == "A **full** queue waits");
  CHECK(with_bold(parse_rich("2 ** 3 in a [queue]")).empty());
}

TEST_CASE("lines break at spaces and no line is wider than the block") {
  const Lines lines = break_lines(parse_rich("one two three four"), 100, fixed_width);
  CHECK(joined(lines) == "one two|three four");
  CHECK(lines.count == 2);
  CHECK(lines.width <= 100);
}

TEST_CASE("a word wider than the block begins a line and goes on in the next") {
  const Lines lines = break_lines(parse_rich("a **inc**omprehensibility b"), 80, fixed_width);
  CHECK(joined(lines) == "a|incompr|ehensibi|lity b");
  CHECK(lines.width <= 80);
  CHECK(joined(break_lines(parse_rich("ab c"), 5, fixed_width)) == "a|b|c");
  // A character of several bytes is not taken apart.
  CHECK(joined(break_lines(parse_rich("éé"), 25, fixed_width)) == "é|é");
}

TEST_CASE("punctuation after a bold word stays with the word") {
  const Lines lines = break_lines(parse_rich("aaaa bbb **cc**, d"), 100, fixed_width);
  // "bbb cc," would need 10 more than there is: "cc" and "," move down together.
  CHECK(joined(lines) == "aaaa bbb|cc, d");
}

}  // namespace
