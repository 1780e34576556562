// Another part like one that is there: with the same settings and links and, where its machine is
// its own, a machine of the same size.
#pragma once

#include <string>
#include <string_view>

#include "model/scenario.h"

namespace tenfold::lesson {

// Gives the new part's id: "app1" is followed by "app2", or the next number that is free. Empty,
// and nothing is done, when there is no such part.
std::string add_another(model::Scenario& scenario, std::string_view like);

}  // namespace tenfold::lesson
