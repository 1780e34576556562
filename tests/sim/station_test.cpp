// A station serves in order, refuses when full, and accounts for every nanosecond.
#include "sim/station.h"

#include <doctest/doctest.h>

#include <vector>

#include "sim/event_queue.h"
#include "sim/random.h"

namespace sim = tenfold::sim;
using sim::Station;

TEST_CASE("customers are served first come, first served, and refused when the queue is full") {
  Station station(1, 2);
  CHECK(station.arrive(0, 10) == Station::Entry::kStarts);
  CHECK(station.arrive(1, 11) == Station::Entry::kWaits);
  CHECK(station.arrive(2, 12) == Station::Entry::kWaits);
  CHECK(station.arrive(3, 13) == Station::Entry::kRefused);
  CHECK(station.finish(5) == 11);
  CHECK(station.finish(7) == 12);
  CHECK(station.finish(9) == Station::kNobody);
  CHECK(station.busy() + station.waiting() == 0);
  const Station::Totals totals = station.totals(10);
  CHECK(totals.arrivals == 4);
  CHECK(totals.refusals == 1);
  CHECK(totals.finished == 3);
  CHECK(totals.busy_ns == 9);
  CHECK(totals.waiting_ns == (5 - 1) + (7 - 2));
}

TEST_CASE("whoever withdraws is never served, and makes room") {
  Station station(1, 2);
  station.arrive(0, 10);
  station.arrive(1, 11);
  const auto ticket = station.last_ticket();
  station.arrive(2, 12);
  station.withdraw(4, ticket);
  CHECK(station.waiting() == 1);
  CHECK(station.arrive(5, 13) == Station::Entry::kWaits);
  CHECK(station.finish(6) == 12);
  CHECK(station.finish(8) == 13);
  CHECK(station.totals(8).withdrawals == 1);
}

TEST_CASE("more workers start those who wait, fewer let the busy ones finish first") {
  Station station(1);
  for (std::uint32_t customer = 0; customer < 4; ++customer) station.arrive(0, customer);
  station.set_workers(3);
  CHECK(station.start_next(1) == 1);
  CHECK(station.start_next(1) == 2);
  CHECK(station.start_next(1) == Station::kNobody);
  station.set_workers(1);
  CHECK(station.finish(2) == Station::kNobody);
  CHECK(station.finish(3) == Station::kNobody);
  CHECK(station.finish(4) == 3);
}

TEST_CASE("a crash empties the station and it works again afterwards") {
  Station station(1);
  station.arrive(0, 1);
  station.arrive(1, 2);
  station.clear(5);
  CHECK(station.busy() + station.waiting() == 0);
  CHECK(station.totals(9).busy_ns == 5);
  CHECK(station.totals(9).waiting_ns == 4);
  CHECK(station.totals(9).withdrawals == 2);
  CHECK(station.arrive(10, 3) == Station::Entry::kStarts);
}

TEST_CASE("Little's law holds to the nanosecond on runs that drain") {
  // Customers come in waves, some lose patience; at the end nobody is left.
  sim::Random random(1);
  sim::EventQueue events;
  Station station(2, 6);
  constexpr std::uint32_t kCustomers = 5'000;
  std::vector<sim::Time> came(kCustomers);
  std::vector<sim::Time> started(kCustomers, -1);
  std::vector<sim::Ring<std::uint32_t>::Ticket> tickets(kCustomers);
  enum : std::uint32_t { kCome = 0, kEnd = 1, kLeave = 2 };
  sim::Time at = 0;
  for (std::uint32_t c = 0; c < kCustomers; ++c) {
    at += sim::round_to_ns(500 * random.exponential());
    events.push(at, c * 4 + kCome);
  }
  std::uint64_t waited_ns = 0;
  std::uint64_t served_ns = 0;
  sim::Time now = 0;
  const auto start = [&](std::uint32_t c) {
    started[c] = now;
    waited_ns += static_cast<std::uint64_t>(now - came[c]);
    events.push(now + 1 + sim::round_to_ns(1'000 * random.exponential()), c * 4 + kEnd);
  };
  while (!events.empty()) {
    const sim::Event event = events.pop();
    now = event.time_ns;
    const std::uint32_t c = event.payload / 4;
    switch (event.payload % 4) {
      case kCome:
        came[c] = now;
        switch (station.arrive(now, c)) {
          case Station::Entry::kStarts:
            start(c);
            break;
          case Station::Entry::kWaits:
            tickets[c] = station.last_ticket();
            events.push(now + 4'000, c * 4 + kLeave);
            break;
          case Station::Entry::kRefused:
            break;
        }
        break;
      case kLeave:
        if (started[c] >= 0) break;
        station.withdraw(now, tickets[c]);
        waited_ns += static_cast<std::uint64_t>(now - came[c]);
        break;
      case kEnd: {
        served_ns += static_cast<std::uint64_t>(now - started[c]);
        const std::uint32_t next = station.finish(now);
        if (next != Station::kNobody) start(next);
        break;
      }
      default:
        break;
    }
  }
  const Station::Totals totals = station.totals(now);
  CHECK(station.busy() + station.waiting() == 0);
  CHECK(totals.arrivals == totals.refusals + totals.withdrawals + totals.finished);
  CHECK(totals.refusals > 0);
  CHECK(totals.withdrawals > 0);
  CHECK(totals.waiting_ns == waited_ns);
  CHECK(totals.busy_ns == served_ns);
}
