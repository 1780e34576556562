// Two other ways to simulate M/M/1 at a load of 0.8, to measure the engine by.
#pragma once

#include <cstdint>

namespace tenfold::bench {

struct Result {
  std::uint64_t events = 0;
  double mean_time = 0;  // in the system, in services
};

// Two variables for the two events that can come next, and nothing else: the practical limit.
Result two_timers(std::uint64_t customers);

// A heap of 8-byte events and nothing around it: what a tuned bare engine does.
Result bare_heap(std::uint64_t customers);

}  // namespace tenfold::bench
