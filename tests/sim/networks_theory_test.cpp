// Several stations together: tandem, feedback, the choice between servers, and what must hold when
// everything is done twice as fast.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "queue_run.h"
#include "sim/event_queue.h"
#include "sim/pool.h"

namespace sim = tenfold::sim;
using sim::test::check_against_theory;
using sim::test::kBatches;
using sim::test::kUnitNs;
using sim::test::with;

namespace {

constexpr std::uint32_t kLeaves = ~std::uint32_t{0};
constexpr std::uint32_t kOutside = 4'095;

// Stations between which customers move; `route` says where one goes from where it was served.
template <typename Route>
class Network {
 public:
  Network(std::vector<sim::Station> stations, std::vector<double> mean_service, double rate,
          Route route, std::uint64_t seed)
      : stations_(std::move(stations)),
        route_(route),
        gap_(sim::Distribution::exponential(kUnitNs / rate)),
        arrivals_(sim::Stream(seed).child(0).draws()),
        routing_(sim::Stream(seed).child(1).draws()),
        services_(sim::Stream(seed).child(2).draws()) {
    for (const double mean : mean_service) {
      services_of_.push_back(sim::Distribution::exponential(mean * kUnitNs));
    }
    events_.push(gap_.draw(arrivals_), kOutside);
  }

  // Runs until so many customers left; gives their mean time in the system, in units.
  double advance(std::uint64_t customers) {
    double sum = 0;
    for (std::uint64_t left = 0; left < customers;) {
      const sim::Event event = events_.pop();
      now_ = event.time_ns;
      const std::uint32_t at = event.payload & kOutside;
      const std::uint32_t who = event.payload >> 12;
      if (at == kOutside) {
        const std::uint32_t fresh = came_.acquire();
        came_[fresh] = now_;
        enter(route_(stations_, routing_, kOutside), fresh);
        events_.push(now_ + gap_.draw(arrivals_), kOutside);
        continue;
      }
      const std::uint32_t next = stations_[at].finish(now_);
      if (next != sim::Station::kNobody) serve(at, next);
      const std::uint32_t to = route_(stations_, routing_, at);
      if (to != kLeaves) {
        enter(to, who);
        continue;
      }
      sum += static_cast<double>(now_ - came_[who]) / kUnitNs;
      came_.release(who);
      ++left;
    }
    return sum / static_cast<double>(customers);
  }

  sim::Time now() const { return now_; }
  double customer_ns(std::size_t station) const {
    const sim::Station::Totals totals = stations_[station].totals(now_);
    return static_cast<double>(totals.busy_ns + totals.waiting_ns);
  }

 private:
  void enter(std::uint32_t station, std::uint32_t who) {
    if (stations_[station].arrive(now_, who) == sim::Station::Entry::kStarts) serve(station, who);
  }
  void serve(std::uint32_t station, std::uint32_t who) {
    const sim::Distribution& service = services_of_[services_of_.size() == 1 ? 0 : station];
    events_.push(now_ + service.draw(services_), who << 12 | station);
  }

  std::vector<sim::Station> stations_;
  Route route_;
  sim::Distribution gap_;
  std::vector<sim::Distribution> services_of_;
  sim::Random arrivals_, routing_, services_;
  sim::EventQueue events_;
  sim::Pool<sim::Time> came_;
  sim::Time now_ = 0;
};

template <typename Network>
sim::Moments times(Network& network, std::uint64_t customers) {
  network.advance(customers / kBatches);  // the warm-up
  sim::Moments time;
  for (int i = 0; i < kBatches; ++i) time.add(network.advance(customers / kBatches));
  return time;
}

}  // namespace

TEST_CASE("tandem: what leaves M/M/4 is as random as what came, so M/M/1 follows its own law") {
  const auto route = [](auto&, sim::Random&, std::uint32_t from) {
    return from == kOutside ? 0U : from == 0 ? 1U : kLeaves;
  };
  Network network({sim::Station(4), sim::Station(1)}, {4.0, 1.0}, 0.8, route, 1);
  // Erlang's C for 4 workers and a load of 3.2 is 0.5964300.
  const double first = 4 + 0.5964300 / (1 - 0.8);
  check_against_theory("M/M/4 to M/M/1, rate 0.8: W", first + 5, times(network, 3'000'000));
}

