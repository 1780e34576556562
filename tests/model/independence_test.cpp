// What happens to one part is its own business: other parts, and whoever watches, leave its random
// numbers alone. So twins of a system meet the same requests.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

#include "systems.h"

namespace tenfold::model::test {

namespace {

// When each request of "users" was answered, by the moment when it came.
std::map<sim::Time, sim::Time> answers(const Scenario& scenario) {
  for (const Fault& fault : check(scenario)) FAIL_CHECK(fault.place << " " << fault.reason);
  System system(scenario, 1);
  system.sample_hops(1);
  std::map<std::uint32_t, sim::Time> came;
  std::map<sim::Time, sim::Time> answered;
  std::vector<Hop> hops;
  while (system.now() < system.end()) {
    system.run_until(system.now() + sim::from_ms(100));
    hops.clear();
    system.take_hops(hops);
    for (const Hop& hop : hops) {
      if (!hop.reply && scenario.parts[hop.from].id == "users") came[hop.request] = hop.at;
      if (hop.reply && scenario.parts[hop.to].id == "users") {
        answered[came[hop.request]] = hop.at;
      }
    }
  }
  return answered;
}

// The same again under other names, standing first in the scenario.
Scenario with_neighbours(const Scenario& scenario) {
  Scenario both = scenario;
  both.parts.clear();
  for (PartSpec spec : scenario.parts) {
    spec.id = "other-" + spec.id;
    for (Setting& setting : spec.settings) {
      if (setting.name == "machine") setting.text = "other-" + setting.text;
    }
    both.parts.push_back(spec);
  }
  both.parts.insert(both.parts.end(), scenario.parts.begin(), scenario.parts.end());
  for (LinkSpec link : scenario.links) {
    link.from = "other-" + link.from;
    link.to = "other-" + link.to;
    both.links.insert(both.links.begin(), link);
  }
  return both;
}

}  // namespace

TEST_CASE("neighbours with their own users change nothing for a system") {
  const Scenario alone = balanced(2, 100, 10);
  const auto answered = answers(alone);
  CHECK(answered.size() > 800);
  CHECK(answers(with_neighbours(alone)) == answered);
}

TEST_CASE("a second crowd comes as it would alone, and does not copy the first") {
  const Scenario alone = one_box(50, 20);
  Scenario both = alone;
  PartSpec more = part(both, "users");
  more.id = "more";
  both.parts.push_back(more);
  both.links.push_back({"more", "app", 40});
  const auto first = answers(alone);
  const auto together = answers(both);
  REQUIRE(first.size() > 800);
  std::size_t same_moment = 0;
  for (const auto& [came, answered] : together) same_moment += first.contains(came) ? 1 : 0;
  CHECK(same_moment >= first.size() - 5);
}

TEST_CASE("one more worker makes no request later") {
  Scenario scenario = quick(95, 30);
  set(scenario, "app", number("queries", 0));
  set(scenario, "app", number("cpu_ms", 40));
  set(scenario, "app", text("cpu_spread", "exponential"));
  set(scenario, "app", number("workers", 4));
  const auto four = answers(scenario);
  set(scenario, "app", number("workers", 5));
  const auto five = answers(scenario);
  REQUIRE(four.size() > 2'000);
  std::size_t earlier = 0;
  for (const auto& [came, answered] : four) {
    REQUIRE(five.contains(came));
    CHECK(five.at(came) <= answered);
    earlier += five.at(came) < answered ? 1 : 0;
  }
  CHECK(earlier > four.size() / 4);
}

TEST_CASE("all rates doubled and all times halved, each request takes half as long") {
  const auto simulate = [](double speed) {
    Scenario scenario = one_box(150 * speed, 20 / speed);
    set(scenario, "users", number("patience_ms", 2'000 / speed));
    set(scenario, "app", number("cpu_ms", 3 / speed));
    set(scenario, "data", number("cpu_ms", 0.5 / speed));
    set(scenario, "data", number("block_reads", 0));
    for (LinkSpec& link : scenario.links) link.round_trip_ms /= speed;
    return answers(scenario);
  };
  const auto once = simulate(1);
  const auto twice = simulate(2);
  REQUIRE(once.size() > 2'000);
  REQUIRE(twice.size() == once.size());
  // Each is rounded to whole nanoseconds several times.
  constexpr sim::Duration kRounding = sim::kMicrosecond;
  auto other = twice.begin();
  for (const auto& [came, answered] : once) {
    CHECK(std::abs(2 * other->first - came) < kRounding);
    CHECK(std::abs(2 * other->second - answered) < kRounding);
    ++other;
  }
}

}  // namespace tenfold::model::test
