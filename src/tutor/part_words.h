// Parts by their ids, and what they are called.
#pragma once

#include <string>
#include <string_view>

#include "model/scenario.h"

namespace tenfold::tutor {

const model::PartSpec* find_part(const model::Scenario& scenario, std::string_view id);  // or null
// What the diagram calls a part, or a link: "Link from Readers to App". What is in no such scenario
// is called by its id.
std::string label_of(const model::Scenario& scenario, std::string_view id);

}  // namespace tenfold::tutor
