// The questions' part of the file format.
#pragma once

#include <vector>

#include "lesson/edits_reader.h"
#include "lesson/fields.h"
#include "lesson/lesson.h"

namespace tenfold::lesson {

// What questions may run: a scenario, and the variants of it that "show" names.
struct Showable {
  const model::Scenario* scenario = nullptr;  // nullptr: faulty, or there is none
  const std::vector<Variant>* variants =
      nullptr;                   // empty: questions show nothing, none is computed
  EditsReader* edits = nullptr;  // of the file; only where there are variants
};

Question read_question_at(Report& report, const Cursor& at, const Showable& showable);

}  // namespace tenfold::lesson
