// A table of values by number holds what a plain map would.
#include "sim/key_table.h"

#include <doctest/doctest.h>

#include <map>

namespace sim = tenfold::sim;

TEST_CASE("a key table holds the same as a map, whatever comes and goes") {
  sim::KeyTable<int> table;
  std::map<std::uint64_t, int> map;
  sim::Random random(7);
  for (int step = 0; step < 20'000; ++step) {
    const std::uint64_t key = random.below(300);
    if (random.chance(0.45)) {
      table.erase(key);
      map.erase(key);
    } else {
      table[key] = step;
      map[key] = step;
    }
    CHECK(table.size() == map.size());
  }
  for (std::uint64_t key = 0; key < 300; ++key) {
    const int* found = table.find(key);
    REQUIRE((found != nullptr) == map.contains(key));
    if (found != nullptr) CHECK(*found == map.at(key));
  }
  table.clear();
  CHECK(table.find(1) == nullptr);
}
