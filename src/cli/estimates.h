// How sure a simulation's means are: intervals over replications, or over batches of one run.
#pragma once

#include <string>
#include <vector>

#include "model/system.h"
#include "sim/estimate.h"

namespace tenfold::cli {

struct Estimate {
  std::string name;
  sim::Interval interval;  // 95 %
};

struct Estimates {
  std::string method;  // "replications" or "batch means"
  std::vector<Estimate> values;
  std::string too_short;  // why the run cannot tell; empty when it can
};

Estimates over_replications(const std::vector<model::Totals>& totals);
// Of the whole seconds after the warm-up.
Estimates over_batches(const std::vector<model::Sample>& series, double warmup_s);

}  // namespace tenfold::cli
