// The lesson contract's checks.
#include "lesson/check.h"

#include <algorithm>
#include <array>

#include "lesson/stages.h"
#include "lesson/text.h"
#include "lesson/texts.h"
#include "lesson/wording.h"
#include "lesson/words.h"
#include "model/catalogue.h"

namespace tenfold::lesson {
namespace {

std::string mark_reason(const Lesson& lesson, const LessonText& text, const Mark& mark) {
  if (mark.end == std::string_view::npos) {
    constexpr std::string_view kMarks[] = {"**", "[", "{"};
    return "opens a " + quoted(kMarks[static_cast<std::size_t>(mark.kind)]) +
           " that is never closed";
  }
  if (mark.kind == Mark::Kind::bold) return "";
  if (!text.marked) return "is shown as it is: terms and facts do not work here";
  if (mark.kind != Mark::Kind::term || find_term(lesson.glossary, mark.name)) return "";
  std::vector<std::string_view> terms;
  for (const Term& entry : lesson.glossary) terms.push_back(entry.term);
  return "marks the term " + quoted(mark.name) + ", which the glossary does not explain" +
         did_you_mean(mark.name, terms);
}

// A right option that is longer than every wrong one can be picked without reading; so can one that
// is shorter.
bool stands_out(const Question& question, bool by_length) {
  std::size_t right = 0;
  std::size_t longest = 0;
  std::size_t shortest = ~std::size_t{0};
  for (const QuestionOption& option : question.options) {
    if (option.right) {
      right = option.text.size();
    } else {
      longest = std::max(longest, option.text.size());
      shortest = std::min(shortest, option.text.size());
    }
  }
  return by_length ? right > longest : right < shortest;
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
    if (stands_out(question, true)) ++longest;
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

// What may differ between the end of a stage and the start of the next without anything new in the
// system: load is what users bring, and what is there may be had in another size.
constexpr std::array<std::string_view, 3> kSizes = {"size", "workers", "entries"};

bool is_load_or_size(const model::PartSpec& part, std::string_view parameter) {
  if (std::find(kSizes.begin(), kSizes.end(), parameter) != kSizes.end()) return true;
  const model::KindInfo* kind = model::find_kind(part.kind);
  const model::ParameterInfo* info = kind ? model::find_parameter(*kind, parameter) : nullptr;
  return info != nullptr && info->is_load;
}

// A scenario with only what its designer decided.
model::Scenario design_of(const model::Scenario& scenario) {
  model::Scenario design;
  design.parts = scenario.parts;
  for (model::PartSpec& part : design.parts) {
    std::erase_if(part.settings, [&part](const model::Setting& setting) {
      return is_load_or_size(part, setting.name);
    });
  }
  // What a line carries and costs is its size, and where users live is theirs to bring.
  for (const model::LinkSpec& link : scenario.links) {
    const bool of_users = std::any_of(
        scenario.parts.begin(), scenario.parts.end(), [&link](const model::PartSpec& part) {
          return part.id == link.from && model::kind_info(part.kind).is_users;
        });
    design.links.push_back(
        {.from = link.from, .to = link.to, .round_trip_ms = of_users ? 0 : link.round_trip_ms});
  }
  return design;
}

const model::PartSpec* find_part(const model::Scenario& scenario, std::string_view id) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [id](const model::PartSpec& part) { return part.id == id; });
  return found == scenario.parts.end() ? nullptr : &*found;
}

bool has_kind(const model::Scenario& scenario, std::string_view kind) {
  return std::any_of(scenario.parts.begin(), scenario.parts.end(),
                     [kind](const model::PartSpec& part) { return part.kind == kind; });
}

std::string link_name(const model::LinkSpec& link) {
  return "the link from " + quoted(link.from) + " to " + quoted(link.to);
}

void check_teaches(const Lesson& lesson, std::string_view file, std::vector<FileFault>& faults) {
  const auto add = [&](std::string reason) {
    faults.push_back({std::string(file), "/teaches", std::move(reason)});
  };
  const model::Scenario fixed = fixed_scenario(lesson);
  for (const std::string& kind : lesson.teaches) {
    if (has_kind(lesson.scenario, kind)) {
      add("names " + quoted(kind) + ", which the failing system has already");
    } else if (!has_kind(fixed, kind)) {
      add("names " + quoted(kind) + ", which the fix does not bring in");
    }
  }
  std::vector<std::string_view> told(lesson.teaches.begin(), lesson.teaches.end());
  for (const model::PartSpec& part : fixed.parts) {
    const bool known = has_kind(lesson.scenario, part.kind) ||
                       std::find(told.begin(), told.end(), part.kind) != told.end();
    if (known) continue;
    told.push_back(part.kind);
    add("does not name " + quoted(part.kind) + ", which the fix brings in");
  }
}

// Over all stages, by a test that chance fails once in a hundred times.
void check_balance(const std::vector<const Lesson*>& lessons, std::string_view folder,
                   std::vector<FileFault>& faults) {
  for (const bool longest : {true, false}) {
    std::size_t count = 0;
    std::vector<double> chances;
    for (const Lesson* lesson : lessons) {
      for (const Question& question : lesson->questions) {
        if (question.kind != Question::Kind::one) continue;
        if (stands_out(question, longest)) ++count;
        chances.push_back(1.0 / static_cast<double>(question.options.size()));
      }
    }
    if (chance_of_at_least(count, chances) >= kUnlikely) continue;
    faults.push_back({std::string(folder), "",
                      "has the right option as the " +
                          std::string(longest ? "longest" : "shortest") + " in " +
                          count_word(count) + " of " + count_word(chances.size()) +
                          " questions, more often than chance would"});
  }
}

// Who has read one of two questions with the same answer has answered the other.
void check_same_answers(const std::vector<const Lesson*>& lessons, std::string_view folder,
                        std::vector<FileFault>& faults) {
  constexpr int kFewestWords = 3;  // a number may be right twice
  std::vector<std::pair<std::string, const Question*>> answers;
  for (const Lesson* lesson : lessons) {
    for (const Question& question : lesson->questions) {
      for (const QuestionOption& option : question.options) {
        if (!option.right || count_words(option.text) < kFewestWords) continue;
        const std::string answer = lower(option.text);
        const auto same = std::find_if(answers.begin(), answers.end(),
                                       [&](const auto& other) { return other.first == answer; });
        if (same != answers.end()) {
          faults.push_back({std::string(folder), "",
                            "has the same right answer in " + quoted(same->second->id) + " and " +
                                quoted(question.id) + ": " + quoted(option.text)});
        }
        answers.emplace_back(answer, &question);
      }
    }
  }
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
  int of_questions = 0;
  for (const LessonText& text : texts_of(lesson)) {
    if (text.on_demand) continue;
    (text.question == nullptr ? words : of_questions) += count_words(text.text);
  }
  const auto all = static_cast<int>(lesson.questions.size());
  return words + of_questions * std::min(all, kQuestionsAsked) / std::max(all, 1);
}

std::vector<FileFault> check_lesson(const Lesson& lesson, std::string_view file) {
  std::vector<FileFault> faults;
  if (const int words = words_of(lesson); words > kMostWords) {
    faults.push_back({std::string(file), "",
                      "has " + std::to_string(words) + " words; a stage can have at most " +
                          std::to_string(kMostWords)});
  }
  check_questions(lesson, file, faults);
  check_teaches(lesson, file, faults);
  return faults;
}

std::vector<FileFault> check_bank(const std::vector<const Lesson*>& lessons,
                                  std::string_view folder) {
  using Kind = Question::Kind;
  std::size_t all = 0;
  std::size_t fresh = 0;
  std::size_t on_diagram = 0;
  for (const Lesson* lesson : lessons) {
    for (const Question& question : lesson->questions) {
      ++all;
      if (question.kind == Kind::number || question.kind == Kind::simulated) ++fresh;
      if (question.on_diagram()) ++on_diagram;
    }
  }
  std::vector<FileFault> faults;
  const auto expect = [&](std::size_t count, std::size_t fewest, const std::string& what) {
    if (count >= fewest) return;
    faults.push_back({std::string(folder), "",
                      "has " + count_word(count) + ' ' + what + " in all its stages; at least " +
                          std::to_string(fewest) + " are needed"});
  };
  expect(all, 100, "questions");
  expect(fresh, 12, "questions that the simulator answers in numbers");
  expect(on_diagram, 6, "questions on the diagram");
  check_balance(lessons, folder, faults);
  check_same_answers(lessons, folder, faults);
  return faults;
}

std::vector<FileFault> check_order(const Lesson& before, const Lesson& lesson,
                                   std::string_view file) {
  const model::Scenario end = design_of(fixed_scenario(before));
  const model::Scenario start = design_of(lesson.scenario);
  std::vector<FileFault> faults;
  const auto add = [&](const char* place, const std::string& what, const char* is) {
    faults.push_back({std::string(file), std::string("/scenario/") + place,
                      "must be those that stage " + stage_name(before.stage) +
                          " ended with, load and sizes aside, but " + what + is});
  };
  for (const model::PartSpec& part : end.parts) {
    if (find_part(start, part.id) == nullptr) add("parts", quoted(part.id), " is gone");
  }
  for (const std::string& id : model::changed_parts(end, start)) {
    if (find_part(end, id) != nullptr) {
      add("parts", quoted(id), " differs");
    } else if (!has_kind(end, find_part(start, id)->kind)) {
      add("parts", quoted(id), " is of a kind that it did not have");
    }
  }
  const auto is_in = [](const model::Scenario& scenario, const model::LinkSpec& link) {
    return std::find(scenario.links.begin(), scenario.links.end(), link) != scenario.links.end();
  };
  for (const model::LinkSpec& link : end.links) {
    if (!is_in(start, link)) add("links", link_name(link), " is gone or differs");
  }
  for (const model::LinkSpec& link : start.links) {
    const bool joins_known = find_part(end, link.from) != nullptr && find_part(end, link.to);
    if (joins_known && !is_in(end, link)) add("links", link_name(link), " is new or differs");
  }
  return faults;
}

}  // namespace tenfold::lesson