TEST_CASE("Jackson: with feedback each station still behaves as if it were alone") {
  const auto route = [](auto&, sim::Random& random, std::uint32_t from) {
    if (from != 0) return 0U;
    return random.chance(0.5) ? 1U : kLeaves;
  };
  Network network({sim::Station(1), sim::Station(1)}, {1.0 / 4, 1.0 / 3}, 1.0, route, 2);
  sim::Moments time;
  sim::Moments first;
  sim::Moments second;
  network.advance(50'000);
  for (int i = 0; i < kBatches; ++i) {
    const sim::Time from = network.now();
    const double before_first = network.customer_ns(0);
    const double before_second = network.customer_ns(1);
    time.add(network.advance(50'000));
    const auto passed = static_cast<double>(network.now() - from);
    first.add((network.customer_ns(0) - before_first) / passed);
    second.add((network.customer_ns(1) - before_second) / passed);
  }
  // Rates into the stations: 2 and 1. L = load / (1 - load).
  check_against_theory("Jackson with feedback: L1", 1, first);
  check_against_theory("Jackson with feedback: L2", 0.5, second);
  check_against_theory("Jackson with feedback: W", 1.5, time);
}

TEST_CASE("power of two choices: asking two servers instead of one shortens the wait by far") {
  constexpr std::uint32_t kServers = 1'000;
  const auto one = [](auto&, sim::Random& random, std::uint32_t from) {
    return from == kOutside ? random.below(kServers) : kLeaves;
  };
  const auto two = [](auto& stations, sim::Random& random, std::uint32_t from) {
    if (from != kOutside) return kLeaves;
    const std::uint32_t a = random.below(kServers);
    const std::uint32_t b = random.below(kServers);
    const auto length = [&](std::uint32_t s) { return stations[s].busy() + stations[s].waiting(); };
    return length(b) < length(a) ? b : a;
  };
  for (const double load : {0.7, 0.9}) {
    const std::vector<sim::Station> stations(kServers, sim::Station(1));
    Network asks_two(stations, {1.0}, load * kServers, two, 3);
    // The mean field (Mitzenmacher, 1996): a share load^(2^k - 1) of servers has k or more.
    double w = 0;
    for (int k = 1; k < 10; ++k) w += std::pow(load, std::pow(2, k) - 2);
    check_against_theory(with("power of two choices, load", load) + ": W", w,
                         times(asks_two, 3'000'000));
    Network asks_one(stations, {1.0}, load * kServers, one, 4);
    check_against_theory(with("random choice, load", load) + ": W", 1 / (1 - load),
                         times(asks_one, load < 0.8 ? 1'000'000 : 6'000'000));
  }
}

TEST_CASE("all rates doubled halves all times of the same customers") {
  const auto simulate = [](double speed) {
    const auto route = [](auto&, sim::Random&, std::uint32_t from) {
      return from == kOutside ? 0U : kLeaves;
    };
    Network network({sim::Station(2)}, {1.0 / speed}, 1.7 * speed, route, 5);
    return network.advance(100'000);
  };
  CHECK(simulate(2) == doctest::Approx(simulate(1) / 2).epsilon(1e-4));
}

TEST_CASE("one more server makes no customer later") {
  // The same customers with the same service times, drawn by customer.
  const auto leaving_times = [](std::uint32_t workers) {
    constexpr std::uint32_t kCustomers = 20'000;
    const sim::Stream stream(6);
    sim::Random gaps = stream.child(0).draws();
    sim::EventQueue events;
    sim::Station station(workers);
    std::vector<sim::Time> started(kCustomers);
    sim::Time at = 0;
    for (std::uint32_t c = 0; c < kCustomers; ++c) {
      at += sim::round_to_ns(kUnitNs / 2.7 * gaps.exponential());
      events.push(at, c);
    }
    constexpr std::uint32_t kEnds = 1U << 30;
    while (!events.empty()) {
      const sim::Event event = events.pop();
      const std::uint32_t c = event.payload & ~kEnds;
      std::uint32_t starts = sim::Station::kNobody;
      if ((event.payload & kEnds) != 0) {
        starts = station.finish(event.time_ns);
      } else if (station.arrive(event.time_ns, c) == sim::Station::Entry::kStarts) {
        starts = c;
      }
      if (starts == sim::Station::kNobody) continue;
      started[starts] = event.time_ns;
      sim::Random own = stream.child(1).draws_for(starts);
      events.push(event.time_ns + sim::round_to_ns(kUnitNs * own.exponential()), starts | kEnds);
    }
    return started;
  };
  const std::vector<sim::Time> three = leaving_times(3);
  const std::vector<sim::Time> four = leaving_times(4);
  std::size_t later = 0;
  for (std::size_t c = 0; c < three.size(); ++c) later += four[c] > three[c] ? 1 : 0;
  CHECK(later == 0);
}
