// The marks in a lesson's sentences: **bold**, [glossary terms] and {facts}.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::lesson {

struct Mark {
  enum class Kind : std::uint8_t { bold, term, fact };
  Kind kind = Kind::bold;
  std::string_view name;  // what stands between the marks
  std::size_t begin = 0;  // of the opening mark
  std::size_t end = 0;    // after the closing mark
};

// In order of their places. A mark that is never closed is listed with an end of npos.
std::vector<Mark> marks_of(std::string_view text);

// With A–Z made small.
std::string lower(std::string_view text);

// With its first letter large, where that is one of a–z.
std::string capitalised(std::string text);

// Equal but for the case of A–Z: "[Queue]" at a sentence's start is the term "queue".
bool same_term(std::string_view a, std::string_view b);

// Words as a reader counts them: pieces between spaces that hold a letter or a digit.
int count_words(std::string_view text);

// Each with its mark and what closes behind it.
std::vector<std::string_view> sentences_of(std::string_view text);

}  // namespace tenfold::lesson
