// Events come out by time and, within a moment, in the order they were asked for, whichever way
// they went in.
#include "sim/event_queue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "sim/random.h"
#include "sim/trace_hash.h"

namespace sim = tenfold::sim;

TEST_CASE("events come out in order of time, and of asking within one nanosecond") {
  sim::EventQueue queue;
  queue.push(20, 1);
  queue.push(10, 2);
  queue.push(10, 3);
  queue.push(20, 4);
  queue.push(5, 5);
  std::vector<std::uint32_t> order;
  while (!queue.empty()) order.push_back(queue.pop().payload);
  CHECK(order == std::vector<std::uint32_t>{5, 2, 3, 1, 4});
}

TEST_CASE("an empty queue says that nothing will ever happen") {
  sim::EventQueue queue;
  CHECK(queue.empty());
  CHECK(queue.next_time_ns() == sim::kNever);
  queue.push(3, 1);
  CHECK(queue.next_time_ns() == 3);
  CHECK_FALSE(queue.empty());
  queue.pop();
  CHECK(queue.empty());
  CHECK(queue.next_time_ns() == sim::kNever);
}

TEST_CASE("asking twice for a lane of one delay gives one lane") {
  sim::EventQueue queue;
  const auto lane = queue.lane(5);
  CHECK(queue.lane(7) != lane);
  CHECK(queue.lane(5) == lane);
}

namespace {

// Plays one random history of pushes and pops, sending constant delays through lanes or like all
// others, and gives all payloads in the order of coming out.
std::vector<std::uint32_t> play(bool use_lanes, std::uint32_t first_sequence) {
  sim::EventQueue queue(first_sequence);
  constexpr sim::Duration kDelays[] = {0, 3, 3, 50};
  sim::Random random(9);
  std::vector<std::uint32_t> order;
  sim::Time now = 0;
  for (std::uint32_t payload = 0; payload < 20'000; ++payload) {
    if (random.chance(0.45) && !queue.empty()) {
      const sim::Event event = queue.pop();
      CHECK(event.time_ns >= now);
      now = event.time_ns;
      order.push_back(event.payload);
    }
    if (random.chance(0.5)) {
      queue.push(now + random.below(40), payload);
      continue;
    }
    const sim::Duration delay = kDelays[random.below(4)];
    if (use_lanes) {
      queue.push_lane(queue.lane(delay), now, payload);
    } else {
      queue.push(now + delay, payload);
    }
  }
  while (!queue.empty()) order.push_back(queue.pop().payload);
  return order;
}

}  // namespace

TEST_CASE("events in lanes and others come in exactly the same order, and none is lost") {
  const std::vector<std::uint32_t> order = play(true, 0);
  CHECK(order == play(false, 0));
  std::vector<std::uint32_t> sorted = order;
  std::sort(sorted.begin(), sorted.end());
  bool complete = sorted.size() == 20'000;
  for (std::uint32_t i = 0; complete && i < sorted.size(); ++i) complete = sorted[i] == i;
  CHECK(complete);
}

TEST_CASE("the order stays the same when the sequence numbers run out on the way") {
  CHECK(play(true, ~std::uint32_t{0} - 5'000) == play(true, 0));
}

TEST_CASE("a queue of many events pops them as a sort would") {
  sim::EventQueue queue;
  sim::Random random(4);
  std::vector<sim::Time> times;
  for (std::uint32_t i = 0; i < 5'000; ++i) {
    times.push_back(random.below(1'000'000));
    queue.push(times.back(), i);
  }
  std::sort(times.begin(), times.end());
  for (const sim::Time time : times) CHECK(queue.pop().time_ns == time);
  CHECK(queue.empty());
}
