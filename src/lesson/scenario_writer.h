// A scenario as the file that reads back as it.
#pragma once

#include <string>

#include "model/scenario.h"

namespace tenfold::lesson {

// In the form of lessons/scenario.schema.json, a part or link a line.
std::string write_scenario(const model::Scenario& scenario);

}  // namespace tenfold::lesson
