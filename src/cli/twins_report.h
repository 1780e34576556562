// Two variants compared on the same requests, as JSON.
#pragma once

#include <cstdint>
#include <string>

#include "model/scenario.h"

namespace tenfold::cli {

// Runs so many pairs, from this seed on. REQUIRES: both pass their check and pairs >= 2.
std::string twins_report(const model::Scenario& before, const model::Scenario& after,
                         std::uint64_t seed, std::uint64_t pairs);

}  // namespace tenfold::cli
