// Data in whole systems held against what can be worked out about it: caches, copies, shards. The
// expected values come from the formulas beside them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "../sim/theory_row.h"
#include "model/shards.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

using sim::Moments;
using sim::test::check_against_theory;
using sim::test::check_exactly;
using sim::test::with;

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
    Scenario scenario = with_cache(row.rate_rps, 93, row.things);
    set(scenario, "users", number("popularity", 0.8));
    set(scenario, "cache", number("entries", row.room));
    check_against_theory(with("LRU, Zipf 0.8, N", row.things) + with(", C", row.room) + ": hits",
                         row.expected, hit_ratios(scenario));
  }
}

TEST_CASE("with a TTL that hits do not renew, one miss a TTL: hit ratio = xT / (1 + xT)") {
  for (const double wants : {5.0, 100.0}) {
    Scenario scenario = with_cache(50, 1'240, 1);
    set(scenario, "cache", number("ttl_s", wants / 50));
    check_against_theory(with("TTL, wants a TTL", wants) + ": hits", wants / (1 + wants),
                         hit_ratios(scenario));
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
  check_against_theory("stampede, 500/s, refill 0.2 s: misses an expiry", 1 + 500 * 0.2, misses());

  set(scenario, "cache", number("coalesce", 1));
  const System system = run(scenario);
  const PartState cache = state_of(system, "cache");
  CHECK(cache.reads - cache.hits > 50);
  check_exactly("stampede with coalescing: refills an expiry", 1,
                static_cast<double>(state_of(system, "data").arrivals));
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
    const Scenario scenario = lagging(row.spread, 139'500);
    REQUIRE(check(scenario).empty());
    System system(scenario, 1);
    Moments shares;
    std::uint64_t stale = 0;
    std::uint64_t offered = 0;
    for (int window = 0; window <= 30; ++window) {
      system.run_until(sim::from_seconds(4'500.0 * (window + 1)));
      const std::uint64_t stale_now = state_of(system, "copy").stale;
      const std::uint64_t offered_now = system.totals().counts.offered;
      if (window > 0) {
        shares.add(static_cast<double>(stale_now - stale) * 21 / 20 /
                   static_cast<double>(offered_now - offered));
      }
      stale = stale_now;
      offered = offered_now;
    }
    check_against_theory(std::string("stale read, write 1/s, lag 0.1 s ") + row.spread + ": stale",
                         row.expected, shares);
  }
}

TEST_CASE("who reads his own write 0.05 s later misses it when the copy lags longer than that") {
  // One user, whose requests come as fast as can be while he is let ask, so that it is known when.
  Scenario scenario = lagging("exponential", 120'000);
  set(scenario, "users", number("users", 1));
  set(scenario, "users", number("requests_per_user_day", 10'000));
  set(scenario, "users", number("peak_factor", 10'000));
  set(scenario, "users", number("traffic", 0));
  REQUIRE(check(scenario).empty());
  System system(scenario, 1);
  const auto ask = [&](double write_share) {
    system.apply(change("users", number("write_share", write_share)));
    system.apply(change("users", number("traffic", 10)));
    const std::uint64_t before = system.totals().counts.offered;
    while (system.totals().counts.offered == before) REQUIRE(system.step());
    system.apply(change("users", number("traffic", 0)));
  };
  const sim::Duration mean_gap_ns = sim::from_seconds(1 / (10 * peak_rps(1, 10'000, 10'000)));
  Moments stale;
  for (int batch = 0; batch < 30; ++batch) {
    constexpr int kReads = 1'800;
    const std::uint64_t before = state_of(system, "copy").own_stale;
    for (int read = 0; read < kReads; ++read) {
      ask(1);
      system.run_until(system.now() + sim::from_ms(50) - mean_gap_ns);
      ask(0);
      system.run_until(system.now() + 2 * sim::kSecond);
    }
    stale.add(static_cast<double>(state_of(system, "copy").own_stale - before) / kReads);
  }
  check_against_theory("own write read after 0.05 s, lag exp 0.1 s: stale", std::exp(-0.5), stale);
}

namespace {

constexpr std::uint32_t kNodes = 10;

// How many of so many keys each node has.
std::vector<double> keys_of_nodes(const HashRing& ring, std::uint32_t keys) {
  std::vector<double> counts(kNodes);
  for (std::uint32_t key = 0; key < keys; ++key) ++counts[ring.node_of(key)];
  return counts;
}

}  // namespace

TEST_CASE("with one point a node on the ring the largest share is three times the fair one") {
  // Ten points cut a circle into pieces of which the largest is 1/10 (1 + 1/2 + … + 1/10).
  double expected = 0;
  for (int k = 1; k <= 10; ++k) expected += 1.0 / k / 10;
  Moments largest;
  for (std::uint64_t luck = 0; luck < 5'000; ++luck) {
    constexpr std::uint32_t kKeys = 10'000;
    const std::vector<double> counts = keys_of_nodes(HashRing(kNodes, 1, sim::Stream(luck)), kKeys);
    largest.add(*std::max_element(counts.begin(), counts.end()) / kKeys);
  }
  check_against_theory("ring, 10 nodes, a point each: largest share", expected, largest);
}

TEST_CASE("with a hundred points a node shares differ by a tenth") {
  // A share is the sum of 100 of 1000 pieces, a beta variable: CV^2 = (1 - 0.1) / 0.1 / 1001.
  Moments spread;
  for (std::uint64_t batch = 0; batch < 30; ++batch) {
    Moments squares;
    for (std::uint64_t luck = 0; luck < 300; ++luck) {
      constexpr std::uint32_t kKeys = 2'500;
      const HashRing ring(kNodes, 100, sim::Stream(300 * batch + luck));
      // Pairs of keys on one node, of all pairs: the sum of the squared shares, whatever the keys.
      double pairs = 0;
      for (const double keys : keys_of_nodes(ring, kKeys)) pairs += keys * (keys - 1);
      squares.add(kNodes * pairs / (kKeys * (kKeys - 1)) - 1);
    }
    spread.add(std::sqrt(squares.mean()));
  }
  check_against_theory("ring, 10 nodes, 100 points each: CV of shares", std::sqrt(9.0 / 1001),
                       spread);
}

TEST_CASE("a new node takes its own keys from the others and no other key moves") {
  constexpr std::uint32_t kKeys = 11'000;
  Moments moved;
  std::uint32_t between_others = 0;
  for (std::uint64_t luck = 0; luck < 600; ++luck) {
    const HashRing before(kNodes, 100, sim::Stream(luck));
    const HashRing after(kNodes + 1, 100, sim::Stream(luck));
    std::uint32_t to_new = 0;
    for (std::uint32_t key = 0; key < kKeys; ++key) {
      const std::uint32_t now = after.node_of(key);
      if (now == kNodes) {
        ++to_new;
      } else if (now != before.node_of(key)) {
        ++between_others;
      }
    }
    moved.add(static_cast<double>(to_new) / kKeys);
  }
  check_against_theory("ring, an 11th node: keys that move", 1.0 / 11, moved);
  check_exactly("ring, an 11th node: keys that move between the others", 0, between_others);
  std::uint32_t moved_by_modulo = 0;
  for (std::uint32_t key = 0; key < kKeys; ++key) moved_by_modulo += key % 10 != key % 11 ? 1 : 0;
  check_exactly("modulo, an 11th node: keys that move", 10.0 / 11,
                static_cast<double>(moved_by_modulo) / kKeys);
}

}  // namespace tenfold::model::test
