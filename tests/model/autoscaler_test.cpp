// Servers that come when they are needed, and come too late for a spike.
#include <doctest/doctest.h>

#include <algorithm>

#include "systems.h"

namespace tenfold::model::test {

namespace {

Scenario scaled(double minimum, double boot_s) {
  Scenario scenario = balanced(6, 300, 300);
  scenario.parts.push_back({"scaler", "autoscaler", "Autoscaler", {}, {}});
  set(scenario, "scaler", number("minimum", minimum));
  set(scenario, "scaler", number("boot_s", boot_s));
  set(scenario, "scaler", number("period_s", 10));
  set(scenario, "scaler", number("cooldown_s", 20));
  set(scenario, "lb", number("health_interval_s", 1));
  set(scenario, "data_box", text("size", "general-64"));
  for (int i = 0; i < 6; ++i) scenario.links.push_back({"scaler", "app" + std::to_string(i), 0});
  scenario.changes = {{60, change("users", number("traffic", 9))},
                      {180, change("users", number("traffic", 1))}};
  return scenario;
}

}  // namespace

TEST_CASE("an autoscaler rents servers for a crowd and gives them back afterwards") {
  const System system = run(scaled(1, 20));
  const double before = system.series()[50].cost_month;
  CHECK(system.series()[150].cost_month > before + 300);
  CHECK(system.series()[150].counts.failed == 0);
  CHECK(system.series().back().cost_month < system.series()[150].cost_month);
}

TEST_CASE("servers are given back one at a time, a cooldown apart, and no request is lost by it") {
  const System system = run(scaled(1, 20));
  double before_s = 0;
  int given_back = 0;
  for (std::size_t i = 1; i < system.series().size(); ++i) {
    const Sample& second = system.series()[i];
    if (second.at_s > 190) CHECK(second.counts.failed == 0);
    if (second.cost_month >= system.series()[i - 1].cost_month) continue;
    if (given_back > 0) CHECK(second.at_s - before_s >= 20);
    before_s = second.at_s;
    ++given_back;
  }
  CHECK(given_back > 1);
}

TEST_CASE("what is given back is not paid for") {
  const System system = run(scaled(1, 20));
  double seconds = 0;
  double dearest = 0;
  for (const Sample& second : system.series()) {
    seconds += second.cost_month;
    dearest = std::max(dearest, second.cost_month);
  }
  CHECK(system.totals().cost_month < dearest);
  CHECK(system.totals().cost_month ==
        doctest::Approx(seconds / static_cast<double>(system.series().size())).epsilon(0.02));
}

TEST_CASE("a spike beats a slow boot; a baseline that is big enough does not mind") {
  const std::uint64_t quick = run(scaled(1, 5)).totals().counts.failed;
  const std::uint64_t slow = run(scaled(1, 90)).totals().counts.failed;
  const std::uint64_t baseline = run(scaled(6, 90)).totals().counts.failed;
  CHECK(quick < slow / 2);
  CHECK(slow > 10'000);
  CHECK(baseline < 100);
}

TEST_CASE("while an autoscaler is dead nothing is rented or given back") {
  Scenario scenario = scaled(1, 20);
  scenario.changes.push_back({55, kill("scaler")});
  scenario.changes.push_back({150, heal("scaler")});
  const System system = run(scenario);
  CHECK(system.series()[140].cost_month == system.series()[50].cost_month);
  CHECK(system.series()[140].counts.failed > 0);
  CHECK(system.series()[175].cost_month > system.series()[140].cost_month);
}

TEST_CASE("a baseline of more servers than there are keeps all that there are") {
  const System system = run(scaled(50, 20));
  CHECK(system.series().front().cost_month == system.series().back().cost_month);
  CHECK(system.totals().counts.failed == run(scaled(6, 20)).totals().counts.failed);
}

}  // namespace tenfold::model::test
