// Reading each sentence of a lesson for what readers stumble over.
#include "lesson/wording.h"

#include <algorithm>
#include <array>
#include <string>

#include "lesson/text.h"
#include "lesson/texts.h"
#include "lesson/words.h"

namespace tenfold::lesson {
namespace {

constexpr std::array<std::string_view, 12> kCompanies = {
    "Airbnb",    "Amazon.com", "Discord", "Dyn",     "Facebook", "GitHub",
    "Instagram", "Knight",     "Netflix", "Shopify", "Twitter",  "Uber"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

// Where the words stand by themselves; npos: nowhere.
std::size_t find_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !is_letter(text[at - 1]);
    if (begins && (end == text.size() || !is_letter(text[end]))) return at;
  }
  return std::string_view::npos;
}

bool has_year(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view four = text.substr(i, 4);
    if (!std::all_of(four.begin(), four.end(), is_digit)) continue;
    const bool begins = i == 0 || !is_digit(text[i - 1]);
    const bool ends = i + 4 == text.size() || !is_digit(text[i + 4]);
    if (begins && ends && (four.starts_with("19") || four.starts_with("20"))) return true;
  }
  return false;
}

// What is said of a company in numbers was true at some time, and somebody said so.
std::string figure_reason(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), is_digit)) return "";
  for (const std::string_view company : kCompanies) {
    if (find_words(text, company) == std::string_view::npos) continue;
    if (has_year(text) && text.find('(') != std::string_view::npos) return "";
    return "has a figure about " + std::string(company) +
           ", which needs its year and, in brackets, its source";
  }
  return "";
}

// The running text alone: questions are put in any order, and titles mark nothing.
void check_terms(const Lesson& lesson, std::string_view file, std::vector<FileFault>& faults) {
  for (const Term& term : lesson.glossary) {
    for (const LessonText& text : texts_of(lesson)) {
      if (text.question != nullptr || !text.marked || text.on_demand) continue;
      const std::vector<Mark> marks = marks_of(text.text);
      std::string said = lower(text.text);  // without the names of facts
      for (const Mark& mark : marks) {
        if (mark.kind != Mark::Kind::fact || mark.end == std::string_view::npos) continue;
        std::fill_n(said.begin() + static_cast<std::ptrdiff_t>(mark.begin), mark.end - mark.begin,
                    ' ');
      }
      const std::size_t at = find_words(said, lower(term.term));
      if (at == std::string_view::npos) continue;
      const bool is_marked = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
        return mark.kind == Mark::Kind::term && mark.begin <= at && at < mark.end;
      });
      if (!is_marked) {
        faults.push_back({std::string(file), text.path,
                          "uses " + quoted(term.term) +
                              " before its meaning can be opened: mark it where it is first used"});
      }
      break;
    }
  }
}

}  // namespace

std::vector<FileFault> check_wording(const Lesson& lesson, std::string_view file) {
  std::vector<FileFault> faults;
  const auto add = [&](const std::string& path, std::string reason) {
    faults.push_back({std::string(file), path, std::move(reason)});
  };
  const auto at_most = [](int words, int most) {
    return std::to_string(words) + " words; at most " + std::to_string(most) +
           " are read in one go";
  };
  for (const LessonText& text : texts_of(lesson)) {
    for (const std::string_view sentence : sentences_of(text.text)) {
      if (const int words = count_words(sentence); words > kMostInSentence) {
        add(text.path,
            "has a sentence of " + at_most(words, kMostInSentence) + ": " + quoted(sentence));
      }
    }
    if (const int words = count_words(text.text); words > kMostInParagraph) {
      add(text.path, "has " + at_most(words, kMostInParagraph));
    }
    if (std::string reason = figure_reason(text.text); !reason.empty()) {
      add(text.path, std::move(reason));
    }
  }
  int explained = 0;
  for (const Paragraph& paragraph : lesson.explain.text) {
    if (!paragraph.is_code) explained += count_words(paragraph.text);
  }
  if (explained > kMostInExplain) add("/explain", "has " + at_most(explained, kMostInExplain));
  check_terms(lesson, file, faults);
  return faults;
}

double chance_of_at_least(std::size_t successes, const std::vector<double>& chances) {
  std::vector<double> by_count(chances.size() + 1);
  by_count[0] = 1;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    for (std::size_t count = i + 1; count > 0; --count) {
      by_count[count] = by_count[count] * (1 - chances[i]) + by_count[count - 1] * chances[i];
    }
    by_count[0] *= 1 - chances[i];
  }
  double sum = 0;
  for (std::size_t count = successes; count < by_count.size(); ++count) sum += by_count[count];
  return sum;
}

}  // namespace tenfold::lesson
