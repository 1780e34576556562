// tenfold check: every fault of every lesson.
#include <algorithm>
#include <optional>

#include "cli/arguments.h"
#include "cli/at_once.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/problems.h"
#include "cli/rooms.h"
#include "lesson/check.h"
#include "lesson/repeats.h"
#include "lesson/scenario_writer.h"
#include "lesson/stages.h"
#include "lesson/text.h"
#include "lesson/wording.h"
#include "lesson/words.h"
#include "tutor/check.h"
#include "tutor/room_check.h"

namespace tenfold::cli {
namespace {

using Faults = std::vector<lesson::FileFault>;

void append(Faults& faults, Faults more) {
  faults.insert(faults.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

Faults faults_of(const LessonFile& entry) {
  Faults faults = lesson::check_lesson(entry.lesson, entry.file);
  append(faults, lesson::check_wording(entry.lesson, entry.file));
  append(faults, lesson::check_repeats(read_file(entry.file).text, entry.file));
  append(faults, tutor::check_facts(entry.lesson, entry.file));
  append(faults, tutor::check_walk(entry.lesson, entry.file));
  return faults;
}

// A word means the same in all lessons: the glossary room has it once.
void check_meanings(const LessonFile& entry, const LessonFile& other, Faults& faults) {
  for (const lesson::Term& term : entry.lesson.glossary) {
    for (const lesson::Term& before : other.lesson.glossary) {
      if (!lesson::same_term(term.term, before.term) || term.meaning == before.meaning) continue;
      faults.push_back(
          {entry.file, "/glossary",
           "explains " + lesson::quoted(term.term) + " in other words than " + other.file});
    }
  }
}

Faults faults_of_rooms(const std::vector<RoomFile>& rooms, const std::vector<LessonFile>& lessons) {
  std::vector<const lesson::Lesson*> sound;
  for (const LessonFile& entry : lessons) {
    if (entry.faults.empty()) sound.push_back(&entry.lesson);
  }
  Faults faults;
  for (const RoomFile& entry : rooms) {
    append(faults,
           entry.faults.empty() ? tutor::check_room(entry.room, sound, entry.file) : entry.faults);
    if (entry.faults.empty()) {
      append(faults, lesson::check_repeats(read_file(entry.file).text, entry.file));
    }
  }
  return faults;
}

// Whether nothing is missing between the two.
bool follows(const lesson::Lesson& before, const lesson::Lesson& lesson) {
  return lesson::begins_stage(lesson.stage) ? lesson::stage_of(before.stage) + 1 == lesson.stage
                                            : before.stage == lesson::stage_of(lesson.stage);
}

// What only shows with all lessons side by side, in the order of their files' names.
Faults faults_between(const std::vector<LessonFile>& lessons) {
  Faults faults;
  for (const LessonFile& entry : lessons) {
    for (const LessonFile& other : lessons) {
      if (&other == &entry) break;
      if (other.lesson.stage == entry.lesson.stage) {
        faults.push_back({entry.file, "/stage", "is that of " + other.file + " too"});
      }
      if (!other.faults.empty() || !entry.faults.empty()) continue;
      if (&other == &entry - 1 && follows(other.lesson, entry.lesson)) {
        append(faults, lesson::check_order(other.lesson, entry.lesson, entry.file));
      }
      check_meanings(entry, other, faults);
      for (const lesson::Question& question : entry.lesson.questions) {
        const auto& asked = other.lesson.questions;
        const auto found = std::find_if(asked.begin(), asked.end(),
                                        [&](const auto& one) { return one.id == question.id; });
        if (found != asked.end()) {
          faults.push_back({entry.file, "/questions",
                            "use the id \"" + question.id + "\", which " + other.file + " has"});
        }
      }
    }
  }
  return faults;
}

// Runs what has to be run to know the answers to questions and what was to be predicted.
Faults faults_of_answers(const std::vector<LessonFile>& lessons) {
  struct Asked {
    const LessonFile* entry;
    std::optional<std::size_t> question;  // none: the prediction
    Faults faults;
  };
  std::vector<Asked> asked;
  for (const LessonFile& entry : lessons) {
    if (!entry.faults.empty()) continue;
    asked.push_back({&entry, std::nullopt, {}});
    for (std::size_t i = 0; i < entry.lesson.questions.size(); ++i) {
      if (entry.lesson.questions[i].computed()) asked.push_back({&entry, i, {}});
    }
  }
  ProgressBar progress(asked.size());
  at_once(
      asked.size(),
      [&](std::size_t i) {
        const LessonFile& entry = *asked[i].entry;
        const std::optional<std::size_t> question = asked[i].question;
        asked[i].faults = question ? tutor::check_answer(entry.lesson, *question, entry.file)
                                   : tutor::check_prediction(entry.lesson, entry.file);
      },
      progress);
  Faults faults;
  for (Asked& one : asked) append(faults, std::move(one.faults));
  return faults;
}

// Predictions stand in order, so the last is not to come out more often than chance has it.
Faults faults_of_predictions(const std::vector<LessonFile>& lessons, std::string_view folder) {
  std::size_t last = 0;
  std::vector<double> chances;
  for (const LessonFile& entry : lessons) {
    if (!entry.faults.empty() || entry.lesson.predict.is_drawn()) continue;
    const std::size_t count = entry.lesson.predict.options.size();
    if (tutor::predicted_option(entry.lesson) == count - 1) ++last;
    chances.push_back(1.0 / static_cast<double>(count));
  }
  if (lesson::chance_of_at_least(last, chances) >= lesson::kUnlikely) return {};
  return {{std::string(folder), "",
           "has the last prediction come out in " + lesson::count_word(last) + " of " +
               lesson::count_word(chances.size()) + " stages, more often than chance would"}};
}

// Only once the journey is whole.
Faults faults_of_bank(const std::vector<LessonFile>& lessons, std::string_view folder) {
  constexpr std::size_t kStages = 10;
  std::vector<const lesson::Lesson*> sound;
  for (const LessonFile& entry : lessons) {
    if (entry.faults.empty()) sound.push_back(&entry.lesson);
  }
  return sound.size() < kStages ? Faults{} : lesson::check_bank(sound, folder);
}

// Each stage's system before and after its fix lies beside the lessons as a file of its own.
Faults faults_of_scenarios(const LessonFile& entry, const std::string& folder) {
  Faults faults;
  const auto compare = [&](const char* moment, const model::Scenario& scenario,
                           const std::string& variant) {
    const int stage = entry.lesson.stage;
    const std::string file = folder + (lesson::stage_of(stage) < 10 ? "/stage-0" : "/stage-") +
                             lesson::stage_name(stage) + '-' + moment + ".json";
    if (read_file(file).text == lesson::write_scenario(scenario)) return;
    faults.push_back(
        {file, "", "must be what `tenfold scenario " + entry.file + variant + "` writes"});
  };
  compare("before", entry.lesson.scenario, "");
  compare("after", lesson::fixed_scenario(entry.lesson),
          " --variant " + lesson::fix_of(entry.lesson).id);
  return faults;
}

}  // namespace

Outcome check(std::span<const std::string_view> words) {
  const Arguments arguments = read_arguments(words, {});
  if (!arguments.fault.empty()) return bad_input("check: " + arguments.fault);
  const LessonFiles read = read_lessons(arguments.path);
  if (!read.fault.empty()) return bad_input(read.fault);
  Faults faults;
  for (const LessonFile& entry : read.lessons) {
    append(faults, entry.faults.empty() ? faults_of(entry) : entry.faults);
  }
  if (const std::string folder = std::string(arguments.path) + "/scenarios"; is_folder(folder)) {
    for (const LessonFile& entry : read.lessons) {
      if (entry.faults.empty()) append(faults, faults_of_scenarios(entry, folder));
    }
  }
  append(faults, faults_between(read.lessons));
  append(faults, faults_of_answers(read.lessons));
  append(faults, faults_of_predictions(read.lessons, arguments.path));
  append(faults, faults_of_bank(read.lessons, arguments.path));
  for (ProblemFile& entry : read_problems(arguments.path)) append(faults, std::move(entry.faults));
  append(faults, faults_of_rooms(read_rooms(arguments.path), read.lessons));
  Outcome outcome;
  outcome.exit_code = faults.empty() ? 0 : kExitFaults;
  for (const lesson::FileFault& fault : faults) outcome.out += to_line(fault) + '\n';
  const auto counted = [](std::size_t count, const char* what) {
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
  };
  outcome.out +=
      counted(read.lessons.size(), "lesson") + ", " + counted(faults.size(), "fault") + '\n';
  return outcome;
}

}  // namespace tenfold::cli
