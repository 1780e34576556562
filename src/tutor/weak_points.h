// What a system cannot do without: its parts killed one by one, each in a run of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenario.h"

namespace tenfold::tutor {

// The scenario in which that part or link dies at that time and stays dead.
model::Scenario with_death(const model::Scenario& scenario, std::string_view part, double at_s);

// What dies with a part: the machine it runs on, or where it has none the part itself.
std::string_view what_dies(const model::Scenario& scenario, std::string_view part);

// What can die in the game, by id: machines, with all that runs on them, and parts that have none.
std::vector<std::string> mortal_parts(const model::Scenario& scenario);

// The scenario in which one of those dies early.
model::Scenario with_early_death(const model::Scenario& scenario, std::string_view part);

// Those without which the scenario's goals are missed.
std::vector<std::string> weak_points(const model::Scenario& scenario, std::uint64_t seed);

}  // namespace tenfold::tutor
