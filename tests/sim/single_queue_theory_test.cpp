// One station against the closed forms of queueing theory. The expected values are computed here
// from the formulas, so no number is fitted to the simulation.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "queue_run.h"

namespace sim = tenfold::sim;
using sim::test::check_against_theory;
using sim::test::kUnitNs;
using sim::test::Measured;
using sim::test::Queue;
using sim::test::with;

namespace {

// Probabilities of 0, 1, … customers in a system whose birth and death rates depend on their number
// alone, cut off where they no longer matter.
template <typename Birth, typename Death>
std::vector<double> birth_death(int most, Birth birth, Death death) {
  std::vector<double> p = {1};
  double sum = 1;
  for (int n = 0; n < most; ++n) {
    p.push_back(p.back() * birth(n) / death(n + 1));
    sum += p.back();
  }
  for (double& share : p) share /= sum;
  return p;
}

// Erlang's C: the chance to wait in M/M/c with offered load a.
double erlang_c(int c, double a) {
  double term = 1;
  double sum = 0;
  for (int k = 0; k < c; ++k) {
    sum += term;
    term *= a / (k + 1);
  }
  const double waiting = term / (1 - a / c);
  return waiting / (sum + waiting);
}

}  // namespace

TEST_CASE("M/M/1: times, numbers and percentiles") {
  struct Row {
    double load;
    std::uint64_t customers;
  };
  for (const Row row : {Row{0.5, 500'000}, Row{0.8, 24'000'000}, Row{0.9, 24'000'000}}) {
    const std::string name = with("M/M/1, load", row.load) + ": ";
    Queue queue;
    queue.arrival_rate = row.load;
    queue.customers = row.customers;
    const Measured measured = sim::test::run(queue, 1);
    const double w = 1 / (1 - row.load);
    check_against_theory(name + "W", w, measured.time);
    check_against_theory(name + "L", row.load * w, measured.number);
    if (row.load != 0.8) continue;
    check_against_theory(name + "p50", w * std::log(2.0), measured.median);
    check_against_theory(name + "p99", w * std::log(100.0), measured.p99);
    check_against_theory(name + "P(N >= 10)", std::pow(0.8, 10), measured.ten);
  }
}

TEST_CASE("M/M/c: chance to wait and waiting time") {
  struct Row {
    std::uint32_t workers;
    double rate;
    std::uint64_t customers;
  };
  for (const Row row : {Row{2, 1.6, 7'000'000}, Row{4, 3.2, 11'000'000}, Row{8, 7.2, 26'000'000}}) {
    const std::string name = with("M/M/c, c", row.workers) + with(", rate", row.rate) + ": ";
    Queue queue;
    queue.arrival_rate = row.rate;
    queue.workers = row.workers;
    queue.customers = row.customers;
    const Measured measured = sim::test::run(queue, 3);
    const double delayed = erlang_c(static_cast<int>(row.workers), row.rate);
    check_against_theory(name + "P(wait)", delayed, measured.delayed);
    check_against_theory(name + "Wq", delayed / (row.workers - row.rate), measured.wait);
  }
}

TEST_CASE("M/M/c/K: the chance to be refused") {
  struct Row {
    std::uint32_t workers;
    double rate;
    std::uint64_t customers;
  };
  for (const Row row : {Row{1, 0.8, 7'000'000}, Row{4, 3.6, 5'500'000}, Row{4, 6, 500'000}}) {
    const std::string name = with("M/M/c/10, c", row.workers) + with(", rate", row.rate) + ": ";
    Queue queue;
    queue.arrival_rate = row.rate;
    queue.workers = row.workers;
    queue.places = 10 - row.workers;
    queue.customers = row.customers;
    const auto p = birth_death(
        10, [&](int) { return row.rate; },
        [&](int n) { return std::fmin(n, static_cast<double>(row.workers)); });
    check_against_theory(name + "P(full)", p[10], sim::test::run(queue, 4).refused);
  }
}

TEST_CASE("Erlang's loss depends on the mean service time alone") {
  struct Row {
    const char* service_name;
    std::uint32_t workers;
    double load;
    sim::Distribution service;
    std::uint64_t customers;
  };
  for (const Row& row :
       {Row{"exponential", 10, 10, sim::Distribution::exponential(kUnitNs), 500'000},
        Row{"constant", 10, 10, sim::Distribution::constant(kUnitNs), 500'000},
        Row{"lognormal", 25, 20, sim::Distribution::lognormal(kUnitNs, 4), 9'000'000}}) {
    Queue queue;
    queue.arrival_rate = row.load;
    queue.service = row.service;
    queue.workers = row.workers;
    queue.places = 0;
    queue.customers = row.customers;
    const auto p = birth_death(
        static_cast<int>(row.workers), [&](int) { return row.load; }, [](int n) { return n; });
    check_against_theory(with("Erlang B, load", row.load) + with(", c", row.workers) + ", " +
                             row.service_name + " service: P(full)",
                         p.back(), sim::test::run(queue, 5).refused);
  }
}

TEST_CASE("M/G/1: waiting grows with the spread of service, as Pollaczek and Khinchine found") {
  struct Row {
    const char* name;
    sim::Distribution service;
    std::uint64_t customers;
  };
  for (const Row& row :
       {Row{"M/D/1, load 0.8: Wq", sim::Distribution::constant(kUnitNs), 3'000'000},
        Row{"M/E2/1, load 0.8: Wq", sim::Distribution::erlang(kUnitNs, 2), 4'000'000},
        Row{"M/lognormal(scv 4)/1, load 0.8: Wq", sim::Distribution::lognormal(kUnitNs, 4),
            48'000'000},
        Row{"M/H2(scv 10)/1, load 0.8: Wq", sim::Distribution::hyperexponential(kUnitNs, 10),
            34'000'000}}) {
    Queue queue;
    queue.arrival_rate = 0.8;
    queue.service = row.service;
    queue.customers = row.customers;
    const double wq = 0.8 * (1 + row.service.scv()) / (2 * (1 - 0.8));
    check_against_theory(row.name, wq, sim::test::run(queue, 6).wait);
  }
}

TEST_CASE("M/M/1 with batches: whoever comes in a crowd waits behind it") {
  Queue queue;
  queue.arrival_rate = 0.16;
  queue.mean_batch = 5;
  queue.customers = 12'000'000;
  // M[X]/M/1: W = E[X(X+1)] / (2 E[X] (1 - load)), and a geometric has E[X^2] = 2 m^2 - m.
  const double w = (2 * 25.0 - 5 + 5) / (2 * 5 * (1 - 0.8));
  check_against_theory("M/M/1 in batches of 5 on average, load 0.8: W", w,
                       sim::test::run(queue, 7).time);
}

TEST_CASE("M/M/1 with patience: how many leave the queue unserved") {
  for (const double rate : {0.8, 1.2}) {
    Queue queue;
    queue.arrival_rate = rate;
    queue.customers = 1'500'000;
    // Exponential patience with rate 0.2: everyone behind the first leaves at that rate.
    queue.patience = sim::Distribution::exponential(5 * kUnitNs);
    const auto p = birth_death(
        200, [&](int) { return rate; }, [](int n) { return 1 + 0.2 * (n - 1); });
    check_against_theory(with("M/M/1 with patience exp(0.2), load", rate) + ": P(leaves)",
                         1 - (1 - p[0]) / rate, sim::test::run(queue, 8).left);

    // Everyone leaves after exactly 5: the density of the work found is that of M/M/1 up to 5, and
    // beyond it only the served arrivals feed it (Barrer, 1957).
    queue.customers = rate < 1 ? 6'000'000 : 1'500'000;
    queue.patience = sim::Distribution::constant(5 * kUnitNs);
    const double grown = std::exp((rate - 1) * 5);
    const double inside = rate * (grown - 1) / (rate - 1);
    const double beyond = rate * grown;
    check_against_theory(with("M/M/1 with patience of 5, load", rate) + ": P(timeout)",
                         beyond / (1 + inside + beyond), sim::test::run(queue, 9).left);
  }
}
