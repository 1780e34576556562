// Two other ways to simulate the standard loads, to measure the engine by.
#pragma once

#include <cstdint>

namespace tenfold::bench {

struct Result {
  std::uint64_t events = 0;
  double mean_time = 0;  // in the system, in units of time
};

// A variable for each of the events that can come next, and nothing else: the practical limit.
Result hard_coded_mm1(std::uint64_t customers);
Result hard_coded_tandem(std::uint64_t customers);

// A heap of 8-byte events and nothing around it: what a tuned bare engine does.
Result bare_heap_mm1(std::uint64_t customers);
Result bare_heap_tandem(std::uint64_t customers);

}  // namespace tenfold::bench
