// Designs put together by chance out of a problem's palette, cheap ones: what somebody would find
// who tries everything to win for too little.
#pragma once

#include "lesson/problem.h"
#include "model/scenario.h"
#include "sim/random.h"

namespace tenfold::test {

// Parts, links and parameters by chance, those that are the brief's too. Its machines and other
// parts cost at most about `dollars`. It may lack what it takes to run.
model::Scenario random_design(const lesson::Problem& problem, const lesson::Level& level,
                              double dollars, sim::Random& random);

}  // namespace tenfold::test
