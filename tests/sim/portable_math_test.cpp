// The portable functions against the platform's own, which are right to the last bit or nearly so.
#include "sim/portable_math.h"

#include <doctest/doctest.h>

#include <cmath>

#include "sim/random.h"

namespace sim = tenfold::sim;

namespace {
bool is_close(double a, double b, double relative) {
  return std::fabs(a - b) <= relative * std::fabs(b);
}
}  // namespace

TEST_CASE("log agrees with the platform's to 4 parts in 10^16 from tiny to huge") {
  sim::Random random(1);
  for (int i = 0; i < 20'000; ++i) {
    const double x = std::exp(1400 * random.uniform() - 700);
    CHECK(is_close(sim::log(x), std::log(x), 4e-16));
  }
  CHECK(sim::log(1) == 0);
  CHECK(sim::log(0) == -sim::kInfinity);
  CHECK(sim::log(sim::kInfinity) == sim::kInfinity);
  CHECK(is_close(sim::log(4e-320), std::log(4e-320), 4e-16));
}

TEST_CASE("exp agrees with the platform's to 4 parts in 10^16 over its whole range") {
  sim::Random random(2);
  for (int i = 0; i < 20'000; ++i) {
    const double x = 1400 * random.uniform() - 700;
    CHECK(is_close(sim::exp(x), std::exp(x), 4e-16));
  }
  CHECK(sim::exp(0) == 1);
  CHECK(sim::exp(-800) == 0);
  CHECK(sim::exp(800) == sim::kInfinity);
}

TEST_CASE("pow, sqrt and cosine agree with the platform's") {
  sim::Random random(3);
  for (int i = 0; i < 20'000; ++i) {
    const double x = 1e6 * random.uniform();
    const double y = 4 * random.uniform() - 2;
    CHECK(is_close(sim::pow(x, y), std::pow(x, y), 2e-14));
    CHECK(is_close(sim::sqrt(x), std::sqrt(x), 3e-16));
    const double turns = 10 * y;
    CHECK(std::fabs(sim::cos_turns(turns) - std::cos(turns * 2 * std::acos(-1.0))) < 1e-13);
  }
  CHECK(sim::pow(0, 0) == 1);
  CHECK(sim::pow(0, -1) == sim::kInfinity);
  CHECK(sim::sqrt(0) == 0);
  CHECK(sim::cos_turns(0.5) == -1);
}
