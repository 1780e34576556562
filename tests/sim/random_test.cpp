// Draws have the shape they claim, and streams do not disturb one another.
#include "sim/random.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "sim/estimate.h"

namespace sim = tenfold::sim;

namespace {

constexpr int kDraws = 400'000;

// How many standard errors a count lies from what a chance p makes expected.
double deviations(double count, double p) {
  return (count - kDraws * p) / std::sqrt(kDraws * p * (1 - p));
}

}  // namespace

TEST_CASE("the same stream gives the same draws") {
  sim::Random a = sim::Stream(7).child(3).draws();
  sim::Random b = sim::Stream(7).child(3).draws();
  for (int i = 0; i < 100; ++i) CHECK(a.bits() == b.bits());
}

TEST_CASE("what belongs to one request does not depend on how much others drew") {
  const sim::Stream stream = sim::Stream(7).child(3);
  sim::Random early = stream.draws_for(42);
  sim::Random other = stream.draws_for(41);
  for (int i = 0; i < 10; ++i) other.bits();
  sim::Random late = stream.draws_for(42);
  CHECK(early.bits() == late.bits());
}

TEST_CASE("different seeds, streams and requests are uncorrelated") {
  const auto correlation = [](sim::Random a, sim::Random b) {
    double sum = 0;
    for (int i = 0; i < kDraws; ++i) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5);
    return sum / kDraws * 12 * std::sqrt(kDraws);  // standard normal if they are independent
  };
  const sim::Stream stream(7);
  CHECK(std::fabs(correlation(stream.draws(), sim::Stream(8).draws())) < 4);
  CHECK(std::fabs(correlation(stream.child(0).draws(), stream.child(1).draws())) < 4);
  CHECK(std::fabs(correlation(stream.draws_for(0), stream.draws_for(1))) < 4);
  sim::Random shifted = stream.draws();
  shifted.bits();
  CHECK(std::fabs(correlation(stream.draws(), shifted)) < 4);
}

TEST_CASE("first draws of consecutive requests are as even as draws of one stream") {
  const sim::Stream stream(11);
  std::array<int, 10> tenths{};
  for (int i = 0; i < kDraws; ++i) {
    sim::Random random = stream.draws_for(static_cast<std::uint64_t>(i));
    ++tenths[random.below(10)];
  }
  for (const int count : tenths) CHECK(std::fabs(deviations(count, 0.1)) < 4);
}

TEST_CASE("whole numbers below n are all reached and equally likely") {
  sim::Random random(5);
  std::array<int, 7> counts{};
  for (int i = 0; i < kDraws; ++i) ++counts[random.below(7)];
  for (const int count : counts) CHECK(std::fabs(deviations(count, 1.0 / 7)) < 4);
}

TEST_CASE("exponential draws exceed x as often as e^-x says, in every layer and in the tail") {
  sim::Random random(6);
  constexpr std::array<double, 8> kEdges = {0.01, 0.1, 0.5, 1, 2, 4, 7, 8};
  std::array<int, kEdges.size()> above{};
  sim::Moments moments;
  for (int i = 0; i < kDraws; ++i) {
    const double x = random.exponential();
    moments.add(x);
    for (std::size_t k = 0; k < kEdges.size(); ++k) above[k] += x > kEdges[k] ? 1 : 0;
  }
  for (std::size_t k = 0; k < kEdges.size(); ++k) {
    CHECK(std::fabs(deviations(above[k], std::exp(-kEdges[k]))) < 4);
  }
  CHECK(sim::confidence_interval(moments, 0.9999).contains(1));
}

TEST_CASE("normal draws exceed x as often as the normal law says, on both sides") {
  sim::Random random(8);
  constexpr std::array<double, 9> kEdges = {-3.7, -2, -1, -0.1, 0, 0.3, 1.5, 3, 3.7};
  std::array<int, kEdges.size()> above{};
  for (int i = 0; i < kDraws; ++i) {
    const double x = random.normal();
    for (std::size_t k = 0; k < kEdges.size(); ++k) above[k] += x > kEdges[k] ? 1 : 0;
  }
  for (std::size_t k = 0; k < kEdges.size(); ++k) {
    const double p = 0.5 * std::erfc(kEdges[k] / std::sqrt(2.0));
    CHECK(std::fabs(deviations(above[k], p)) < 4);
  }
}
