// Killing, healing and resizing parts of a running system.
#include <doctest/doctest.h>

#include "model/catalogue.h"
#include "sim/clock.h"
#include "systems.h"

namespace tenfold::model::test {

TEST_CASE("a killed app server fails its requests with \"server down\" until it is healed") {
  Scenario scenario = one_box();
  scenario.changes = {{5, kill("app")}, {10, heal("app")}};
  const System system = run(scenario);
  CHECK(failed_in_second(system, 4, Failure::server_down) == 0);
  CHECK(failed_in_second(system, 7, Failure::server_down) > 50);
  CHECK(system.series()[7].counts.good == 0);
  CHECK(system.series()[15].counts.failed == 0);
  CHECK(system.series()[15].counts.good > 50);
  CHECK(system.totals().counts.failed == failed_by(system, Failure::server_down));
}

TEST_CASE("one box down is all down, and the reason is the server") {
  Scenario scenario = one_box(300);
  scenario.changes = {{5, kill("box")}};
  System system(scenario, 1);
  system.run_until(tenfold::sim::from_seconds(8));
  CHECK(state_of(system, "box").health == Health::down);
  CHECK(state_of(system, "app").health == Health::down);
  CHECK(state_of(system, "data").health == Health::down);
  CHECK(state_of(system, "app").in_service == 0);
  CHECK(failed_by(system, Failure::server_down) > 0);
  CHECK(failed_by(system, Failure::database_down) == 0);
}

TEST_CASE("who comes to a dead part has come there, whatever kind of part it is") {
  for (const char* id : {"app", "data", "way"}) {
    CAPTURE(id);
    Scenario scenario = two_boxes();
    scenario.parts.push_back({"way", "bulkhead", "Way", {}, {}});
    scenario.links = {{"users", "app"}, {"app", "way"}, {"way", "data"}};
    System system(scenario, 1);
    system.run_until(sim::from_seconds(10));
    CHECK(system.apply(kill(id)).empty());
    const std::uint64_t before = state_of(system, id).arrivals;
    system.run_until(system.end());
    CHECK(state_of(system, id).arrivals > before + 500);
    CHECK(state_of(system, id).arrival_rps > 50);
  }
}

TEST_CASE("a machine's death is one moment for programs on it that ask each other") {
  Scenario scenario = one_box(250);
  scenario.parts.push_back({"back", "app_server", "Back", {}, {text("machine", "box")}});
  set(scenario, "back", number("queries", 0));
  scenario.parts.push_back({"fuse", "circuit_breaker", "Fuse", {}, {}});
  scenario.links.push_back({"app", "fuse"});
  scenario.links.push_back({"fuse", "back"});
  for (int second = 1; second < 15; ++second) {
    scenario.changes.push_back({second + 0.0, kill("box")});
    scenario.changes.push_back({second + 0.1, heal("box")});
  }
  const System system = run(scenario);
  CHECK(state_of(system, "box").memory < 0.5);
  CHECK(system.series().back().counts.failed == 0);
}

TEST_CASE("a server killed once its timeout was switched off leaves no processor busy for ever") {
  Scenario scenario = one_box(700);
  set(scenario, "app", number("call_timeout_ms", 5'000));
  System system(scenario, 1);
  for (int second = 1; second < 10; ++second) {
    system.run_until(sim::from_seconds(second));
    CHECK(system.apply(change("app", number("call_timeout_ms", 0))).empty());
    system.run_until(sim::from_seconds(second + 0.02));
    CHECK(system.apply(kill("app")).empty());
    CHECK(system.apply(heal("app")).empty());
    CHECK(system.apply(change("app", number("call_timeout_ms", 5'000))).empty());
  }
  CHECK(system.apply(change("users", number("traffic", 0))).empty());
  system.run_until(system.end());
  CHECK(state_of(system, "box").in_service == 0);
  CHECK(state_of(system, "box").waiting == 0);
}

TEST_CASE("with the database dead requests reach the app and fail with \"database down\"") {
  Scenario scenario = two_boxes();
  scenario.changes = {{5, kill("data_box")}, {10, heal("data_box")}};
  const System system = run(scenario);
  CHECK(failed_by(system, Failure::database_down) > 300);
  CHECK(failed_by(system, Failure::server_down) == 0);
  CHECK(system.series()[15].counts.failed == 0);
}

TEST_CASE("a killed database on the app's own machine leaves the app's own work unharmed") {
  Scenario scenario = one_box(400);
  scenario.changes = {{5, kill("data")}, {5.5, heal("data")}, {10, kill("app")}, {11, heal("app")}};
  const System system = run(scenario);
  CHECK(failed_by(system, Failure::database_down) > 0);
  CHECK(failed_by(system, Failure::server_down) > 0);
  CHECK(system.series().back().counts.failed == 0);
  CHECK(state_of(system, "box").memory < 0.5);
}

TEST_CASE("a part may be killed again and again while work is in it") {
  Scenario scenario = two_boxes(400);
  for (int i = 0; i < 40; ++i) {
    const char* victims[] = {"app", "data", "box", "data_box"};
    scenario.changes.push_back({1 + 0.4 * i, kill(victims[i % 4])});
    scenario.changes.push_back({1.15 + 0.4 * i, heal(victims[i % 4])});
  }
  const System system = run(scenario);
  CHECK(system.series().back().counts.good > 300);
  CHECK(system.totals().counts.failed > 0);
}

TEST_CASE("a resize takes the machine down for its time and then up with the new size") {
  Scenario scenario = one_box();
  set(scenario, "box", number("resize_s", 6));
  scenario.changes = {{5, change("box", text("size", "general-8"))}};
  System system(scenario, 1);
  system.run_until(tenfold::sim::from_seconds(8));
  CHECK(state_of(system, "box").health == Health::restarting);
  CHECK(state_of(system, "app").health == Health::restarting);
  system.run_until(system.end());
  CHECK(state_of(system, "box").health == Health::up);
  CHECK(state_of(system, "box").capacity == 8);
  CHECK(failed_in_second(system, 8, Failure::server_down) > 50);
  CHECK(system.series()[13].counts.failed == 0);
  CHECK(system.totals().cost_month == 280);
  CHECK(system.series()[2].cost_month == 30);
}

TEST_CASE("a restarted database has an empty memory and reads from disk until it is warm") {
  Scenario scenario = one_box();
  scenario.changes = {{5, kill("data")}, {5.1, heal("data")}};
  System system(scenario, 1);
  system.run_until(tenfold::sim::from_seconds(5));
  CHECK(state_of(system, "data").hit_ratio == 1);
  system.run_until(tenfold::sim::from_seconds(6));
  CHECK(state_of(system, "data").hit_ratio < 0.95);
  system.run_until(system.end());
  CHECK(state_of(system, "data").hit_ratio > 0.99);
}

TEST_CASE("a running system refuses what it could not have begun with") {
  Scenario scenario = one_box();
  set(scenario, "app", number("queries", 1000));
  set(scenario, "app", number("call_tries", 10));
  System system(scenario, 1);
  const std::vector<Fault> faults = system.apply(change("users", number("tries", 11)));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].place == "users.tries");
  CHECK(faults[0].reason.find("100,000 calls") != std::string::npos);
  CHECK(system.apply(change("app", number("queries", 100))).empty());
  CHECK(system.apply(change("users", number("tries", 11))).empty());
}

TEST_CASE("a scenario's own change is refused beside one made by hand, in a copy too") {
  Scenario scenario = one_box();
  set(scenario, "app", number("call_tries", 10));
  scenario.changes = {{1, change("app", number("queries", 1000))}};
  const auto allows_more_tries = [](System& system) {
    system.run_until(tenfold::sim::from_seconds(2));
    return system.apply(change("users", number("tries", 11))).empty();
  };
  System untouched(scenario, 1);
  CHECK_FALSE(allows_more_tries(untouched));  // the scheduled change was made
  System system(scenario, 1);
  REQUIRE(system.apply(change("users", number("tries", 11))).empty());
  System copy = system;
  CHECK(allows_more_tries(system));
  CHECK(allows_more_tries(copy));
}

TEST_CASE("changes that make no sense are refused with a reason and change nothing") {
  System system(one_box(), 1);
  CHECK(system.apply(kill("nobody")).size() == 1);
  CHECK(system.apply(kill("users")).size() == 1);
  CHECK(system.apply(change("app", number("colour", 1))).size() == 1);
  CHECK(system.apply(change("app", number("workers", -3))).size() == 1);
  CHECK(system.apply(change("app", text("machine", "box"))).size() == 1);
  CHECK(system.apply(change("box", text("size", "enormous"))).size() == 1);
  CHECK(system.apply(change("app", number("workers", 8))).empty());
  CHECK(state_of(system, "app").capacity == 8);
  CHECK(state_of(system, "box").health == Health::up);
}

TEST_CASE("users whose name lookup fails cannot reach a site that works") {
  Scenario scenario = one_box();
  set(scenario, "users", number("users", 1000));
  set(scenario, "users", number("requests_per_user_day", 8640));
  scenario.parts.push_back({"dns", "dns", "DNS", {}, {number("ttl_s", 4)}});
  scenario.links.push_back({"users", "dns", 20});
  scenario.changes = {{8, kill("dns")}};
  const System system = run(scenario);
  CHECK(failed_in_second(system, 6, Failure::name_not_found) == 0);
  CHECK(failed_in_second(system, 18, Failure::name_not_found) > 50);
  // Those who looked it up lately still get there for a while.
  CHECK(system.series()[9].counts.good > 0);
  CHECK(system.totals().counts.failed == failed_by(system, Failure::name_not_found));
}

TEST_CASE(
    "whatever takes time can be slowed while it runs, which no health check sees, and healed") {
  Scenario scenario = balanced(1, 60, 40);
  set(scenario, "users", number("session_share", 0.3));
  set(scenario, "users", number("page_file_share", 0.3));
  set(scenario, "users", number("things", 10));
  set(scenario, "users", number("visitors", 1'000'000));
  set(scenario, "lb", number("pass_ms", 1));
  const Setting serve = number("serve_ms", 1);
  scenario.parts.push_back({"dns", "dns", "DNS", {}, {number("ttl_s", 0)}});
  scenario.parts.push_back({"edge", "cdn", "Edge", {}, {serve}});
  scenario.parts.push_back({"cache", "cache", "Cache", {}, {serve, number("ttl_s", 0.05)}});
  scenario.parts.push_back({"store", "session_store", "Sessions", {}, {serve}});
  scenario.links = {{"users", "dns", 20},  {"users", "edge", 10}, {"edge", "lb", 40},
                    {"lb", "app0", 0.5},   {"app0", "cache", 1},  {"cache", "data", 1},
                    {"app0", "store", 0.5}};
  const auto mean_ms = [](const System& system, std::size_t from, std::size_t to) {
    double sum_ms = 0;
    for (std::size_t second = from; second < to; ++second) {
      sum_ms += system.series()[second].in_system;
    }
    return sum_ms;
  };
  const System well = run(scenario);
  for (const PartSpec& slowed : scenario.parts) {
    CAPTURE(slowed.id);
    if (find_parameter(*find_kind(slowed.kind), "slowness") == nullptr) continue;
    Scenario ill = scenario;
    ill.changes = {{10, change(slowed.id, number("slowness", 8))},
                   {20, change(slowed.id, number("slowness", 1))}};
    const System system = run(ill);
    CHECK(mean_ms(system, 0, 10) == doctest::Approx(mean_ms(well, 0, 10)));
    CHECK(mean_ms(system, 10, 20) > 1.01 * mean_ms(well, 10, 20));
    CHECK(mean_ms(system, 30, 40) == doctest::Approx(mean_ms(well, 30, 40)).epsilon(0.02));
    CHECK(failed_by(system, Failure::server_down) == 0);
  }
}

}  // namespace tenfold::model::test
