// Running and comparing pairs.
#include "model/twins.h"

namespace tenfold::model {
namespace {

Totals totals_of(const Scenario& scenario, std::uint64_t seed) {
  System system(scenario, seed);
  system.run_until(system.end());
  return system.totals();
}

}  // namespace

void PairedDifference::add(double before, double after) {
  before_.add(before);
  after_.add(after);
  differences_.add(after - before);
}

sim::Interval PairedDifference::interval() const {
  return sim::confidence_interval(differences_, 0.95);
}

void Twins::run_pair(const Scenario& before, const Scenario& after, std::uint64_t seed) {
  add(totals_of(before, seed), totals_of(after, seed));
}

void Twins::add(const Totals& before, const Totals& after) {
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    differences_[i].add(measure(metric, before), measure(metric, after));
  }
}

}  // namespace tenfold::model
