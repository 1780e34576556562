// What a design might do without: the same with one part less, or with one that is smaller. Of
// parts that are alike only the first and the last are tried, as the first may be the one that
// dies.
#pragma once

#include <string>
#include <vector>

#include "lesson/problem.h"
#include "model/scenario.h"

namespace tenfold::design {

struct Simpler {
  std::string part;   // what is less; of a group of alike parts, one of them
  std::string group;  // equal for those of which only the first that will do is to be told
  std::string text;   // "without Cache", "Box as general-2"
  model::Scenario design;
};

// The cheapest of a group first. Those that make no system at all are left out.
std::vector<Simpler> simpler_designs(const lesson::Problem& problem, const lesson::Level& level,
                                     const model::Scenario& design);

// The parts whose death is worth a try, those that are alike together: machines, and what lives by
// itself without one.
std::vector<std::vector<std::string>> mortals(const lesson::Level& level,
                                              const model::Scenario& scenario);

}  // namespace tenfold::design
