// Quantiles are within 1 % of the truth, and histograms add up.
#include "sim/histogram.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "sim/portable_math.h"
#include "sim/random.h"

namespace sim = tenfold::sim;

TEST_CASE("quantiles are within 1 % of the sorted values, from nanoseconds to hours") {
  sim::Random random(1);
  sim::Histogram histogram;
  std::vector<sim::Duration> values;
  for (int i = 0; i < 50'000; ++i) {
    // Evenly spread over the powers of ten up to 3 hours.
    values.push_back(sim::round_to_ns(sim::exp(30 * random.uniform())));
    histogram.add(values.back());
  }
  std::sort(values.begin(), values.end());
  for (const double q : {0.001, 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999}) {
    const auto exact = static_cast<double>(
        values[static_cast<std::size_t>(q * static_cast<double>(values.size()))]);
    CHECK(histogram.quantile_ns(q) == doctest::Approx(exact).epsilon(0.01));
  }
}

TEST_CASE("a single value is every quantile of itself to within 1 %") {
  for (sim::Duration value = 1; value < sim::kHour; value = value * 21 / 13 + 1) {
    sim::Histogram histogram;
    histogram.add(value);
    for (const double q : {0.01, 0.5, 0.99}) {
      CHECK(histogram.quantile_ns(q) == doctest::Approx(static_cast<double>(value)).epsilon(0.01));
    }
    CHECK(histogram.mean_ns() == static_cast<double>(value));
  }
}

TEST_CASE("an empty histogram is all zeros") {
  const sim::Histogram histogram;
  CHECK(histogram.count() == 0);
  CHECK(histogram.mean_ns() == 0);
  CHECK(histogram.quantile_ns(0.99) == 0);
}

TEST_CASE("merging two histograms gives that of all their values") {
  sim::Random random(2);
  sim::Histogram first;
  sim::Histogram second;
  sim::Histogram both;
  for (int i = 0; i < 1'000; ++i) {
    const sim::Duration value = random.below(1'000'000);
    (i % 3 == 0 ? first : second).add(value);
    both.add(value);
  }
  sim::Histogram merged = first;
  merged.merge(second);
  CHECK(merged == both);
  merged.clear();
  CHECK(merged == sim::Histogram{});
}

TEST_CASE("values beyond the range are kept at its end") {
  sim::Histogram histogram;
  histogram.add(100 * sim::kHour);
  CHECK(histogram.quantile_ns(0.5) > static_cast<double>(9 * sim::kHour));
}
