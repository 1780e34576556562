// The locked world: what a design cannot decide is given, and what cannot answer is told.
#include "design/world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "design/roles.h"
#include "model/catalogue.h"
#include "tests/design/problems.h"

namespace {

using namespace tenfold;

model::PartSpec& part(model::Scenario& scenario, std::string_view id) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [id](const auto& one) { return one.id == id; });
  REQUIRE(found != scenario.parts.end());
  return *found;
}

double number(const model::Scenario& scenario, std::string_view id, std::string_view name) {
  const model::PartSpec* found = design::part_of(scenario, id);
  REQUIRE(found != nullptr);
  const model::Setting* setting = design::setting_of(*found, name);
  return setting == nullptr ? model::find_parameter(model::kind_info(found->kind), name)->initial
                            : setting->number;
}

}  // namespace

TEST_CASE("whatever a designer sets that is the brief's, runs as if it had not been set") {
  for (const lesson::Problem& problem : test::problems()) {
    CAPTURE(problem.id);
    for (const lesson::Level& level : problem.levels) {
      const model::Scenario plain = design::lock(problem, level, level.reference).scenario;
      model::Scenario cheat = level.reference;
      for (model::PartSpec& one : cheat.parts) {
        for (const model::ParameterInfo& parameter : model::kind_info(one.kind).parameters) {
          if (parameter.is_part || !parameter.choices.empty() ||
              design::find_decidable(one.kind, parameter.name) != nullptr) {
            continue;
          }
          model::put_setting(one, {std::string(parameter.name), parameter.low, ""});
        }
      }
      for (model::LinkSpec& link : cheat.links) link.round_trip_ms = 0;
      cheat.goals.clear();
      CHECK(design::lock(problem, level, cheat).scenario == plain);
    }
  }
}

TEST_CASE("a reference lacks nothing, and an empty sheet does") {
  for (const lesson::Problem& problem : test::problems()) {
    CAPTURE(problem.id);
    for (const lesson::Level& level : problem.levels) {
      CHECK(design::lock(problem, level, level.reference).lacks.empty());
      CHECK_FALSE(design::lock(problem, level, {}).lacks.empty());
    }
  }
}

TEST_CASE("a server that people reach without its data is told of by name") {
  const lesson::Problem problem = test::problem("link-shortener");
  model::Scenario design = problem.levels[1].reference;
  std::erase_if(design.links, [](const auto& link) { return link.from == "app2"; });
  const design::Locked locked = design::lock(problem, problem.levels[1], design);
  REQUIRE(locked.lacks.size() == 1);
  CHECK(locked.lacks[0].part == "app2");
  CHECK(locked.lacks[0].text.starts_with("App 2 reaches no data"));
}

TEST_CASE("a shop's page must ask for recommendations, and nobody is sent straight to them") {
  const lesson::Problem problem = test::problem("shop");
  model::Scenario design = problem.levels[0].reference;
  std::erase_if(design.links, [](const auto& link) { return link.to == "reco"; });
  CHECK(design::lock(problem, problem.levels[0], design).lacks.at(0).part == "app");
  design.links.push_back({"shoppers", "reco"});
  CHECK(design::lock(problem, problem.levels[0], design).lacks.size() > 1);
}

TEST_CASE("nothing can be put on a machine that is given") {
  const lesson::Problem problem = test::problem("shop");
  model::Scenario design = problem.levels[2].reference;
  model::put_setting(part(design, "app1"), {"machine", 0, "reco-box"});
  const design::Locked locked = design::lock(problem, problem.levels[2], design);
  REQUIRE_FALSE(locked.lacks.empty());
  CHECK(locked.lacks[0].part == "app1");
}

TEST_CASE("a cache costs by its room, a shard holds its part of the data") {
  const lesson::Problem chat = test::problem("chat");
  const lesson::Level& level = chat.levels[2];
  const model::Scenario whole = design::lock(chat, level, level.reference).scenario;
  const double total = 80;
  CHECK(number(whole, "data1", "data_gb") == doctest::Approx(total / 8));
  const lesson::Problem links = test::problem("link-shortener");
  model::Scenario design = links.levels[1].reference;
  model::put_setting(part(design, "cache"), {"entries", 100'000, ""});
  CHECK(number(design::lock(links, links.levels[1], design).scenario, "cache", "dollars_month") ==
        100);
  model::put_setting(part(design, "cache"), {"entries", 10, ""});
  CHECK(number(design::lock(links, links.levels[1], design).scenario, "cache", "dollars_month") ==
        25);
}

TEST_CASE("trouble finds its part whatever that is called, and is skipped where there is none") {
  const lesson::Problem problem = test::problem("link-shortener");
  const lesson::Level& level = problem.levels[2];
  const auto& troubled = design::lock(problem, level, level.reference).scenario.changes;
  CHECK(troubled.size() == level.trouble.size());
  CHECK(troubled[0].change.part == "app1-box");
  CHECK(troubled[1].change.part == "data-box");
  const model::Scenario box = problem.levels[0].reference;
  CHECK(design::lock(problem, level, box).scenario.changes.size() == 2);  // it has no cache
}

TEST_CASE("an edge stands near the people that ask it first, and no nearer to others") {
  const lesson::Problem problem = test::problem("photo-site");
  const lesson::Level& level = problem.levels[1];
  model::Scenario design = level.reference;
  std::erase_if(design.links, [](const auto& link) { return link.from == "virginia"; });
  design.links.push_back({"virginia", "edge-lagos"});
  const model::Scenario locked = design::lock(problem, level, design).scenario;
  CHECK(model::find_link(locked.links, "virginia>edge-lagos")->round_trip_ms == 10);
  CHECK(model::find_link(locked.links, "lagos>edge-lagos")->round_trip_ms == 160);
}

TEST_CASE("what is quicker than can be, or not on offer, is told of") {
  const lesson::Problem problem = test::problem("link-shortener");
  model::Scenario design = problem.levels[1].reference;
  model::put_setting(part(design, "lb"), {"health_interval_s", 0.01, ""});
  design.parts.push_back({.id = "jobs", .kind = "job_queue"});
  const design::Locked locked = design::lock(problem, problem.levels[1], design);
  const auto has = [&](std::string_view id) {
    return std::any_of(locked.lacks.begin(), locked.lacks.end(),
                       [id](const auto& lack) { return lack.part == id; });
  };
  CHECK(has("lb"));
  CHECK(has("jobs"));
}
