// Caches and CDN edges: what writes, expiry, crashes and distance do.
#include <doctest/doctest.h>

#include "model/key_store.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

Scenario cached(double rate_rps = 300, double duration_s = 20) {
  Scenario scenario = two_boxes(rate_rps, duration_s);
  set(scenario, "box", text("size", "general-8"));
  set(scenario, "users", number("things", 2'000));
  set(scenario, "users", number("write_share", 0.1));
  scenario.parts.push_back({"cache", "cache", "Cache", {}, {}});
  scenario.links = {{"users", "app", 40}, {"app", "cache", 0.5}, {"cache", "data", 0.5}};
  return scenario;
}

}  // namespace

TEST_CASE("the longest unused entry makes room, and an expired one is none") {
  KeyStore store;
  store.set_room(2);
  store.put(1, {.expires_ns = 100});
  store.put(2, {.expires_ns = 100});
  CHECK(store.use(1, 10) != nullptr);
  store.put(3, {.expires_ns = 100});
  CHECK(store.use(2, 10) == nullptr);
  CHECK(store.use(1, 99) != nullptr);
  CHECK(store.use(1, 100) == nullptr);
  store.put(KeyStore::key_of(7, 0), {});
  store.put(KeyStore::key_of(7, 2), {});
  CHECK(store.size() == 2);
  store.forget_all_of(7);
  CHECK(store.size() == 0);
}

TEST_CASE("a cache spares the database most queries") {
  const System with = run(cached());
  const PartState cache = state_of(with, "cache");
  CHECK(cache.hits > cache.reads / 2);
  CHECK(state_of(with, "data").arrivals < state_of(with, "app").arrivals * 3 / 2);
  CHECK(with.totals().counts.failed == 0);
}

TEST_CASE("without invalidation hits are stale after writes; with it hardly any is") {
  Scenario scenario = cached();
  const std::uint64_t with = state_of(run(scenario), "cache").stale;
  set(scenario, "cache", number("invalidate", 0));
  const PartState without = state_of(run(scenario), "cache");
  CHECK(without.stale > 100);
  CHECK(without.own_stale <= without.stale);
  CHECK(with < without.stale / 20);
}

TEST_CASE("a shorter life of entries means fewer stale hits and more misses") {
  Scenario scenario = cached();
  set(scenario, "cache", number("invalidate", 0));
  set(scenario, "cache", number("ttl_s", 1));
  const PartState brief = state_of(run(scenario), "cache");
  set(scenario, "cache", number("ttl_s", 60));
  const PartState lasting = state_of(run(scenario), "cache");
  CHECK(brief.stale < lasting.stale);
  CHECK(brief.hits < lasting.hits);
}

TEST_CASE("a restarted cache is empty, and while it is dead the database takes it all") {
  Scenario scenario = cached();
  scenario.changes = {{8, kill("cache")}, {12, heal("cache")}};
  System system(scenario, 1);
  system.run_until(sim::from_seconds(8));
  const double warm = state_of(system, "data").arrival_rps;
  system.run_until(sim::from_seconds(11));
  CHECK(state_of(system, "data").arrival_rps > 2 * warm);
  CHECK(system.series()[10].counts.good > 200);
  system.run_until(system.end());
  CHECK(state_of(system, "data").arrival_rps < 2 * warm);
}

TEST_CASE("early refresh keeps a hot answer from ever expiring") {
  Scenario scenario = cached(500, 20);
  set(scenario, "users", number("things", 1));
  set(scenario, "users", number("write_share", 0));
  set(scenario, "cache", number("ttl_s", 1));
  const PartState expiring = state_of(run(scenario), "cache");
  set(scenario, "cache", number("refresh_ahead", 0.2));
  const PartState refreshed = state_of(run(scenario), "cache");
  CHECK(refreshed.reads - refreshed.hits < (expiring.reads - expiring.hits) / 4);
}

TEST_CASE("an edge near the users answers files at once; the rest travels as far as before") {
  Scenario scenario = two_boxes(200, 30);
  set(scenario, "users", number("things", 50));
  set(scenario, "users", number("page_file_share", 1));
  scenario.links[0].round_trip_ms = 160;
  const double far_ms = run(scenario).totals().latency_ns.mean_ns() / 1e6;
  scenario.parts.push_back({"edge", "cdn", "Lagos", {}, {}});
  scenario.links = {{"users", "edge", 10}, {"edge", "app", 150}, {"app", "data", 0.5}};
  const System near = run(scenario);
  CHECK(near.totals().latency_ns.mean_ns() / 1e6 < far_ms / 4);
  CHECK(state_of(near, "app").arrivals < 500);
  set(scenario, "users", number("page_file_share", 0));
  CHECK(run(scenario).totals().latency_ns.mean_ns() / 1e6 > 160);
}

TEST_CASE("a purge makes an edge forget everything") {
  Scenario scenario = two_boxes(200, 20);
  set(scenario, "users", number("things", 50));
  set(scenario, "users", number("page_file_share", 1));
  scenario.parts.push_back({"edge", "cdn", "Lagos", {}, {}});
  scenario.links = {{"users", "edge", 10}, {"edge", "app", 150}, {"app", "data", 0.5}};
  const PartState before = state_of(run(scenario), "edge");
  scenario.changes = {{10, change("edge", number("purges", 1))}};
  const PartState after = state_of(run(scenario), "edge");
  CHECK(after.reads - after.hits > before.reads - before.hits + 20);
}

}  // namespace tenfold::model::test
