// The lesson contract, as far as a machine can check a lesson without running it. The reader
// refuses what cannot be taught; this finds what should not be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"

namespace tenfold::lesson {

struct MarkFault {
  std::string path;
  std::string reason;
};

// Marks that are not closed, stand where none work, or name a term that the glossary lacks.
std::vector<MarkFault> check_marks(const Lesson& lesson);

inline constexpr int kMostWords = 900;

// Words that a learner sees without opening anything: of its questions, as many as are asked.
int words_of(const Lesson& lesson);

// Too many words, too many questions of recall, right answers known by their length, kinds of part
// that the fix brings in untold.
// REQUIRES: a lesson that was read without faults.
std::vector<FileFault> check_lesson(const Lesson& lesson, std::string_view file);

// What a stage's system may differ in from the one the stage before ended with: its load, the
// size of what is there, and more parts of kinds that are there already.
// REQUIRES: as above, of both.
std::vector<FileFault> check_order(const Lesson& before, const Lesson& lesson,
                                   std::string_view file);

// What the questions of all stages together lack: there are to be enough of them, enough that the
// simulator answers with fresh numbers, and enough on the diagram.
// REQUIRES: the lessons of the whole journey.
std::vector<FileFault> check_bank(const std::vector<const Lesson*>& lessons,
                                  std::string_view folder);

}  // namespace tenfold::lesson
