// The whole way of one request can be told, step by step, with nothing missing in between.
#include <doctest/doctest.h>

#include <algorithm>

#include "systems.h"

namespace tenfold::model::test {
using Doing = PathStep::Doing;

namespace {

std::vector<PathStep> follow_one(const Scenario& scenario, double from_s) {
  System system(scenario, 1);
  system.run_until(tenfold::sim::from_seconds(from_s));
  system.follow_next();
  while (!system.followed_done() && system.step()) continue;
  CHECK(system.followed_done());
  return system.path();
}

}  // namespace

TEST_CASE("a request's path goes to the app, three times to the database, and back") {
  const std::vector<PathStep> path = follow_one(two_boxes(), 2);
  std::vector<Doing> crossings;
  for (const PathStep& step : path) {
    if (step.doing == Doing::cross || step.doing == Doing::answer) crossings.push_back(step.doing);
  }
  CHECK(crossings == std::vector<Doing>{Doing::cross, Doing::cross, Doing::answer, Doing::cross,
                                        Doing::answer, Doing::cross, Doing::answer, Doing::answer});
  CHECK(std::count_if(path.begin(), path.end(), [](const PathStep& step) {
          return step.doing == Doing::cpu && step.part == 2;
        }) == 4);
}

TEST_CASE("each step of a path begins where the one before it ended") {
  Scenario scenario = one_box(430);
  scenario.parts.push_back({"dns", "dns", "DNS", {}, {}});
  scenario.links.push_back({"users", "dns", 20});
  set(scenario, "data", number("data_gb", 10));
  const std::vector<PathStep> path = follow_one(scenario, 0);
  REQUIRE(path.size() > 10);
  for (std::size_t i = 1; i < path.size(); ++i) CHECK(path[i].from == path[i - 1].to);
  for (const PathStep& step : path) CHECK(step.to >= step.from);
  CHECK(path[1].doing == Doing::look_up);
  CHECK(std::any_of(path.begin(), path.end(),
                    [](const PathStep& step) { return step.doing == Doing::disk; }));
}

TEST_CASE("a request that has to queue says so, and one that is given up ends at the deadline") {
  Scenario scenario = one_box(800);
  set(scenario, "users", number("patience_ms", 700));
  const std::vector<PathStep> path = follow_one(scenario, 5);
  CHECK(path.back().to - path.front().from <= 700 * tenfold::sim::kMillisecond);
  CHECK(std::any_of(path.begin(), path.end(),
                    [](const PathStep& step) { return step.doing == Doing::wait; }));
}

TEST_CASE("hops of one request in ten are of those requests, whole") {
  System system(one_box(100, 5), 1);
  system.sample_hops(10);
  system.run_until(system.end());
  std::vector<Hop> hops;
  system.take_hops(hops);
  CHECK(hops.size() > 200);
  for (const Hop& hop : hops) CHECK(hop.request % 10 == 0);
  const auto of_request = [&](bool reply) {
    return std::count_if(hops.begin(), hops.end(),
                         [&](const Hop& hop) { return hop.request == 20 && hop.reply == reply; });
  };
  CHECK(of_request(false) == 4);
  CHECK(of_request(true) == 4);
  hops.clear();
  system.take_hops(hops);
  CHECK(hops.empty());
}

}  // namespace tenfold::model::test
