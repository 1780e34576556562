// A curve's part of the file format: the same in a question and in a prediction.
#pragma once

#include <string>

#include "lesson/fields.h"
#include "lesson/question.h"

namespace tenfold::lesson {

// From the keys of the object that holds it. `run`: the system whose series it is; without parts:
// not known.
Curve read_curve(Report& report, Fields& fields, const model::Scenario& run);

// What numbers that a learner gives are in, and how far off is right still.
std::string read_unit(Report& report, Fields& fields);
double read_tolerance(Fields& fields);

}  // namespace tenfold::lesson
