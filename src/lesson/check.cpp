// The lesson contract's checks.
#include "lesson/check.h"

#include <algorithm>

#include "lesson/text.h"
#include "lesson/texts.h"
#include "lesson/words.h"
#include "model/catalogue.h"

namespace tenfold::lesson {
namespace {

bool is_explained(const Lesson& lesson, std::string_view term) {
  return std::any_of(lesson.glossary.begin(), lesson.glossary.end(),
                     [term](const Term& entry) { return same_term(entry.term, term); });
}

std::string mark_reason(const Lesson& lesson, const LessonText& text, const Mark& mark) {
  if (mark.end == std::string_view::npos) {
    constexpr std::string_view kMarks[] = {"**", "[", "{"};
    return "opens a " + quoted(kMarks[static_cast<std::size_t>(mark.kind)]) +
           " that is never closed";
  }
  if (mark.kind == Mark::Kind::bold) return "";
  if (!text.marked) return "is shown as it is: terms and facts do not work here";
  if (mark.kind != Mark::Kind::term || is_explained(lesson, mark.name)) return "";
  std::vector<std::string_view> terms;
  for (const Term& entry : lesson.glossary) terms.push_back(entry.term);
  return "marks the term " + quoted(mark.name) + ", which the glossary does not explain" +
         did_you_mean(mark.name, terms);
}

// A right option that is longer than every wrong one can be picked without reading.
bool longest_is_right(const Question& question) {
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (const QuestionOption& option : question.options) {
    std::size_t& longest = option.right ? right : wrong;
    longest = std::max(longest, option.text.size());
  }
  return right > wrong;
}

void check_questions(const Lesson& lesson, std::string_view file, std::vector<FileFault>& faults) {
  const auto add = [&](std::string reason) {
    faults.push_back({std::string(file), "/questions", std::move(reason)});
  };
  std::size_t recall = 0;
  std::size_t longest = 0;
  double by_chance = 0;
  for (const Question& question : lesson.questions) {
    if (question.level == Question::Level::recall) ++recall;
    if (question.kind != Question::Kind::one) continue;
    if (longest_is_right(question)) ++longest;
    by_chance += 1.0 / static_cast<double>(question.options.size());
  }
  const std::size_t count = lesson.questions.size();
  if (recall * 5 > count) {
    add("can be at most one fifth recall, but " + count_word(recall) + " of " + count_word(count) +
        " are");
  }
  if (static_cast<double>(longest) > by_chance) {
    add("have the right option as the longest " + count_word(longest) +
        " times, more often than chance would (" + number_word(by_chance) + ")");
  }
}

// Load is what users bring: how many they are, what they ask for, what they have stored.
bool is_load(const model::PartSpec& part, std::string_view parameter) {
  const model::KindInfo* kind = model::find_kind(part.kind);
  const model::ParameterInfo* info = kind ? model::find_parameter(*kind, parameter) : nullptr;
  return info != nullptr && info->is_load;
}

// A scenario with only what its designer decided.
std::vector<model::PartSpec> design_of(const model::Scenario& scenario) {
  std::vector<model::PartSpec> parts = scenario.parts;
  for (model::PartSpec& part : parts) {
    std::erase_if(part.settings,
                  [&part](const model::Setting& setting) { return is_load(part, setting.name); });
  }
  return parts;
}

}  // namespace

std::vector<MarkFault> check_marks(const Lesson& lesson) {
  std::vector<MarkFault> faults;
  for (const LessonText& text : texts_of(lesson)) {
    for (const Mark& mark : marks_of(text.text)) {
      std::string reason = mark_reason(lesson, text, mark);
      if (!reason.empty()) faults.push_back({text.path, std::move(reason)});
    }
  }
  return faults;
}

int words_of(const Lesson& lesson) {
  int words = 0;
  for (const LessonText& text : texts_of(lesson)) {
    if (!text.on_demand) words += count_words(text.text);
  }
  return words;
}

std::vector<FileFault> check_lesson(const Lesson& lesson, std::string_view file) {
  std::vector<FileFault> faults;
  if (const int words = words_of(lesson); words > kMostWords) {
    faults.push_back({std::string(file), "",
                      "has " + std::to_string(words) + " words; a stage can have at most " +
                          std::to_string(kMostWords)});
  }
  check_questions(lesson, file, faults);
  return faults;
}

std::vector<FileFault> check_order(const Lesson& before, const Lesson& lesson,
                                   std::string_view file) {
  model::Scenario end;
  end.parts = design_of(with_edits(before.scenario, fix_of(before).edits));
  model::Scenario start;
  start.parts = design_of(lesson.scenario);
  std::vector<FileFault> faults;
  for (const std::string& id : model::changed_parts(end, start)) {
    faults.push_back({std::string(file), "/scenario/parts",
                      "must be those that stage " + std::to_string(before.stage) +
                          " ended with, but " + quoted(id) + " is new or differs"});
  }
  for (const std::string& id : model::changed_parts(start, end)) {
    const bool gone = std::none_of(start.parts.begin(), start.parts.end(),
                                   [&id](const model::PartSpec& part) { return part.id == id; });
    if (gone) {
      faults.push_back({std::string(file), "/scenario/parts",
                        "must be those that stage " + std::to_string(before.stage) +
                            " ended with, but " + quoted(id) + " is gone"});
    }
  }
  return faults;
}

}  // namespace tenfold::lesson
