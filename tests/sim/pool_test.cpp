// Slots are reused, and a handle knows whether its thing is still there. Rings stay in order.
#include "sim/pool.h"

#include <doctest/doctest.h>

#include "sim/ring.h"

namespace sim = tenfold::sim;

TEST_CASE("a freed slot is used again, fresh, and old handles are stale") {
  sim::Pool<int> pool;
  const std::uint32_t first = pool.acquire();
  pool[first] = 7;
  const sim::Handle handle = pool.handle(first);
  CHECK(pool.is_current(handle));
  pool.release(first);
  CHECK_FALSE(pool.is_current(handle));
  CHECK_FALSE(pool.in_use(first));
  const std::uint32_t second = pool.acquire();
  CHECK(second == first);
  CHECK(pool[second] == 0);
  CHECK_FALSE(pool.is_current(handle));
  CHECK(pool.is_current(pool.handle(second)));
  CHECK(pool.size() == 1);
  CHECK(pool.index_end() == 1);
}

TEST_CASE("a ring stays first in, first out while it grows around its end") {
  sim::Ring<int> ring;
  int next_in = 0;
  int next_out = 0;
  for (int round = 0; round < 100; ++round) {
    for (int i = 0; i < 7; ++i) ring.push(next_in++);
    for (int i = 0; i < 5; ++i) CHECK(ring.pop() == next_out++);
  }
  CHECK(ring.size() == 200);
  CHECK(ring.front() == next_out);
  ring.at(ring.begin() + 3) = -1;
  for (int i = 0; i < 3; ++i) ring.pop();
  CHECK(ring.pop() == -1);
  ring.clear();
  CHECK(ring.empty());
}
