// The memory that forgets what was not used for longest, against theory.
#include "model/lru.h"

#include <doctest/doctest.h>

#include <cmath>

#include "sim/estimate.h"
#include "sim/zipf.h"

namespace sim = tenfold::sim;
using tenfold::model::Lru;

TEST_CASE("the longest unused thing is forgotten first") {
  Lru memory(10);
  memory.set_capacity(3);
  for (const std::uint32_t thing : {1U, 2U, 3U}) CHECK_FALSE(memory.use(thing));
  CHECK(memory.use(1));
  CHECK_FALSE(memory.use(4));  // pushes out 2
  CHECK(memory.use(1));
  CHECK(memory.use(3));
  CHECK_FALSE(memory.use(2));  // pushes out 4
  CHECK_FALSE(memory.use(4));
  CHECK(memory.size() == 3);
}

TEST_CASE("less room forgets at once, and none keeps nothing") {
  Lru memory(10);
  memory.set_capacity(4);
  for (std::uint32_t thing = 0; thing < 4; ++thing) memory.use(thing);
  memory.set_capacity(2);
  CHECK(memory.size() == 2);
  CHECK(memory.use(3));
  CHECK(memory.use(2));
  CHECK_FALSE(memory.use(1));
  memory.set_capacity(0);
  CHECK_FALSE(memory.use(1));
  CHECK_FALSE(memory.use(1));
  memory.set_capacity(5);
  memory.clear();
  CHECK(memory.size() == 0);
}

TEST_CASE("LRU under Zipf's law hits as often as Che's approximation says") {
  struct Row {
    std::uint32_t things;
    std::uint32_t room;
  };
  for (const Row row : {Row{1'000, 100}, Row{10'000, 1'000}}) {
    const sim::Zipf wanted(row.things, 0.8);
    // A thing is in memory if it was wanted within the time T in which just as many different
    // things as there is room for are wanted (Che, Tung and Wang, 2002). T by bisection.
    const auto different_in = [&](double t) {
      double sum = 0;
      for (std::uint32_t i = 0; i < row.things; ++i) sum += 1 - std::exp(-wanted.share(i) * t);
      return sum;
    };
    double low = 0;
    double high = 1e7;
    for (int i = 0; i < 60; ++i) {
      const double middle = (low + high) / 2;
      (different_in(middle) < row.room ? low : high) = middle;
    }
    double expected = 0;
    for (std::uint32_t i = 0; i < row.things; ++i) {
      expected += wanted.share(i) * (1 - std::exp(-wanted.share(i) * low));
    }
    Lru memory(row.things);
    memory.set_capacity(row.room);
    sim::Random random(1);
    for (int i = 0; i < 100'000; ++i) memory.use(wanted.draw(random));
    sim::Moments hits;
    for (int i = 0; i < 1'000'000; ++i) hits.add(memory.use(wanted.draw(random)) ? 1 : 0);
    MESSAGE("hit ratio: expected " << expected << ", simulated " << hits.mean());
    CHECK(hits.mean() == doctest::Approx(expected).epsilon(0.01));
  }
}
