// One event loop over a row of stations.
#include "cli/standard_loads.h"

#include <utility>

#include "sim/distribution.h"
#include "sim/event_queue.h"
#include "sim/pool.h"
#include "sim/station.h"

namespace tenfold::cli {
namespace {

constexpr std::uint32_t kArrival = 255;

// The draws of one source, each made while the one before it is in use: nothing waits for its
// arithmetic.
class Source {
 public:
  Source(const sim::Distribution& distribution, sim::Random draws)
      : distribution_(distribution), draws_(draws) {
    next();
  }
  [[gnu::flatten]] sim::Duration next() {
    return std::exchange(next_ns_, distribution_.draw(draws_));
  }

 private:
  sim::Distribution distribution_;
  sim::Random draws_;
  sim::Duration next_ns_ = 0;
};

struct Queue {
  sim::Station station;
  Source service;
  sim::Histogram time_here;
};

double mean_inside(const std::vector<Queue>& queues, sim::Time now) {
  double mean = 0;
  for (const Queue& queue : queues) {
    const sim::Station::Totals totals = queue.station.totals(now);
    mean += static_cast<double>(totals.busy_ns + totals.waiting_ns) / static_cast<double>(now);
  }
  return mean;
}

struct Customer {
  sim::Time came_ns = 0;
  sim::Time came_here_ns = 0;
};

}  // namespace

// All that it calls becomes part of it, as in the yardsticks that it is measured by.
[[gnu::flatten]] LoadRun run_queues(const std::vector<QueueInRow>& row, double arrival_rate,
                                    std::uint64_t customers) {
  const sim::Stream stream(1);
  std::vector<Queue> queues;
  for (const QueueInRow& queue : row) {
    const auto service = sim::Distribution::exponential(queue.mean_service * sim::kMillisecond);
    queues.push_back({.station = sim::Station(queue.workers),
                      .service = Source(service, stream.child(queues.size() + 1).draws()),
                      .time_here = {}});
  }
  Source gaps(sim::Distribution::exponential(sim::kMillisecond / arrival_rate),
              stream.child(0).draws());
  sim::EventQueue events;
  sim::Pool<Customer> inside;
  LoadRun run;
  std::uint64_t count = 0;
  sim::Time now = 0;
  const std::size_t last = queues.size() - 1;  // once, as a vector's size is a division

  // (In brackets the attribute would be one of the lambda's type.)
  const auto serve = [&](std::uint32_t place, std::uint32_t who) __attribute__((flatten)) {
    Queue& queue = queues[place];
    events.push(now + queue.service.next(), who << 8 | place);
  };
  const auto enter = [&](std::uint32_t place, std::uint32_t who) __attribute__((flatten)) {
    inside[who].came_here_ns = now;
    if (queues[place].station.arrive(now, who) == sim::Station::Entry::kStarts) serve(place, who);
  };

  events.push(gaps.next(), kArrival);
  while (run.time_in_system.count() < customers) {
    const sim::Event event = events.pop();
    now = event.time_ns;
    ++count;
    const std::uint32_t place = event.payload & 255;
    if (place == kArrival) {
      events.push(now + gaps.next(), kArrival);
      const std::uint32_t who = inside.acquire();
      inside[who].came_ns = now;
      enter(0, who);
      continue;
    }
    const std::uint32_t who = event.payload >> 8;
    Queue& queue = queues[place];
    queue.time_here.add(now - inside[who].came_here_ns);
    const std::uint32_t next = queue.station.finish(now);
    if (next != sim::Station::kNobody) serve(place, next);
    if (place < last) {
      enter(place + 1, who);
    } else {
      run.time_in_system.add(now - inside[who].came_ns);
      inside.release(who);
    }
  }
  run.events = count;
  run.mean_in_system = mean_inside(queues, now);
  return run;
}

std::vector<QueueInRow> mm1() { return {{1, 1}}; }
std::vector<QueueInRow> tandem() { return {{4, 4}, {1, 1}}; }

}  // namespace tenfold::cli
