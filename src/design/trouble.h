// What can happen to a system, as changes of a run: now, or at a time. Which of it can happen to a
// part follows from what its kind can be set to while it runs.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "design/draft.h"
#include "model/scenario.h"

namespace tenfold::design {

enum class Trouble : std::uint8_t {
  kill,     // a part, until something heals it
  slow,     // a part takes five times as long
  cut,      // a link carries nothing more
  traffic,  // three times as many ask
  restart,  // a part is down for some seconds; what it had in memory is gone
  retries,  // impatient users: who gets no answer asks again, twice
};
inline constexpr std::array kTroubles = {Trouble::kill,    Trouble::slow,    Trouble::cut,
                                         Trouble::traffic, Trouble::restart, Trouble::retries};
std::string_view trouble_name(Trouble trouble);  // what a learner reads: "kill", "slow ×5"

// To a part by its id, or to a link by its name. None where this cannot happen to it.
std::vector<model::TimedChange> changes_of(const Draft& draft, Trouble trouble,
                                           std::string_view target, double at_s);
bool can_happen(const Draft& draft, Trouble trouble, std::string_view target);
// What it can happen to: parts' ids, or links' names for a cut.
std::vector<std::string> targets_of(const Draft& draft, Trouble trouble);

}  // namespace tenfold::design
