// The alias table gives each rank its share.
#include "sim/zipf.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace sim = tenfold::sim;

TEST_CASE("each rank is drawn as often as its share says") {
  constexpr std::uint32_t kRanks = 50;
  constexpr int kDraws = 1'000'000;
  const sim::Zipf zipf(kRanks, 0.9);
  sim::Random random(1);
  std::vector<int> counts(kRanks);
  for (int i = 0; i < kDraws; ++i) ++counts[zipf.draw(random)];
  double total_share = 0;
  for (std::uint32_t rank = 0; rank < kRanks; ++rank) {
    const double share = zipf.share(rank);
    total_share += share;
    const double error = std::sqrt(kDraws * share * (1 - share));
    CHECK(std::fabs(counts[rank] - kDraws * share) < 4 * error);
  }
  CHECK(total_share == doctest::Approx(1));
  CHECK(zipf.share(0) / zipf.share(9) == doctest::Approx(std::pow(10, 0.9)));
}

TEST_CASE("exponent 0 makes all ranks alike, and one rank is always drawn") {
  const sim::Zipf even(4, 0);
  for (std::uint32_t rank = 0; rank < 4; ++rank) CHECK(even.share(rank) == doctest::Approx(0.25));
  const sim::Zipf single(1, 0.8);
  sim::Random random(1);
  for (int i = 0; i < 10; ++i) CHECK(single.draw(random) == 0);
}
