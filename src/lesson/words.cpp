// Wording of faults.
#include "lesson/words.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tenfold::lesson {
namespace {

// Levenshtein's distance, one row at a time.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// On one line, and no longer than a line needs.
std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  std::string out;
  for (const char c : text.substr(0, kLongest))
    out += static_cast<unsigned char>(c) < ' ' ? '?' : c;
  if (text.size() > kLongest) {
    // A character of several bytes is cut as a whole: 10xxxxxx never begins one.
    std::size_t kept = kLongest;
    while (kept > 0 && (static_cast<unsigned char>(text[kept]) & 0xc0U) == 0x80U) --kept;
    out.resize(kept);
    out += "…";
  }
  return out;
}

}  // namespace

std::string quoted(std::string_view text) { return '"' + shortened(text) + '"'; }

std::string pointer_token(std::string_view key) {
  std::string out;
  for (const char c : shortened(key)) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string count_word(std::size_t count) {
  constexpr std::array<std::string_view, 13> kWords = {"none", "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};
  return count < kWords.size() ? std::string(kWords[count]) : std::to_string(count);
}

std::string number_word(double number) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.10g", number);
  return buffer.data();
}

std::string_view nearest(std::string_view given, std::span<const std::string_view> names) {
  if (given.size() > 60) return {};
  std::string_view best;
  std::size_t fewest = std::max<std::size_t>(2, given.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::size_t edits = edits_between(given, name);
    if (edits < fewest && edits < name.size()) {
      fewest = edits;
      best = name;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view given, std::span<const std::string_view> names) {
  const std::string_view name = nearest(given, names);
  return name.empty() ? "" : "; did you mean " + quoted(name) + "?";
}

}  // namespace tenfold::lesson
