// The loads that the engine's speed is measured on: queues in a row, run with everything the model
// uses, from the pool of customers to the statistics.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/histogram.h"

namespace tenfold::cli {

struct QueueInRow {
  std::uint32_t workers = 1;
  double mean_service = 1;  // exponential, in units of time
};

struct LoadRun {
  std::uint64_t events = 0;
  double mean_in_system = 0;      // L
  sim::Histogram time_in_system;  // in ns; a unit of time is a millisecond
};

// Customers come at random, so many a unit of time, and pass all queues one after the other. Ends
// when so many have left.
LoadRun run_queues(const std::vector<QueueInRow>& queues, double arrival_rate,
                   std::uint64_t customers);

std::vector<QueueInRow> mm1();     // at a load of 0.8: M/M/1
std::vector<QueueInRow> tandem();  // M/M/4, then M/M/1
inline constexpr double kStandardRate = 0.8;

}  // namespace tenfold::cli
