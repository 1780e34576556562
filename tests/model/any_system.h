// Systems nobody thought of: sound scenarios made out of choices, which are a test's random numbers
// or a fuzzer's bytes. Kinds, parameters and their ranges are the catalogue's.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "model/catalogue.h"
#include "model/scenario.h"

namespace tenfold::model::test {

// A number below `n`. REQUIRES: n >= 1.
using Choose = std::function<std::uint32_t(std::uint32_t n)>;

// Users and what they ask, some hundred requests a second. Every kind is in some of these; its
// check is empty, or the rules below have been left behind by those of the model.
Scenario any_system(const Choose& choose);

// Gives it other values and timed changes, as many as chosen, and keeps those with which it stays
// sound.
void vary(Scenario& scenario, const Choose& choose);

// Something to be done to a part or link of it while it runs, sound or not: a death, a healing, a
// value.
Change any_change(const Scenario& scenario, const Choose& choose);

// Values at the ends of what a parameter can be: low, high and initial, or every choice.
std::vector<Setting> values_of(const ParameterInfo& parameter);

}  // namespace tenfold::model::test
