// Several servers behind one address: how work is spread, and what happens when one of them dies.
#include <doctest/doctest.h>

#include <cmath>

#include "model/catalogue.h"
#include "systems.h"

namespace tenfold::model::test {

TEST_CASE("policies spread the same requests over the servers") {
  for (const auto policy : find_parameter(kind_info("load_balancer"), "policy")->choices) {
    CAPTURE(std::string(policy));
    Scenario scenario = balanced(4, 800);
    set(scenario, "lb", text("policy", policy));
    const System system = run(scenario);
    CHECK(system.totals().counts.failed == 0);
    for (const char* app : {"app0", "app1", "app2", "app3"}) {
      CHECK(state_of(system, app).arrival_rps == doctest::Approx(200).epsilon(0.25));
    }
  }
}

TEST_CASE("sticky sends a user to the same server, so few users load servers unevenly") {
  Scenario scenario = balanced(4, 800);
  set(scenario, "users", number("users", 5));
  set(scenario, "users", number("requests_per_user_day", 800 * 86'400 / 5.0 / 10'000));
  set(scenario, "users", number("peak_factor", 10'000));
  set(scenario, "lb", text("policy", "sticky"));
  const System system = run(scenario);
  double least = 1e9;
  double most = 0;
  for (const char* app : {"app0", "app1", "app2", "app3"}) {
    least = std::min(least, state_of(system, app).arrival_rps);
    most = std::max(most, state_of(system, app).arrival_rps);
  }
  CHECK(most > 1.5 * least);
}

TEST_CASE("asking who is free beats chance when servers are busy") {
  Scenario scenario = balanced(4, 2000);
  const auto mean_ms = [&](const char* policy) {
    set(scenario, "lb", text("policy", policy));
    return run(scenario).totals().mean_time_ms;
  };
  const double random = mean_ms("random");
  CHECK(mean_ms("two_choices") < random);
  CHECK(mean_ms("least_connections") < random);
}

TEST_CASE("a dead server's share of requests fails until health checks have noticed") {
  Scenario scenario = balanced(4, 400, 30);
  set(scenario, "lb", number("health_interval_s", 1));
  set(scenario, "lb", number("health_threshold", 3));
  scenario.changes = {{10, kill("app1")}, {20, heal("app1")}};
  const System system = run(scenario);
  CHECK(failed_in_second(system, 11, Failure::server_down) == doctest::Approx(100).epsilon(0.4));
  CHECK(system.series()[15].counts.failed == 0);
  CHECK(system.series()[28].counts.failed == 0);
  CHECK(state_of(system, "app1").arrival_rps > 50);
}

TEST_CASE("a lone balancer's death is the site's death; of a pair it costs the takeover") {
  Scenario scenario = balanced(2, 200, 30);
  scenario.changes = {{10, kill("lb")}};
  CHECK(run(scenario).series()[25].counts.good == 0);
  set(scenario, "lb", number("standby", 1));
  set(scenario, "lb", number("takeover_s", 3));
  const System pair = run(scenario);
  CHECK(failed_in_second(pair, 11, Failure::server_down) > 100);
  CHECK(pair.series()[15].counts.failed == 0);
  scenario.changes.push_back({20, kill("lb")});
  CHECK(run(scenario).series()[25].counts.good == 0);
}

TEST_CASE("a server that is drained before its restart drops no request") {
  Scenario scenario = balanced(3, 300, 20);
  set(scenario, "lb", number("health_interval_s", 0.5));
  scenario.changes = {{8, kill("app1")}, {10, heal("app1")}};
  CHECK(good_share(run(scenario)) < 0.99);
  scenario.changes.push_back({6, change("app1", number("draining", 1))});
  scenario.changes.push_back({10, change("app1", number("draining", 0))});
  const System drained = run(scenario);
  CHECK(drained.totals().counts.failed == 0);
  CHECK(state_of(drained, "app1").arrival_rps == doctest::Approx(100).epsilon(0.4));
}

TEST_CASE("a balancer needs something to lead to, of one role") {
  Scenario scenario = balanced(2, 100);
  scenario.links.push_back({"lb", "data", 1});
  CHECK_FALSE(check(scenario).empty());
  std::erase_if(scenario.links, [](const LinkSpec& link) { return link.from == "lb"; });
  CHECK_FALSE(check(scenario).empty());
}

TEST_CASE("a snapshot goes on as the run it was taken of, and neither disturbs the other") {
  Scenario scenario = balanced(3, 500, 20);
  scenario.changes = {{8, kill("app1")}, {12, heal("app1")}};
  const System whole = run(scenario);
  System original(scenario, 1);
  original.run_until(tenfold::sim::from_seconds(7.3));
  const System snapshot = original;
  CHECK(original.apply(kill("lb")).empty());
  original.run_until(original.end());
  System again = snapshot;
  again.run_until(again.end());
  CHECK(again.log_hash() == whole.log_hash());
  CHECK(again.totals().latency_ns == whole.totals().latency_ns);
  CHECK(again.series().size() == whole.series().size());
  CHECK(original.log_hash() != whole.log_hash());
  original = snapshot;
  original.run_until(original.end());
  CHECK(original.log_hash() == whole.log_hash());
}

}  // namespace tenfold::model::test
