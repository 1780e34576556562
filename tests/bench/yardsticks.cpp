// Both count what an M/M/1 queue needs: the customers inside, and how long each stays.
#include "yardsticks.h"

#include "sim/clock.h"
#include "sim/quaternary_heap.h"
#include "sim/random.h"
#include "sim/ring.h"

namespace tenfold::bench {
namespace {

constexpr double kMeanService_ns = 1e6;
constexpr double kMeanGap_ns = kMeanService_ns / 0.8;

struct SmallEvent {
  std::uint64_t bits = ~std::uint64_t{0};  // the time, and what happens in the lowest bit
  friend bool before(const SmallEvent& a, const SmallEvent& b) { return a.bits < b.bits; }
};

struct Draws {
  sim::Random gaps = sim::Stream(1).child(0).draws();
  sim::Random services = sim::Stream(1).child(1).draws();
  std::uint64_t gap() { return static_cast<std::uint64_t>(kMeanGap_ns * gaps.exponential()); }
  std::uint64_t service() {
    return static_cast<std::uint64_t>(kMeanService_ns * services.exponential());
  }
};

double mean_time(std::uint64_t sum_ns, std::uint64_t customers) {
  return static_cast<double>(sum_ns) / static_cast<double>(customers) / kMeanService_ns;
}

}  // namespace

Result two_timers(std::uint64_t customers) {
  constexpr std::uint64_t kNever = ~std::uint64_t{0};
  Draws draws;
  sim::Ring<std::uint64_t> inside;
  std::uint64_t next_arrival = draws.gap();
  std::uint64_t next_departure = kNever;
  std::uint64_t events = 0;
  std::uint64_t left = 0;
  std::uint64_t sum_ns = 0;
  while (left < customers) {
    ++events;
    if (next_arrival < next_departure) {
      if (inside.empty()) next_departure = next_arrival + draws.service();
      inside.push(next_arrival);
      next_arrival += draws.gap();
    } else {
      sum_ns += next_departure - inside.pop();
      ++left;
      next_departure = inside.empty() ? kNever : next_departure + draws.service();
    }
  }
  return {events, mean_time(sum_ns, customers)};
}

Result bare_heap(std::uint64_t customers) {
  Draws draws;
  sim::Ring<std::uint64_t> inside;
  sim::QuaternaryHeap<SmallEvent> heap;
  heap.push({draws.gap() << 1});
  std::uint64_t events = 0;
  std::uint64_t left = 0;
  std::uint64_t sum_ns = 0;
  while (left < customers) {
    const SmallEvent event = heap.pop();
    const std::uint64_t now = event.bits >> 1;
    ++events;
    if ((event.bits & 1) == 0) {
      if (inside.empty()) heap.push({(now + draws.service()) << 1 | 1});
      inside.push(now);
      heap.push({(now + draws.gap()) << 1});
    } else {
      sum_ns += now - inside.pop();
      ++left;
      if (!inside.empty()) heap.push({(now + draws.service()) << 1 | 1});
    }
  }
  return {events, mean_time(sum_ns, customers)};
}

}  // namespace tenfold::bench
