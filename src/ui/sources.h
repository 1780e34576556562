// Where the numbers of a scenario come from, as sentences: every parameter that a part uses, its
// value with its unit, and the source of the default.
#pragma once

#include <string>
#include <vector>

#include "model/scenario.h"

namespace tenfold::ui {

// One line a part, or several with the same numbers, in the scenario's order: "App 1, App 2: cpu 3
// ms (this lesson); …".
std::vector<std::string> number_sources(const model::Scenario& scenario);

}  // namespace tenfold::ui
