// Whole systems held against what can be worked out about them: caches, copies, retries, shards,
// fan-out. Nothing here is drawn to fit; the expected values come from the formulas beside them.
#include <doctest/doctest.h>

#include <cmath>

#include "../sim/queue_run.h"
#include "model/shards.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

using sim::Moments;
using sim::test::check_against_theory;

// Users → app → `middle` parts → database, each so quick that only what a test adds takes time.
Scenario quick(double rate_rps, double duration_s) {
  Scenario scenario = one_box(rate_rps, duration_s);
  set(scenario, "box", text("size", "general-64"));
  set(scenario, "users", number("patience_ms", 600'000));
  set(scenario, "app", number("cpu_ms", 0.001));
  set(scenario, "app", number("workers", 10'000));
  set(scenario, "app", number("memory_mb", 0));
  set(scenario, "app", number("queries", 1));
  set(scenario, "data", number("cpu_ms", 0.001));
  set(scenario, "data", number("block_reads", 0));
  set(scenario, "data", number("connections", 10'000));
  scenario.links = {{"users", "app", 0}, {"app", "data", 0}};
  return scenario;
}

Scenario with_cache(double rate_rps, double duration_s, double things) {
  Scenario scenario = quick(rate_rps, duration_s);
  set(scenario, "users", number("things", things));
  scenario.parts.push_back(
      {"cache", "cache", "Cache", {}, {number("serve_ms", 0), number("ttl_s", 0)}});
  scenario.links = {{"users", "app", 0}, {"app", "cache", 0}, {"cache", "data", 0}};
  return scenario;
}

// The share of reads that were hits, in each of 30 equal windows after a warm-up as long as one.
Moments hit_ratios(const Scenario& scenario) {
  REQUIRE(check(scenario).empty());
  System system(scenario, 1);
  Moments ratios;
  PartState before;
  for (int window = 0; window <= 30; ++window) {
    system.run_until(sim::from_seconds(scenario.duration_s * (window + 1) / 31));
    const PartState now = state_of(system, "cache");
    if (window > 0) {
      ratios.add(static_cast<double>(now.hits - before.hits) /
                 static_cast<double>(now.reads - before.reads));
    }
    before = now;
  }
  return ratios;
}

}  // namespace

TEST_CASE("a cache's hit ratio under Zipf's law is what its room makes of it (Che)") {
  struct Row {
    double things;
    double room;
    double expected;
    double rate_rps;
  };
  for (const Row row : {Row{1'000, 100, 0.37779, 2'000}, Row{10'000, 1'000, 0.43666, 10'000}}) {
    Scenario scenario = with_cache(row.rate_rps, 62, row.things);
    set(scenario, "users", number("popularity", 0.8));
    set(scenario, "cache", number("entries", row.room));
    check_against_theory("hit ratio", row.expected, hit_ratios(scenario));
  }
}

TEST_CASE("with a TTL that hits do not renew, one miss a TTL: hit ratio = xT / (1 + xT)") {
  for (const double wants : {5.0, 100.0}) {
    Scenario scenario = with_cache(50, 1'240, 1);
    set(scenario, "cache", number("ttl_s", wants / 50));
    check_against_theory("hit ratio", wants / (1 + wants), hit_ratios(scenario));
  }
}

TEST_CASE("stampede: all who come while a hot answer is fetched miss it, but for coalescing") {
  Scenario scenario = with_cache(500, 1, 1);
  scenario.links.back().round_trip_ms = 200;
  set(scenario, "data", text("machine", "far_box"));
  scenario.parts.push_back({"far_box", "machine", "Box", {}, {text("size", "general-16")}});
  const auto misses = [&] {
    Moments counts;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
      System system(scenario, seed);
      system.run_until(system.end());
      const PartState cache = state_of(system, "cache");
      counts.add(static_cast<double>(cache.reads - cache.hits));
    }
    return counts;
  };
  check_against_theory("misses an expiry", 1 + 500 * 0.2, misses());

  set(scenario, "cache", number("coalesce", 1));
  const System system = run(scenario);
  const PartState cache = state_of(system, "cache");
  CHECK(cache.reads - cache.hits > 50);
  CHECK(state_of(system, "data").arrivals == 1);
  CHECK(system.totals().counts.good > 300);
}

namespace {

// Reads of one thing at a copy of the database; writes to it come once a second.
Scenario lagging(std::string_view spread, double duration_s) {
  Scenario scenario = quick(21, duration_s);
  set(scenario, "users", number("things", 1));
  set(scenario, "users", number("write_share", 1.0 / 21));
  scenario.parts.push_back({"copies", "replica_set", "Copies", {}, {number("lag_ms", 100)}});
  set(scenario, "copies", text("lag_spread", spread));
  scenario.parts.push_back({"copy", "database", "Copy", {}, {text("machine", "box")}});
  for (const char* name : {"cpu_ms", "block_reads", "connections"}) {
    for (const Setting& setting : part(scenario, "data").settings) {
      if (setting.name == name) set(scenario, "copy", setting);
    }
  }
  scenario.links = {
      {"users", "app", 0}, {"app", "copies", 0}, {"copies", "data", 0}, {"copies", "copy", 0}};
  return scenario;
}

}  // namespace

TEST_CASE("reads from a copy are stale as often as its lag and the rate of writes make them") {
  struct Row {
    const char* spread;
    double expected;
  };
  for (const Row row : {Row{"constant", 1 - std::exp(-0.1)}, Row{"exponential", 0.1 / 1.1}}) {
    const Scenario scenario = lagging(row.spread, 93'000);
    REQUIRE(check(scenario).empty());
    System system(scenario, 1);
    Moments shares;
    std::uint64_t stale = 0;
    std::uint64_t offered = 0;
    for (int window = 0; window <= 30; ++window) {
      system.run_until(sim::from_seconds(3'000.0 * (window + 1)));
      const std::uint64_t stale_now = state_of(system, "copy").stale;
      const std::uint64_t offered_now = system.totals().counts.offered;
      if (window > 0) {
        shares.add(static_cast<double>(stale_now - stale) * 21 / 20 /
                   static_cast<double>(offered_now - offered));
      }
      stale = stale_now;
      offered = offered_now;
    }
    check_against_theory("stale reads", row.expected, shares);
  }
}

TEST_CASE("of three tries that each fail half the time, one request in eight fails") {
  // A balancer that is slow to notice sends half of all to a dead server.
  Scenario scenario = quick(200, 1'000);
  set(scenario, "users", number("tries", 3));
  scenario.parts.push_back({"coin", "load_balancer", "Coin", {}, {text("policy", "random")}});
  scenario.parts.push_back({"dead", "app_server", "Dead", {}, {text("machine", "dead_box")}});
  scenario.parts.push_back({"dead_box", "machine", "Dead box", {}, {}});
  set(scenario, "coin", number("health_interval_s", 3600));
  set(scenario, "coin", number("pass_ms", 0));
  scenario.links = {
      {"users", "coin", 0}, {"coin", "app", 0}, {"coin", "dead", 0}, {"app", "data", 0}};
  // A moment after the start, when the balancer has taken it for well.
  scenario.changes = {{1e-6, kill("dead")}};
  REQUIRE(check(scenario).empty());
  Moments tries;
  Moments failures;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    System system(scenario, seed);
    system.run_until(system.end());
    const auto offered = static_cast<double>(system.totals().counts.offered);
    tries.add(static_cast<double>(state_of(system, "coin").arrivals) / offered);
    failures.add(static_cast<double>(system.totals().counts.failed) / offered);
  }
  check_against_theory("tries a request", 1.75, tries);
  check_against_theory("requests that fail", 0.125, failures);
}

namespace {

// One server, 1 s a request on average, asked by users who wait 10 s and try 3 times.
Scenario storm(double load, bool bursts) {
  Scenario scenario = quick(load, 1'000);
  set(scenario, "users", number("patience_ms", 10'000));
  set(scenario, "users", number("tries", 3));
  set(scenario, "app", number("workers", 1));
  set(scenario, "app", number("queries", 0));
  set(scenario, "app", number("cpu_ms", 1'000));
  set(scenario, "app", text("cpu_spread", "exponential"));
  set(scenario, "app", number("queue_limit", 1'000'000));
  if (bursts) {
    scenario.changes = {{300, change("users", number("traffic", 2))},
                        {360, change("users", number("traffic", 1))}};
  }
  return scenario;
}

double good_share_at_the_end(const Scenario& scenario) {
  double good = 0;
  double offered = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const System system = run(scenario, seed);
    for (std::size_t second = 800; second < 1'000; ++second) {
      good += static_cast<double>(system.series()[second].counts.good);
      offered += static_cast<double>(system.series()[second].counts.offered);
    }
  }
  return good / offered;
}

}  // namespace

TEST_CASE(
    "retry storm: a light load recovers from a burst, a medium one stays down, a heavy one is") {
  const double light = good_share_at_the_end(storm(0.25, true));
  const double calm = good_share_at_the_end(storm(0.5, false));
  const double medium = good_share_at_the_end(storm(0.5, true));
  const double heavy = good_share_at_the_end(storm(0.75, false));
  MESSAGE("good at the end: " << light << ", " << calm << " without a burst and " << medium
                              << " with, " << heavy);
  CHECK(light > 0.98);
  CHECK(medium < calm - 0.15);
  CHECK(heavy < 0.2);
}

TEST_CASE("a page that asks 100 services is slow whenever one of them is") {
  // Each service takes an exponential time that is longer than 2^25 ns once in a hundred times.
  const double slow_ms = 33.554432;
  Scenario scenario = quick(4, 1'000);
  set(scenario, "app", text("call_order", "all_at_once"));
  set(scenario, "app", number("queries", 0));
  for (int i = 0; i < 100; ++i) {
    const std::string farm = "farm" + std::to_string(i / 25);
    if (i % 25 == 0) {
      scenario.parts.push_back({farm, "machine", "Farm", {}, {text("size", "general-64")}});
    }
    const std::string service = "service" + std::to_string(i);
    scenario.parts.push_back({service, "app_server", "Service", {}, {text("machine", farm)}});
    set(scenario, service, number("cpu_ms", slow_ms / std::log(100)));
    set(scenario, service, text("cpu_spread", "exponential"));
    set(scenario, service, number("memory_mb", 0));
    scenario.links.push_back({"app", service, 0});
  }
  REQUIRE(check(scenario).empty());
  Moments slow;
  for (std::uint64_t seed = 1; seed <= 14; ++seed) {
    System system(scenario, seed);
    system.run_until(system.end());
    const sim::Histogram latency = system.totals().latency_ns;
    slow.add(static_cast<double>(latency.count_above(sim::from_ms(slow_ms) - 1)) /
             static_cast<double>(latency.count()));
  }
  check_against_theory("slow pages", 1 - std::pow(0.99, 100), slow);
}

namespace {

// The share of keys of each node; many keys, so that what is measured is the ring.
std::vector<double> shares(const HashRing& ring, std::uint32_t nodes) {
  constexpr std::uint32_t kKeys = 20'000;
  std::vector<double> shares(nodes);
  for (std::uint32_t key = 0; key < kKeys; ++key) shares[ring.node_of(key)] += 1.0 / kKeys;
  return shares;
}

}  // namespace

TEST_CASE("more points on the ring spread keys more evenly, and a new node moves only its own") {
  const std::vector<double> many = shares(HashRing(10, 100), 10);
  Moments moments;
  for (const double share : many) moments.add(share);
  const double spread = std::sqrt(moments.variance()) / moments.mean();
  CHECK(spread > 0.03);
  CHECK(spread < 0.2);

  const HashRing before(10, 100);
  const HashRing after(11, 100);
  std::uint32_t moved = 0;
  std::uint32_t moved_by_modulo = 0;
  for (std::uint32_t key = 0; key < 100'000; ++key) {
    const std::uint32_t now = after.node_of(key);
    if (before.node_of(key) != now) {
      ++moved;
      CHECK(now == 10);
    }
    if (key % 10 != key % 11) ++moved_by_modulo;
  }
  CHECK(moved == doctest::Approx(100'000 / 11.0).epsilon(0.25));
  CHECK(moved_by_modulo == doctest::Approx(100'000 * 10 / 11.0).epsilon(0.01));
}

}  // namespace tenfold::model::test
