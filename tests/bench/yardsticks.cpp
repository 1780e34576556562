// All count what the queues need: the customers inside, and how long each stays. They draw the
// numbers that the engine draws, so they have the same customers.
#include "yardsticks.h"

#include <array>
#include <bit>

#include "sim/clock.h"
#include "quaternary_heap.h"
#include "sim/random.h"
#include "sim/ring.h"

namespace tenfold::bench {
namespace {

constexpr double kUnit_ns = 1e6;
constexpr double kMeanGap_ns = kUnit_ns / 0.8;
constexpr std::uint64_t kNever = ~std::uint64_t{0};

struct SmallEvent {
  // The time, and in the three lowest bits what happens. Below 2^63, so a difference has a sign.
  std::uint64_t bits = ~std::uint64_t{0} >> 1;
  friend std::uint64_t before(const SmallEvent& a, const SmallEvent& b) {
    return (a.bits - b.bits) >> 63;
  }
};

struct Draws {
  sim::Random random;
  double mean_ns;
  std::uint64_t next() { return static_cast<std::uint64_t>(mean_ns * random.exponential()); }
};
Draws gaps() { return {sim::Stream(1).child(0).draws(), kMeanGap_ns}; }
Draws services(std::uint64_t place, double mean) {
  return {sim::Stream(1).child(place).draws(), mean * kUnit_ns};
}

double mean_time(std::uint64_t sum_ns, std::uint64_t customers) {
  return static_cast<double>(sum_ns) / static_cast<double>(customers) / kUnit_ns;
}

// The tandem's first queue: four workers, one line. A worker is known by its number.
struct FourWorkers {
  std::array<std::uint64_t, 4> serves{};  // when each one's customer came
  std::uint32_t free = 15;                // a bit each
  sim::Ring<std::uint64_t> line;

  // The worker that takes the customer, or 4.
  std::uint32_t enter(std::uint64_t now) {
    if (free == 0) {
      line.push(now);
      return 4;
    }
    const auto worker = static_cast<std::uint32_t>(std::countr_zero(free));
    free &= free - 1;
    serves[worker] = now;
    return worker;
  }
  // True when the worker goes on with the next in line.
  bool goes_on(std::uint32_t worker) {
    if (line.empty()) {
      free |= 1U << worker;
      return false;
    }
    serves[worker] = line.pop();
    return true;
  }
};

}  // namespace

[[gnu::flatten]] Result hard_coded_mm1(std::uint64_t customers) {
  Draws gap = gaps();
  Draws service = services(1, 1);
  sim::Ring<std::uint64_t> inside;
  std::uint64_t next_arrival = gap.next();
  std::uint64_t next_departure = kNever;
  std::uint64_t events = 0;
  std::uint64_t left = 0;
  std::uint64_t sum_ns = 0;
  while (left < customers) {
    ++events;
    if (next_arrival < next_departure) {
      if (inside.empty()) next_departure = next_arrival + service.next();
      inside.push(next_arrival);
      next_arrival += gap.next();
    } else {
      sum_ns += next_departure - inside.pop();
      ++left;
      next_departure = inside.empty() ? kNever : next_departure + service.next();
    }
  }
  return {events, mean_time(sum_ns, customers)};
}

[[gnu::flatten]] Result bare_heap_mm1(std::uint64_t customers) {
  Draws gap = gaps();
  Draws service = services(1, 1);
  sim::Ring<std::uint64_t> inside;
  QuaternaryHeap<SmallEvent> heap;
  heap.push({gap.next() << 3});
  std::uint64_t events = 0;
  std::uint64_t left = 0;
  std::uint64_t sum_ns = 0;
  while (left < customers) {
    const SmallEvent event = heap.pop();
    const std::uint64_t now = event.bits >> 3;
    ++events;
    if ((event.bits & 7) == 0) {
      if (inside.empty()) heap.push({(now + service.next()) << 3 | 1});
      inside.push(now);
      heap.push({(now + gap.next()) << 3});
    } else {
      sum_ns += now - inside.pop();
      ++left;
      if (!inside.empty()) heap.push({(now + service.next()) << 3 | 1});
    }
  }
  return {events, mean_time(sum_ns, customers)};
}

[[gnu::flatten]] Result hard_coded_tandem(std::uint64_t customers) {
  Draws gap = gaps();
  Draws first = services(1, 4);
  Draws second = services(2, 1);
  FourWorkers workers;
  sim::Ring<std::uint64_t> inside;  // of the second queue
  std::uint64_t next_arrival = gap.next();
  std::array<std::uint64_t, 4> next_done = {kNever, kNever, kNever, kNever};
  std::uint64_t next_departure = kNever;
  std::uint64_t events = 0;
  std::uint64_t left = 0;
  std::uint64_t sum_ns = 0;
  while (left < customers) {
    ++events;
    const std::uint32_t a = next_done[1] < next_done[0] ? 1 : 0;
    const std::uint32_t b = next_done[3] < next_done[2] ? 3 : 2;
    const std::uint32_t worker = next_done[b] < next_done[a] ? b : a;
    if (next_arrival < next_done[worker] && next_arrival < next_departure) {
      const std::uint32_t taken = workers.enter(next_arrival);
      if (taken < 4) next_done[taken] = next_arrival + first.next();
      next_arrival += gap.next();
    } else if (next_done[worker] < next_departure) {
      const std::uint64_t now = next_done[worker];
      if (inside.empty()) next_departure = now + second.next();
      inside.push(workers.serves[worker]);
      next_done[worker] = workers.goes_on(worker) ? now + first.next() : kNever;
    } else {
      sum_ns += next_departure - inside.pop();
      ++left;
      next_departure = inside.empty() ? kNever : next_departure + second.next();
    }
  }
  return {events, mean_time(sum_ns, customers)};
}

[[gnu::flatten]] Result bare_heap_tandem(std::uint64_t customers) {
  constexpr std::uint64_t kArrival = 4;
  constexpr std::uint64_t kDeparture = 5;
  Draws gap = gaps();
  Draws first = services(1, 4);
  Draws second = services(2, 1);
  FourWorkers workers;
  sim::Ring<std::uint64_t> inside;  // of the second queue
  QuaternaryHeap<SmallEvent> heap;
  heap.push({gap.next() << 3 | kArrival});
  std::uint64_t events = 0;
  std::uint64_t left = 0;
  std::uint64_t sum_ns = 0;
  while (left < customers) {
    const SmallEvent event = heap.pop();
    const std::uint64_t now = event.bits >> 3;
    const std::uint64_t what = event.bits & 7;
    ++events;
    if (what == kArrival) {
      const std::uint32_t worker = workers.enter(now);
      if (worker < 4) heap.push({(now + first.next()) << 3 | worker});
      heap.push({(now + gap.next()) << 3 | kArrival});
    } else if (what == kDeparture) {
      sum_ns += now - inside.pop();
      ++left;
      if (!inside.empty()) heap.push({(now + second.next()) << 3 | kDeparture});
    } else {
      const auto worker = static_cast<std::uint32_t>(what);
      const std::uint64_t came = workers.serves[worker];
      if (workers.goes_on(worker)) heap.push({(now + first.next()) << 3 | what});
      if (inside.empty()) heap.push({(now + second.next()) << 3 | kDeparture});
      inside.push(came);
    }
  }
  return {events, mean_time(sum_ns, customers)};
}

}  // namespace tenfold::bench
