// tenfold check: every fault of every lesson.
#include <algorithm>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "lesson/check.h"
#include "tutor/check.h"

namespace tenfold::cli {
namespace {

using Faults = std::vector<lesson::FileFault>;

void append(Faults& faults, Faults more) {
  faults.insert(faults.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

Faults faults_of(const LessonFile& entry) {
  Faults faults = lesson::check_lesson(entry.lesson, entry.file);
  append(faults, tutor::check_facts(entry.lesson, entry.file));
  append(faults, tutor::check_walk(entry.lesson, entry.file));
  return faults;
}

// What only shows with all lessons side by side.
Faults faults_between(const std::vector<LessonFile>& lessons) {
  Faults faults;
  for (const LessonFile& entry : lessons) {
    for (const LessonFile& other : lessons) {
      if (&other == &entry) break;
      if (other.lesson.stage == entry.lesson.stage) {
        faults.push_back({entry.file, "/stage", "is that of " + other.file + " too"});
      }
      if (!other.faults.empty() || !entry.faults.empty()) continue;
      if (other.lesson.stage + 1 == entry.lesson.stage) {
        append(faults, lesson::check_order(other.lesson, entry.lesson, entry.file));
      }
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
  append(faults, faults_between(read.lessons));
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
