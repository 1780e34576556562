// Every shape has the mean and spread that was asked for.
#include "sim/distribution.h"

#include <doctest/doctest.h>

#include <cmath>

#include "sim/estimate.h"

namespace sim = tenfold::sim;

namespace {

void check_mean_and_spread(const sim::Distribution& distribution, double scv) {
  sim::Random random(1);
  sim::Moments values;
  sim::Moments squares;
  const double mean_ns = distribution.mean_ns();
  for (int i = 0; i < 1'000'000; ++i) {
    const double value = static_cast<double>(distribution.draw(random)) / mean_ns;
    values.add(value);
    squares.add((value - 1) * (value - 1));
  }
  CHECK(sim::confidence_interval(values, 0.9999).contains(1));
  CHECK(sim::confidence_interval(squares, 0.9999).contains(scv));
  CHECK(distribution.scv() == doctest::Approx(scv));
}

}  // namespace

TEST_CASE("a constant never varies") {
  sim::Random random(1);
  const auto constant = sim::Distribution::constant(2'000'000);
  for (int i = 0; i < 10; ++i) CHECK(constant.draw(random) == 2 * sim::kMillisecond);
  CHECK(sim::Distribution{}.draw(random) == 0);
}

TEST_CASE("exponential, Erlang, lognormal and hyperexponential keep mean and variance") {
  constexpr double kMeanNs = 3e6;
  check_mean_and_spread(sim::Distribution::exponential(kMeanNs), 1);
  check_mean_and_spread(sim::Distribution::erlang(kMeanNs, 4), 0.25);
  check_mean_and_spread(sim::Distribution::lognormal(kMeanNs, 0.5), 0.5);
  check_mean_and_spread(sim::Distribution::lognormal(kMeanNs, 2), 2);
  check_mean_and_spread(sim::Distribution::hyperexponential(kMeanNs, 10), 10);
}

TEST_CASE("half of a hyperexponential's total time comes from each branch") {
  // With balanced means the long branch is chosen with p2 = 1 - p1 and p1 m1 = p2 m2 = mean / 2.
  const auto distribution = sim::Distribution::hyperexponential(1e6, 10);
  sim::Random random(2);
  const double p1 = (1 + std::sqrt(9.0 / 11)) / 2;
  const double m1 = 1e6 / (2 * p1);
  const double m2 = 1e6 / (2 * (1 - p1));
  const double expected = p1 * std::exp(-2e6 / m1) + (1 - p1) * std::exp(-2e6 / m2);
  sim::Moments above;
  for (int i = 0; i < 400'000; ++i) above.add(distribution.draw(random) > 2'000'000 ? 1 : 0);
  CHECK(sim::confidence_interval(above, 0.9999).contains(expected));
}
