// The parts of a system by what they do in it, whatever they are called: whom people reach first,
// who works for a queue, which database takes the writes. All lists are in the order of placing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lesson/problem.h"
#include "model/scenario.h"

namespace tenfold::design {

// App servers that those people's requests come to first; of anybody, when `users` is empty.
std::vector<std::string> servers_of(const model::Scenario& scenario, std::string_view users);
// App servers that a queue hands jobs to.
std::vector<std::string> workers_of(const model::Scenario& scenario);
// Whether a server asks such a part (a kind, or an id), by itself or through what passes calls on.
bool reaches(const model::Scenario& scenario, std::string_view server, std::string_view what);
// Of an edge: the people that it is near, the first that ask it; empty: none do.
std::string region_of(const model::Scenario& scenario, std::string_view edge);

// What dies with a part: its machine, with all on it, where it has one.
std::string mortal_of(const model::Scenario& scenario, std::string_view part);
// The part that a trouble means; empty: this design has none.
std::string part_in_role(const model::Scenario& scenario, const lesson::Trouble& trouble);

// nullptr: none of that id, or no setting of that name.
const model::PartSpec* part_of(const model::Scenario& scenario, std::string_view id);
const model::Setting* setting_of(const model::PartSpec& part, std::string_view name);

}  // namespace tenfold::design
