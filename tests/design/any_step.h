// Whatever a learner may do to a draft, sensible or not: steps made out of choices.
#pragma once

#include <cstdint>
#include <functional>

#include "design/draft.h"
#include "design/step.h"

namespace tenfold::design::test {

// A number below `n`. REQUIRES: n >= 1.
using Choose = std::function<std::uint32_t(std::uint32_t n)>;

// Mostly of what is there, so that most can be done. A draft of many parts loses more than it gets.
Step any_step(const Draft& draft, const Choose& choose);

}  // namespace tenfold::design::test
