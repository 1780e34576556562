// Two variants under the same requests: what chance does to both alike does not blur what tells
// them apart.
#include "model/twins.h"

#include <doctest/doctest.h>

#include "systems.h"

namespace tenfold::model::test {

namespace {

// Two processors in use for nearly two thirds of the time, and the same with 5 % more to give.
Scenario busy() {
  Scenario scenario = one_box(280, 20);
  set(scenario, "users", number("patience_ms", 60'000));
  return scenario;
}

Scenario quicker() {
  Scenario scenario = busy();
  set(scenario, "app", number("cpu_ms", 3 / 1.05));
  return scenario;
}

Totals totals(const Scenario& scenario, std::uint64_t seed) { return run(scenario, seed).totals(); }

}  // namespace

TEST_CASE("the same requests cut the variance of a small difference at least fourfold") {
  sim::Moments paired;
  sim::Moments independent;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const double before = measure(Metric::mean_ms, totals(busy(), seed));
    paired.add(measure(Metric::mean_ms, totals(quicker(), seed)) - before);
    independent.add(measure(Metric::mean_ms, totals(quicker(), 1'000 + seed)) - before);
  }
  MESSAGE("variance with other requests over that with the same: " << independent.variance() /
                                                                          paired.variance());
  CHECK(paired.variance() * 4 < independent.variance());
}

TEST_CASE("a few pairs tell a small gain from none") {
  Twins twins;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) twins.run_pair(busy(), quicker(), seed);
  const PairedDifference& mean_ms = twins.difference(Metric::mean_ms);
  CHECK(mean_ms.is_told());
  CHECK(mean_ms.interval().mean < 0);
  CHECK(mean_ms.interval().mean == doctest::Approx(mean_ms.after() - mean_ms.before()));
  CHECK_FALSE(twins.difference(Metric::cost_month).is_told());
}

TEST_CASE("a system does not differ from itself, and one pair tells nothing") {
  Twins twins;
  twins.run_pair(busy(), quicker(), 1);
  CHECK_FALSE(twins.difference(Metric::mean_ms).is_told());
  Twins same;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) same.run_pair(busy(), busy(), seed);
  CHECK_FALSE(same.difference(Metric::mean_ms).is_told());
  CHECK(same.difference(Metric::mean_ms).interval().half_width == 0);
}

TEST_CASE("a difference that is the same in every pair is told, however small") {
  PairedDifference cost;
  for (int pair = 0; pair < 3; ++pair) cost.add(140, 140.01);
  CHECK(cost.is_told());
}

}  // namespace tenfold::model::test
