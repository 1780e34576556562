// Finding the marks in a lesson's sentences.
#include "lesson/text.h"

#include <algorithm>

namespace tenfold::lesson {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool wordlike(char c) {
  const char l = lower(c);
  // Of other alphabets: the first bytes of U+00C0–U+07FF. Dashes and arrows begin with others.
  const auto byte = static_cast<unsigned char>(c);
  return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || (byte >= 0xc3 && byte <= 0xdf);
}

// A bold mark is known at its end, after those inside it.
void put(std::vector<Mark>& marks, const Mark& mark) {
  const auto later = std::find_if(marks.begin(), marks.end(),
                                  [&mark](const Mark& other) { return other.begin > mark.begin; });
  marks.insert(later, mark);
}

}  // namespace

std::vector<Mark> marks_of(std::string_view text) {
  std::vector<Mark> marks;
  std::size_t bold = std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "**") {
      if (bold == std::string_view::npos) {
        bold = i;
      } else {
        put(marks, {Mark::Kind::bold, text.substr(bold + 2, i - bold - 2), bold, i + 2});
        bold = std::string_view::npos;
      }
      ++i;
    } else if (text[i] == '[' || text[i] == '{') {
      const Mark::Kind kind = text[i] == '[' ? Mark::Kind::term : Mark::Kind::fact;
      const std::size_t close = text.find(kind == Mark::Kind::term ? ']' : '}', i);
      if (close == std::string_view::npos) {
        marks.push_back({kind, text.substr(i + 1), i, close});
        break;
      }
      marks.push_back({kind, text.substr(i + 1, close - i - 1), i, close + 1});
      i = close;
    }
  }
  if (bold != std::string_view::npos) {
    put(marks, {Mark::Kind::bold, text.substr(bold + 2), bold, std::string_view::npos});
  }
  return marks;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] -= 'a' - 'A';
  return text;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

bool same_term(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

int count_words(std::string_view text) {
  int words = 0;
  bool counted = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n') {
      counted = false;
    } else if (!counted && wordlike(c)) {
      counted = true;
      ++words;
    }
  }
  return words;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
    std::size_t end = i + 1;
    for (const std::string_view closing : {"**", ")", "\"", "”", "’", "]"}) {
      if (text.substr(end).starts_with(closing)) end += closing.size();
    }
    if (end >= text.size() || text[end] != ' ') continue;
    sentences.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  sentences.push_back(text.substr(begin));
  return sentences;
}

}  // namespace tenfold::lesson
