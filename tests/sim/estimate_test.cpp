// Quantiles agree with printed tables; intervals hold the truth as often as they promise.
#include "sim/estimate.h"

#include <doctest/doctest.h>

#include "sim/random.h"

namespace sim = tenfold::sim;

TEST_CASE("normal quantiles agree with the tables") {
  CHECK(sim::normal_quantile(0.5) == 0);
  CHECK(sim::normal_quantile(0.975) == doctest::Approx(1.959963984540054).epsilon(1e-14));
  CHECK(sim::normal_quantile(0.9995) == doctest::Approx(3.290526731491926).epsilon(1e-14));
  CHECK(sim::normal_quantile(0.25) == doctest::Approx(-0.6744897501960817).epsilon(1e-14));
  CHECK(sim::normal_quantile(1e-20) == doctest::Approx(-9.262340089798408).epsilon(1e-14));
}

TEST_CASE("Student's t quantiles agree with the tables") {
  CHECK(sim::t_quantile(0.975, 1) == doctest::Approx(12.7062).epsilon(1e-5));
  CHECK(sim::t_quantile(0.025, 1) == doctest::Approx(-12.7062).epsilon(1e-5));
  CHECK(sim::t_quantile(0.975, 2) == doctest::Approx(4.30265).epsilon(1e-5));
  CHECK(sim::t_quantile(0.975, 4) == doctest::Approx(2.77645).epsilon(1e-3));
  CHECK(sim::t_quantile(0.975, 9) == doctest::Approx(2.26216).epsilon(1e-5));
  CHECK(sim::t_quantile(0.9995, 29) == doctest::Approx(3.6594).epsilon(1e-4));
  CHECK(sim::t_quantile(0.95, 1'000'000) == doctest::Approx(1.644854).epsilon(1e-5));
}

TEST_CASE("mean and variance of a few numbers are exact") {
  sim::Moments moments;
  for (const double value : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}) moments.add(value);
  CHECK(moments.mean() == doctest::Approx(5));
  CHECK(moments.variance() == doctest::Approx(32.0 / 7));
  CHECK(sim::confidence_interval(sim::Moments{}, 0.95).half_width > 1e300);
}

TEST_CASE(
    "a 95 % interval holds the true mean in about 95 of 100 runs, even of a correlated series") {
  int held = 0;
  constexpr int kRuns = 1'000;
  for (int run = 0; run < kRuns; ++run) {
    sim::Random random = sim::Stream(1).draws_for(static_cast<std::uint64_t>(run));
    sim::BatchMeans batches;
    double level = 0;
    for (int i = 0; i < 4'000; ++i) {
      level = 0.8 * level + random.normal();
      batches.add(10 + level);
    }
    held += batches.interval(0.95).contains(10) ? 1 : 0;
  }
  CHECK(held > 925);
  CHECK(held < 975);
}

TEST_CASE("batches that resemble their neighbours are noticed, independent ones are not") {
  int noticed = 0;
  int false_alarms = 0;
  for (std::uint64_t series = 0; series < 500; ++series) {
    sim::Random random = sim::Stream(4).child(series).draws();
    sim::BatchMeans sluggish;
    sim::BatchMeans independent;
    double level = 0;
    for (int i = 0; i < 60; ++i) {
      level = 0.9 * level + random.normal();
      sluggish.add(level);
      independent.add(random.normal());
    }
    noticed += sluggish.are_batches_too_short() ? 1 : 0;
    false_alarms += independent.are_batches_too_short() ? 1 : 0;
  }
  CHECK(noticed > 475);
  CHECK(false_alarms < 15);
}

TEST_CASE("batches stay between 32 and 63 and grow instead") {
  sim::BatchMeans batches;
  for (int i = 0; i < 100'000; ++i) {
    batches.add(i);
    CHECK(batches.batches() <= 63);
  }
  CHECK(batches.batches() >= 32);
  CHECK(batches.batch_size() == 2048);
}
