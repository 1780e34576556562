// Lesson files in, checked lessons or every fault at once out. JSON is read here and nowhere else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"

namespace tenfold::lesson {

// A fault an author can act on: "lessons/stage-01.json /challenge/hints: needs three, has two".
struct FileFault {
  std::string file;
  std::string path;  // JSON pointer; empty for the whole file
  std::string reason;
};
std::string to_line(const FileFault& fault);

struct ReadLesson {
  Lesson lesson;  // valid only when faults is empty
  std::vector<FileFault> faults;
};

// `text` is the file's content, at most 1 MiB; `file` names it in faults. Never crashes, whatever
// the bytes are.
ReadLesson read_lesson(std::string_view text, std::string_view file);

struct ReadScenario {
  model::Scenario scenario;
  std::vector<FileFault> faults;
};
ReadScenario read_scenario(std::string_view text, std::string_view file);
// The same of one that is still being made: it may have no parts and no goals, and need not run.
ReadScenario read_draft(std::string_view text, std::string_view file);

// From a scenario's file, or a lesson's: then with the edits of the named variant, or with none
// when `variant` is empty.
ReadScenario read_runnable(std::string_view text, std::string_view file, std::string_view variant);

// Sets one parameter as an edit of a file would: set_parameter(scenario, "app.workers", "64").
// Faults name no file.
std::vector<FileFault> set_parameter(model::Scenario& scenario, std::string_view target,
                                     std::string_view value);

}  // namespace tenfold::lesson
