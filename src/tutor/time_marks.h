// The moments of a run that one wants to go to: where trouble began, and what was done to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tutor/run.h"

namespace tenfold::tutor {

struct TimeMark {
  enum class Kind : std::uint8_t { warning, failure, kill, heal, change };
  Kind kind = Kind::warning;
  double at_s = 0;
  std::string words;     // "First failure: queue full", "App killed"
  bool by_hand = false;  // done by the learner
};

// By time, of what has been seen of the run so far, also where that lies ahead of the present.
std::vector<TimeMark> marks_of(const Track& track);

// "App server: workers 8 → 10": what the learner did last. REQUIRES: something was done by now.
std::string last_change_in_words(const Track& track);

// "0:39 of 1:20", and which marks lie in that second.
std::string moment_in_words(const Track& track, const std::vector<TimeMark>& marks, sim::Time at);

// What the learner did later than the present: gone as soon as anything else is done here. Empty
// when there is nothing to lose.
std::string would_be_lost(const Track& track);

}  // namespace tenfold::tutor
