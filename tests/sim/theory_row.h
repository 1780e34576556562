// A value that theory gives beside the one that was simulated: printed as a row of the comparison's
// table, and held to it.
#pragma once

#include <string>

#include "sim/estimate.h"

namespace tenfold::sim::test {

inline constexpr double kConfidence = 0.999;

// "load" and 0.8 → "load 0.8"
std::string with(const std::string& text, double value);

// Prints the row, and checks that the 99.9 % interval of the measured values holds the expected one
// and is no wider than 2 % of it to either side.
void check_against_theory(const std::string& name, double expected, const Moments& measured);

// The same for what leaves nothing to chance.
void check_exactly(const std::string& name, double expected, double measured);

}  // namespace tenfold::sim::test
