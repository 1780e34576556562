// Series of a run by name: what a question may ask to be drawn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/system.h"

namespace tenfold::tutor {

// Of the second that each of the times lies in, as facts name it. Names: offered, good, failed
// (requests a second), in_system, p50_ms, p99_ms, cost_month, PART.utilisation and PART.waiting.
// Nothing: there is no such series. The run's end and later has its last value.
std::optional<std::vector<double>> curve_of(const model::System& run,
                                            const model::Scenario& scenario,
                                            std::string_view series,
                                            const std::vector<double>& at_s);

// Every name that curve_of knows for this scenario.
std::vector<std::string> curve_names(const model::Scenario& scenario);

}  // namespace tenfold::tutor
