// Distance, bytes and bandwidth: what an answer's way to its user takes and costs, and what happens
// when a link is full or cut.
#include <doctest/doctest.h>

#include <cmath>

#include "model/link.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

// Users whose requests take next to no time on the server: what is left is the network.
Scenario near_nothing(double rate_rps, double duration_s) {
  Scenario scenario = one_box(rate_rps, duration_s);
  set(scenario, "box", text("size", "general-16"));
  set(scenario, "app", number("cpu_ms", 0.001));
  set(scenario, "app", number("queries", 0));
  scenario.links = {{"users", "app", 40}};
  std::erase_if(scenario.parts, [](const PartSpec& spec) { return spec.id == "data"; });
  return scenario;
}

// A second region, as many users as the first, far away.
Scenario two_regions(double rate_rps, double duration_s) {
  Scenario scenario = near_nothing(rate_rps, duration_s);
  PartSpec far = part(scenario, "users");
  far.id = "far";
  scenario.parts.push_back(far);
  scenario.links.push_back({"far", "app", 160});
  return scenario;
}

LinkState link_state(const System& system, const Scenario& scenario, std::string_view name) {
  const LinkSpec* link = find_link(scenario.links, name);
  REQUIRE(link != nullptr);
  return system.links()[static_cast<std::size_t>(link - scenario.links.data())];
}

double mean_ms(const System& system) { return system.totals().latency_ns.mean_ns() / 1e6; }

}  // namespace

