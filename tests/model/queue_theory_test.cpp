// An app server on a machine of its own is one of queueing theory's queues, with the whole model
// around it: users, links, calls, books. Other values than those that the core is compared at.
#include <doctest/doctest.h>

#include <cmath>

#include "../sim/theory_row.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

using sim::Moments;
using sim::test::check_against_theory;
using sim::test::with;

// The theory's unit of time, a mean service.
constexpr double kUnit_ms = 10;

struct Queue {
  double rate = 1;  // a unit of time
  int workers = 1;
  double places = 1'000'000;  // for those who wait
  std::string_view spread = "exponential";
  double scv = 1;
  double customers = 1'000'000;
};

struct Measured {
  Moments time;     // in the system, of those served, in units
  Moments refused;  // share of those who came
};

// 30 runs, each after a warm-up of a tenth.
Measured measure(const Queue& queue) {
  const double rate_rps = queue.rate * 1e3 / kUnit_ms;
  Scenario scenario = quick(rate_rps, std::ceil(queue.customers / 27 / rate_rps));
  scenario.warmup_s = scenario.duration_s / 10;
  set(scenario, "app", number("workers", queue.workers));
  set(scenario, "app", number("queue_limit", queue.places));
  set(scenario, "app", number("queries", 0));
  set(scenario, "app", number("cpu_ms", kUnit_ms));
  set(scenario, "app", text("cpu_spread", queue.spread));
  set(scenario, "app", number("cpu_scv", std::fmax(1, queue.scv)));
  Measured measured;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Totals totals = run(scenario, seed).totals();
    measured.time.add(totals.latency_ns.mean_ns() / 1e6 / kUnit_ms);
    measured.refused.add(
        static_cast<double>(
            totals.counts.by_reason[static_cast<std::size_t>(Failure::queue_full)]) /
        static_cast<double>(totals.counts.offered));
  }
  return measured;
}

// The chances of 0 to `most` customers when n of them leave at the rate min(n, workers).
std::vector<double> chances(double rate, int workers, int most) {
  std::vector<double> p = {1};
  double sum = 1;
  for (int n = 1; n <= most; ++n) {
    p.push_back(p.back() * rate / std::min(n, workers));
    sum += p.back();
  }
  for (double& chance : p) chance /= sum;
  return p;
}

}  // namespace

TEST_CASE("app server: M/M/c") {
  for (const Queue& queue : {Queue{.rate = 2.1, .workers = 3, .customers = 1'500'000},
                             Queue{.rate = 4, .workers = 6, .customers = 1'000'000}}) {
    double expected = 0;
    const std::vector<double> p = chances(queue.rate, queue.workers, 300);
    for (std::size_t n = 0; n < p.size(); ++n) expected += static_cast<double>(n) * p[n];
    check_against_theory(
        with("app server M/M/c, c", queue.workers) + with(", rate", queue.rate) + ": W",
        expected / queue.rate, measure(queue).time);
  }
}

TEST_CASE("app server: M/M/c/K, and Erlang's loss for any service") {
  for (const Queue& queue : {Queue{.rate = 2.2, .workers = 2, .places = 4, .customers = 900'000},
                             Queue{.rate = 4, .workers = 5, .places = 0, .customers = 800'000},
                             Queue{.rate = 4,
                             .workers = 5,
                             .places = 0,
                             .spread = "lognormal",
                             .scv = 9,
                             .customers = 2'500'000}}) {
    const int most = queue.workers + static_cast<int>(queue.places);
    check_against_theory(with("app server M/G/c/K, c", queue.workers) + with(", K", most) +
                             with(", rate", queue.rate) + ", " + std::string(queue.spread) +
                             ": P(full)",
                         chances(queue.rate, queue.workers, most).back(), measure(queue).refused);
  }
}

TEST_CASE("app server: M/G/1 by Pollaczek and Khinchine") {
  for (const Queue& queue :
       {Queue{.rate = 0.7, .spread = "constant", .scv = 0, .customers = 600'000},
        Queue{.rate = 0.7, .spread = "erlang", .scv = 0.25, .customers = 1'200'000},
        Queue{.rate = 0.6, .spread = "lognormal", .scv = 2, .customers = 3'600'000},
        Queue{.rate = 0.5, .spread = "hyperexponential", .scv = 3, .customers = 2'200'000}}) {
    check_against_theory(with("app server M/G/1, load", queue.rate) + ", " +
                             std::string(queue.spread) + with(" scv", queue.scv) + ": W",
                         1 + queue.rate * (1 + queue.scv) / (2 * (1 - queue.rate)),
                         measure(queue).time);
  }
}

}  // namespace tenfold::model::test
