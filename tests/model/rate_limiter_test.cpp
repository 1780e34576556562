// What a rate limiter lets through, and what it spares those behind it.
#include <doctest/doctest.h>

#include "systems.h"

namespace tenfold::model::test {

TEST_CASE("a rate limiter lets its rate through and turns the rest away at once") {
  Scenario scenario = balanced(2, 2'000, 20);
  scenario.parts.push_back({"gate", "rate_limiter", "Limit", {}, {number("rate_rps", 500)}});
  set(scenario, "gate", number("burst", 50));
  scenario.links.front() = {"users", "gate", 40};
  scenario.links.push_back({"gate", "lb", 0});
  const System system = run(scenario);
  const auto good = static_cast<double>(system.totals().counts.good);
  CHECK(good == doctest::Approx(500 * 20 + 50).epsilon(0.01));
  CHECK(system.totals().counts.failed == failed_by(system, Failure::turned_away));
  CHECK(system.totals().latency_ns.quantile_ns(0.99) < 100e6);
}

TEST_CASE("a rate limiter leads to exactly one part") {
  Scenario scenario = balanced(2, 100);
  scenario.parts.push_back({"gate", "rate_limiter", "Limit", {}, {}});
  scenario.links.front() = {"users", "gate", 40};
  CHECK_FALSE(check(scenario).empty());
  scenario.links.push_back({"gate", "app0", 0});
  scenario.links.push_back({"gate", "app1", 0});
  CHECK_FALSE(check(scenario).empty());
}

}  // namespace tenfold::model::test
