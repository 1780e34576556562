// What a bulkhead keeps from sinking.
#include <doctest/doctest.h>

#include "systems.h"

namespace tenfold::model::test {

namespace {

// Pages with a piece from a service, without which they can go out; the service hangs at 10 s.
Scenario with_service(bool guarded) {
  Scenario scenario = two_boxes(100, 30);
  set(scenario, "box", text("size", "general-4"));
  set(scenario, "app", number("falls_back", 1));
  scenario.parts.push_back({"mill", "machine", "Mill", {}, {text("size", "general-4")}});
  scenario.parts.push_back({"search", "app_server", "Search", {}, {text("machine", "mill")}});
  set(scenario, "search", number("queue_limit", 100'000));
  scenario.changes = {{10, change("search", number("slowness", 1'000))}};
  if (guarded) {
    scenario.parts.push_back({"guard", "bulkhead", "Bulkhead", {}, {number("at_once", 8)}});
    scenario.links.push_back({"app", "guard", 0});
    scenario.links.push_back({"guard", "search", 0.5});
  } else {
    scenario.links.push_back({"app", "search", 0.5});
  }
  return scenario;
}

}  // namespace

TEST_CASE("behind a bulkhead a service that hangs takes only a few of its callers' workers") {
  const System open = run(with_service(false));
  CHECK(open.series()[25].counts.good == 0);
  const System guarded = run(with_service(true));
  CHECK(guarded.series()[9].counts.failed == 0);
  CHECK(guarded.series()[25].counts.good > 70);
  CHECK(state_of(guarded, "app").in_service >= 8);
  CHECK(state_of(guarded, "app").in_service < 20);
  CHECK(state_of(guarded, "guard").in_service == 8);
  CHECK(state_of(guarded, "guard").utilisation > 0.95);
}

TEST_CASE("who finds a bulkhead full waits where there is room, and is turned away otherwise") {
  Scenario scenario = with_service(true);
  scenario.changes.clear();
  set(scenario, "app", number("falls_back", 0));
  set(scenario, "guard", number("at_once", 1));
  const System strict = run(scenario);
  CHECK(failed_by(strict, Failure::turned_away) > 50);
  set(scenario, "guard", number("queue_limit", 1000));
  const System patient = run(scenario);
  CHECK(patient.totals().counts.failed == 0);
  CHECK(state_of(patient, "guard").mean_time_ms > state_of(strict, "guard").mean_time_ms);
  // No more wait than there is room for, while the one who is inside does not come back.
  set(scenario, "guard", number("queue_limit", 2));
  scenario.changes = {{10, change("search", number("slowness", 1'000))}};
  const System full = run(scenario);
  CHECK(state_of(full, "guard").in_service == 1);
  CHECK(state_of(full, "guard").waiting == 2);
}

TEST_CASE("a wider bulkhead lets those in who wait, and its death loses them") {
  Scenario scenario = with_service(true);
  set(scenario, "guard", number("queue_limit", 1000));
  System system(scenario, 1);
  system.run_until(sim::from_seconds(12));
  const std::uint32_t waiting = state_of(system, "guard").waiting;
  CHECK(waiting > 5);
  CHECK(system.apply(change("guard", number("at_once", 8 + waiting))).empty());
  CHECK(state_of(system, "guard").waiting == 0);
  CHECK(state_of(system, "guard").in_service == 8 + waiting);
  CHECK(system.apply(kill("guard")).empty());
  CHECK(state_of(system, "guard").in_service == 0);
}

}  // namespace tenfold::model::test
