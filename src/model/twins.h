// Twins: two variants of a system that meet the same requests with the same luck, being run with
// one seed. Most of the chance in their results is then the same and cancels out of the difference
// (common random numbers), so that few pairs tell a small change from none.
#pragma once

#include <array>
#include <cstdint>

#include "model/scenario.h"
#include "model/system.h"
#include "sim/estimate.h"

namespace tenfold::model {

// One value, measured in both of each pair of runs.
class PairedDifference {
 public:
  void add(double before, double after);

  double before() const { return before_.mean(); }
  double after() const { return after_.mean(); }
  // Of after - before: 95 % confidence. With fewer than two pairs the half-width is infinite.
  sim::Interval interval() const;
  // Whether the pairs tell the two apart: the interval does not hold 0.
  bool is_told() const { return !interval().contains(0); }

 private:
  sim::Moments before_;
  sim::Moments after_;
  sim::Moments differences_;
};

// All metrics of two variants over pairs of runs.
class Twins {
 public:
  // Runs both to their ends with this seed, one more pair. REQUIRES: check() of both is empty.
  void run_pair(const Scenario& before, const Scenario& after, std::uint64_t seed);
  void add(const Totals& before, const Totals& after);

  const PairedDifference& difference(Metric metric) const {
    return differences_[static_cast<std::size_t>(metric)];
  }

 private:
  std::array<PairedDifference, kMetrics> differences_;
};

}  // namespace tenfold::model
