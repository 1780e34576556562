// One event loop over a row of stations.
#include "cli/standard_loads.h"

#include "sim/distribution.h"
#include "sim/event_queue.h"
#include "sim/pool.h"
#include "sim/station.h"

namespace tenfold::cli {
namespace {

constexpr std::uint32_t kArrival = 255;

struct Queue {
  sim::Station station;
  sim::Distribution service;
  sim::Random draws;
  sim::Histogram time_here;
};

struct Customer {
  sim::Time came_ns = 0;
  sim::Time came_here_ns = 0;
};

}  // namespace

LoadRun run_queues(const std::vector<QueueInRow>& row, double arrival_rate,
                   std::uint64_t customers) {
  const sim::Stream stream(1);
  std::vector<Queue> queues;
  for (const QueueInRow& queue : row) {
    queues.push_back({sim::Station(queue.workers),
                      sim::Distribution::exponential(queue.mean_service * sim::kMillisecond),
                      stream.child(queues.size() + 1).draws(),
                      {}});
  }
  const auto gap = sim::Distribution::exponential(sim::kMillisecond / arrival_rate);
  sim::Random gaps = stream.child(0).draws();
  sim::EventQueue events;
  sim::Pool<Customer> inside;
  LoadRun run;
  sim::Time now = 0;

  const auto serve = [&](std::uint32_t place, std::uint32_t who) {
    Queue& queue = queues[place];
    events.push(now + queue.service.draw(queue.draws), who << 8 | place);
  };
  const auto enter = [&](std::uint32_t place, std::uint32_t who) {
    inside[who].came_here_ns = now;
    if (queues[place].station.arrive(now, who) == sim::Station::Entry::kStarts) serve(place, who);
  };

  events.push(gap.draw(gaps), kArrival);
  while (run.time_in_system.count() < customers) {
    const sim::Event event = events.pop();
    now = event.time_ns;
    ++run.events;
    const std::uint32_t place = event.payload() & 255;
    if (place == kArrival) {
      const std::uint32_t who = inside.acquire();
      inside[who].came_ns = now;
      enter(0, who);
      events.push(now + gap.draw(gaps), kArrival);
      continue;
    }
    const std::uint32_t who = event.payload() >> 8;
    Queue& queue = queues[place];
    queue.time_here.add(now - inside[who].came_here_ns);
    const std::uint32_t next = queue.station.finish(now);
    if (next != sim::Station::kNobody) serve(place, next);
    if (place + 1 < queues.size()) {
      enter(place + 1, who);
    } else {
      run.time_in_system.add(now - inside[who].came_ns);
      inside.release(who);
    }
  }
  for (const Queue& queue : queues) {
    const sim::Station::Totals totals = queue.station.totals(now);
    run.mean_in_system +=
        static_cast<double>(totals.busy_ns + totals.waiting_ns) / static_cast<double>(now);
  }
  return run;
}

std::vector<QueueInRow> mm1() { return {{1, 1}}; }
std::vector<QueueInRow> tandem() { return {{4, 4}, {1, 1}}; }

}  // namespace tenfold::cli