TEST_CASE("an answer takes more round trips the bigger it is, as the window doubles from 14.6 kB") {
  CHECK(extra_round_trips(0) == 0);
  CHECK(extra_round_trips(14'600) == 0);
  CHECK(extra_round_trips(14'601) == 1);
  CHECK(extra_round_trips(3 * 14'600) == 1);
  CHECK(extra_round_trips(3 * 14'600 + 1) == 2);
  for (const double bytes : {20e3, 100e3, 1e6, 50e6}) {
    CHECK(extra_round_trips(static_cast<std::uint64_t>(bytes)) + 1 ==
          std::ceil(std::log2(1 + bytes / 14'600)));
  }
}

TEST_CASE("who is far away pays for every round trip, and for big files most of all") {
  Scenario scenario = near_nothing(20, 20);
  const double page_ms = mean_ms(run(scenario));
  CHECK(page_ms == doctest::Approx(40).epsilon(0.01));
  set(scenario, "users", number("page_file_share", 1));
  const double file_ms = mean_ms(run(scenario));
  CHECK(file_ms - page_ms == doctest::Approx(2 * 40).epsilon(0.01));
  scenario.links[0].round_trip_ms = 160;
  CHECK(mean_ms(run(scenario)) == doctest::Approx(3 * 160).epsilon(0.01));
}

TEST_CASE("between parts connections are kept open: only users pay for starting slowly") {
  Scenario scenario = balanced(2, 20);
  set(scenario, "users", number("page_file_share", 1));
  const double before_ms = mean_ms(run(scenario));
  for (LinkSpec& link : scenario.links) {
    if (link.from == "lb") link.round_trip_ms += 10;
  }
  CHECK(mean_ms(run(scenario)) - before_ms == doctest::Approx(10).epsilon(0.02));
}

TEST_CASE("answers pass a link of limited bandwidth one after the other, as in M/D/1") {
  // 10 kB at 10 Mbit/s take 8 ms; 100 a second load it to 0.8.
  Scenario scenario = near_nothing(100, 2'000);
  scenario.links[0].mbps = 10;
  const System system = run(scenario);
  const double waits_ms = 8 * 0.8 / (2 * (1 - 0.8));
  CHECK(mean_ms(system) - 40 == doctest::Approx(8 + waits_ms).epsilon(0.02));
  CHECK(link_state(system, scenario, "users>app").health != Health::down);
  double busy = 0;
  System again(scenario, 2);
  for (int second = 1; second <= 200; ++second) {
    again.run_until(sim::from_seconds(second));
    busy += link_state(again, scenario, "users>app").utilisation / 200;
  }
  CHECK(busy == doctest::Approx(0.8).epsilon(0.03));
}

TEST_CASE("a full link keeps its users waiting until they leave, and carries no more than it can") {
  Scenario scenario = near_nothing(200, 40);
  scenario.links[0].mbps = 8;  // 100 answers a second
  const System system = run(scenario);
  CHECK(failed_by(system, Failure::timed_out) > 1'000);
  CHECK(link_state(system, scenario, "users>app").health == Health::overloaded);
  CHECK(link_state(system, scenario, "users>app").waiting > 50);
  CHECK(static_cast<double>(link_state(system, scenario, "users>app").bytes) <= 40 * 1e6);
  // A wider one, while it runs, helps at once.
  scenario.changes = {{20, change("users>app", number("mbps", 100))}};
  const System wider = run(scenario);
  CHECK(wider.series().back().counts.failed == 0);
}

TEST_CASE("a full link carries nothing for those who have left, so that some are still served") {
  Scenario scenario = near_nothing(200, 60);
  scenario.links[0].mbps = 8;  // 100 answers a second
  scenario.links[0].round_trip_ms = 0.1;
  const System system = run(scenario);
  // Were all carried, whoever comes to the front after two seconds would have left long ago.
  CHECK(system.series()[59].counts.good > 5);
}

TEST_CASE("a cut link fails its users' requests at once, and no others, until it is healed") {
  Scenario scenario = two_regions(100, 30);
  scenario.changes = {{10, kill("far>app")}, {20, heal("far>app")}};
  const System system = run(scenario);
  CHECK(failed_in_second(system, 9, Failure::unreachable) == 0);
  CHECK(failed_in_second(system, 15, Failure::unreachable) > 60);
  CHECK(system.series()[15].counts.good > 60);
  CHECK(system.series()[25].counts.failed == 0);
  CHECK(system.totals().counts.failed == failed_by(system, Failure::unreachable));
  CHECK(failure_name(Failure::unreachable) == "network down");
}

TEST_CASE("what waits for a link is lost when it is cut") {
  Scenario scenario = near_nothing(200, 10);
  scenario.links[0].mbps = 8;
  System system(scenario, 1);
  system.run_until(sim::from_seconds(2));
  const std::uint32_t waiting = link_state(system, scenario, "users>app").waiting;
  const std::uint64_t before = system.totals().counts.failed;
  CHECK(waiting > 50);
  CHECK(system.apply(kill("users>app")).empty());
  CHECK(system.totals().counts.failed - before > waiting);
  CHECK(link_state(system, scenario, "users>app").waiting == 0);
  CHECK(link_state(system, scenario, "users>app").health == Health::down);
}

TEST_CASE("a balancer goes round a server that it cannot reach") {
  Scenario scenario = balanced(3, 100, 30);
  set(scenario, "lb", number("health_interval_s", 1));
  scenario.changes = {{10, kill("lb>app1")}};
  const System system = run(scenario);
  CHECK(failed_by(system, Failure::unreachable) > 10);
  CHECK(system.series()[20].counts.failed == 0);
}

TEST_CASE("a link that lets next to nothing through is as good as cut") {
  Scenario scenario = near_nothing(20, 10);
  scenario.links[0].mbps = 1e-300;
  const System system = run(scenario);
  CHECK(system.totals().counts.good == 0);
  CHECK(system.totals().counts.failed == failed_by(system, Failure::timed_out));
}

TEST_CASE("what cannot be done to a link is said, and changes nothing") {
  System system(near_nothing(10, 10), 1);
  CHECK(system.apply(kill("users>nowhere")).size() == 1);
  CHECK(system.apply(change("users>app", number("mbps", -1))).size() == 1);
  CHECK(system.apply(change("users>app", number("dollars_per_gb", 1))).size() == 1);
  CHECK(system.apply(change("users>app", number("colour", 1))).size() == 1);
  Scenario scenario = near_nothing(10, 10);
  scenario.links[0].mbps = -1;
  CHECK(check(scenario).size() == 1);
  CHECK(check(scenario)[0].place == "links[0].mbps");
  scenario.links[0].mbps = 1;
  scenario.changes = {{5, kill("app>users")}};
  CHECK(check(scenario).size() == 1);
}

TEST_CASE("an edit sets what a link has") {
  Scenario scenario = near_nothing(10, 10);
  Edit edit = {.kind = Edit::Kind::set, .target = "users>app", .setting = number("mbps", 5)};
  CHECK(apply_edits(scenario, {edit}).empty());
  CHECK(scenario.links[0].mbps == 5);
  edit.target = "users>nowhere";
  CHECK(apply_edits(scenario, {edit}).size() == 1);
}

TEST_CASE("the bill has the month's traffic: price x bytes a request x the month's requests") {
  Scenario scenario = near_nothing(100, 20);
  const double servers = run(scenario).totals().cost_month;
  scenario.links[0].dollars_per_gb = 0.09;
  const System system = run(scenario);
  const double requests = 100 * 86'400 * 365.25 / 12;
  CHECK(system.totals().cost_month - servers ==
        doctest::Approx(0.09 * requests * 10e3 / 1e9).epsilon(0.01));
  CHECK(system.totals().cost_million ==
        doctest::Approx(system.totals().cost_month / requests * 1e6));
  CHECK(system.series().back().cost_month == doctest::Approx(system.totals().cost_month));
  // A peak makes a month no dearer: its requests come anyway.
  set(scenario, "users", number("peak_factor", 5));
  CHECK(run(scenario).totals().cost_month ==
        doctest::Approx(system.totals().cost_month).epsilon(0.01));
}

TEST_CASE("the month's cost that is asked for alone is the totals', at any time of a run") {
  Scenario scenario = near_nothing(100, 20);
  scenario.links[0].dollars_per_gb = 0.09;
  System system(scenario, 1);
  for (const double at_s : {0.0, 0.5, 10.0, 20.0}) {
    system.run_until(sim::from_seconds(at_s));
    CHECK(system.cost_month() == system.totals().cost_month);
  }
}

TEST_CASE("an edge near the users takes bytes and dollars off the origin") {
  Scenario scenario = near_nothing(100, 60);
  set(scenario, "users", number("page_file_share", 0.8));
  set(scenario, "users", number("things", 100));
  scenario.links = {{"users", "app", 160, 0, 0.09}};
  const System without = run(scenario);
  scenario.parts.push_back({"cdn", "cdn", "Edge", {}, {number("ttl_s", 3600)}});
  set(scenario, "cdn", number("dollars_month", 0));
  scenario.links = {{"users", "cdn", 10, 0, 0.02}, {"cdn", "app", 150, 0, 0.09}};
  const System with = run(scenario);
  const PartState edge = state_of(with, "cdn");
  const PartState origin = state_of(without, "app");
  CHECK(static_cast<double>(edge.bytes_out) ==
        doctest::Approx(static_cast<double>(origin.bytes_out)).epsilon(0.02));
  CHECK(edge.bytes_in < edge.bytes_out / 5);
  CHECK(edge.bytes_in == state_of(with, "app").bytes_out);
  CHECK(with.totals().cost_month < without.totals().cost_month);
  CHECK(with.totals().latency_ns.quantile_ns(0.5) < without.totals().latency_ns.quantile_ns(0.5));
  // A purge sends everyone to the origin once more.
  scenario.changes = {{30, change("cdn", number("purges", 1))}};
  CHECK(state_of(run(scenario), "app").bytes_out > state_of(with, "app").bytes_out);
}

TEST_CASE("a second region leaves the first one's requests as they were") {
  const System alone = run(near_nothing(100, 10));
  const System both = run(two_regions(100, 10));
  CHECK(state_of(both, "users").arrivals == state_of(alone, "users").arrivals);
  CHECK(state_of(both, "far").arrivals > 800);
  CHECK(state_of(both, "users").mean_time_ms ==
        doctest::Approx(state_of(alone, "users").mean_time_ms).epsilon(1e-3));
}

TEST_CASE("regions have users of their own: nobody has another's session") {
  Scenario scenario = two_regions(50, 30);
  for (const char* region : {"users", "far"}) {
    set(scenario, region, number("users", 1));
    set(scenario, region, number("requests_per_user_day", 10'000));
    set(scenario, region, number("peak_factor", 50 * 8.64));
    set(scenario, region, number("session_share", 1));
  }
  // One server in each region: a user met by the other's would be logged out there.
  PartSpec app = part(scenario, "app");
  app.id = "app2";
  scenario.parts.push_back(app);
  scenario.links = {{"users", "app", 40}, {"far", "app2", 40}};
  CHECK(failed_by(run(scenario), Failure::logged_out) == 0);
  scenario.parts.push_back({"store", "session_store", "Sessions", {}, {}});
  scenario.links.push_back({"app", "store", 0.5});
  scenario.links.push_back({"app2", "store", 0.5});
  scenario.changes = {{20, kill("store")}, {21, heal("store")}};
  CHECK(failed_by(run(scenario), Failure::logged_out) == 2);
}

TEST_CASE("of two addresses a dead one costs its users a second try") {
  Scenario scenario = balanced(2, 200, 20);
  scenario.parts.push_back({"lb2", "load_balancer", "Balancer", {}, {}});
  scenario.links.push_back({"users", "lb2", 40});
  for (const char* app : {"app0", "app1"}) scenario.links.push_back({"lb2", app, 0.5});
  const System well = run(scenario);
  CHECK(well.totals().counts.failed == 0);
  CHECK(static_cast<double>(state_of(well, "lb2").arrivals) ==
        doctest::Approx(static_cast<double>(state_of(well, "lb").arrivals)).epsilon(0.1));
  scenario.changes = {{5, kill("lb")}};
  CHECK(good_share(run(scenario)) < 0.7);
  set(scenario, "users", number("tries", 2));
  CHECK(good_share(run(scenario)) > 0.98);
}

TEST_CASE("a snapshot taken while answers wait for a link goes on as the original does") {
  Scenario scenario = two_regions(200, 10);
  scenario.links[0].mbps = 12;
  scenario.changes = {{6, kill("far>app")}, {8, change("users>app", number("round_trip_ms", 200))}};
  System original(scenario, 3);
  original.run_until(sim::from_seconds(3));
  System copy = original;
  original.run_until(original.end());
  copy.run_until(copy.end());
  CHECK(copy.log_hash() == original.log_hash());
  CHECK(copy.links()[0].bytes == original.links()[0].bytes);
}

}  // namespace tenfold::model::test
