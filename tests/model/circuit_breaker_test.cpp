// A breaker before a failing service: the failure stays where it is.
#include <doctest/doctest.h>

#include "systems.h"

namespace tenfold::model::test {

namespace {

// The app asks "search" through "fuse"; from 10 s to 20 s search hangs.
Scenario fused() {
  Scenario scenario = two_boxes(100, 40);
  set(scenario, "box", text("size", "general-4"));
  scenario.parts.push_back({"mill", "machine", "Mill", {}, {text("size", "general-4")}});
  scenario.parts.push_back({"search", "app_server", "Search", {}, {text("machine", "mill")}});
  scenario.parts.push_back({"fuse", "circuit_breaker", "Fuse", {}, {number("timeout_ms", 500)}});
  set(scenario, "fuse", number("open_s", 1));
  scenario.links.push_back({"app", "fuse", 0});
  scenario.links.push_back({"fuse", "search", 0.5});
  scenario.changes = {{10, kill("search")}, {20, heal("search")}};
  return scenario;
}

}  // namespace

TEST_CASE("a breaker opens on failures, says no at once, and closes when things are well again") {
  const System system = run(fused());
  CHECK(system.series()[9].counts.failed == 0);
  CHECK(failed_in_second(system, 15, Failure::turned_away) > 80);
  CHECK(system.series()[30].counts.failed == 0);
  // Hardly any of the calls has troubled the dead service.
  CHECK(state_of(system, "search").arrivals < state_of(system, "fuse").arrivals);
}

TEST_CASE("a breaker that dies during its trials, or needs fewer now, closes again") {
  Scenario scenario = fused();
  set(scenario, "fuse", number("trials", 1'000));
  // From 20 s on it tries, and by 22 s a hundred trials and more have gone well.
  scenario.changes.push_back({22, change("fuse", number("trials", 10))});
  CHECK(run(scenario).series()[30].counts.failed == 0);
  scenario.changes.back() = {22, kill("fuse")};
  scenario.changes.push_back({22, heal("fuse")});
  CHECK(run(scenario).series()[30].counts.failed == 0);
}

TEST_CASE("a hanging service takes the workers of its callers, unless a breaker gives them back") {
  Scenario scenario = fused();
  scenario.changes = {{10, change("search", number("slowness", 1'000))}};
  set(scenario, "app", number("queue_limit", 10'000));
  const System with = run(scenario);
  CHECK(state_of(with, "app").waiting < 10);
  std::erase_if(scenario.parts, [](const PartSpec& spec) { return spec.id == "fuse"; });
  scenario.links.pop_back();
  scenario.links.back() = {"app", "search", 0.5};
  CHECK(state_of(run(scenario), "app").waiting > 100);
}

}  // namespace tenfold::model::test
