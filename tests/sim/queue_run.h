// One queue simulated long enough to be held against theory. The run is cut into 30 long batches,
// and every measure comes with the interval that those give.
#pragma once

#include <cstdint>

#include "sim/distribution.h"
#include "sim/estimate.h"
#include "sim/station.h"
#include "theory_row.h"

namespace tenfold::sim::test {

// The unit of time of the theory: a mean service takes one of these.
inline constexpr double kUnitNs = 1e6;
inline constexpr int kBatches = 30;

struct Queue {
  double arrival_rate = 1;  // customers (or batches of them) a unit of time, Poisson
  Distribution service = Distribution::exponential(kUnitNs);
  std::uint32_t workers = 1;
  std::uint32_t places = Station::kUnlimited;
  double mean_batch = 1;       // customers coming at once: geometric with this mean
  Distribution patience = {};  // how long a customer waits before it leaves; mean 0: for ever
  std::uint64_t customers = 1'000'000;
};

// Means over the batches, in units of time.
struct Measured {
  Moments wait;    // of those served
  Moments time;    // in the system, of those served
  Moments number;  // in the system, time average
  Moments median;  // of the time in the system
  Moments p99;
  Moments delayed;  // share of those who came that had to wait
  Moments refused;  // share of those who came
  Moments left;     // share of those who came that lost patience
  Moments ten;      // share of those who came that found ten or more
};

Measured run(const Queue& queue, std::uint64_t seed);

}  // namespace tenfold::sim::test
