// Edits turn one scenario into another, and say what they could not do.
#include <doctest/doctest.h>

#include "systems.h"

namespace tenfold::model::test {

TEST_CASE("edits add, remove, set and link, in order") {
  Scenario scenario = one_box();
  const std::vector<Edit> edits = {
      {.kind = Edit::Kind::add_part,
       .part = {"data_box", "machine", "Data", {}, {text("size", "storage-2")}}},
      {.kind = Edit::Kind::set, .target = "data", .setting = text("machine", "data_box")},
      {.kind = Edit::Kind::set, .target = "app", .setting = number("workers", 64)},
      {.kind = Edit::Kind::remove_link, .link = {"app", "data", 0}},
      {.kind = Edit::Kind::add_link, .link = {"app", "data", 2}},
      {.kind = Edit::Kind::add_change, .change = {3, kill("app")}},
  };
  const Scenario before = scenario;
  CHECK(apply_edits(scenario, edits).empty());
  CHECK(check(scenario).empty());
  CHECK(scenario.parts.size() == 5);
  CHECK(scenario.links.back().round_trip_ms == 2);
  CHECK(scenario.changes.size() == 1);
  CHECK(changed_parts(before, scenario) == std::vector<std::string>{"app", "data", "data_box"});
  CHECK(changed_parts(scenario, scenario).empty());
}

TEST_CASE("removing a part takes its links along") {
  Scenario scenario = one_box();
  CHECK(apply_edits(scenario, {{.kind = Edit::Kind::remove_part, .part = {.id = "data"}}}).empty());
  CHECK(scenario.links.size() == 1);
  CHECK(check(scenario).empty());
}

TEST_CASE("once a part is removed, no goal, change or other part speaks of it") {
  Scenario scenario = two_boxes();
  PartSpec more = part(scenario, "users");
  more.id = "more";
  scenario.parts.push_back(more);
  scenario.links.push_back({"more", "app", 40});
  scenario.goals = {{.limit = 0.9, .users = "more"}, {.limit = 0.9, .users = "users"}};
  scenario.changes = {{1, kill("more>app")},
                      {2, change("more", number("traffic", 2))},
                      {3, kill("app>data")},
                      {4, kill("data_box")}};
  REQUIRE(check(scenario).empty());
  const auto remove = [](const char* id) {
    return Edit{.kind = Edit::Kind::remove_part, .part = {.id = id}};
  };
  CHECK(apply_edits(scenario, {remove("more")}).empty());
  CHECK(check(scenario).empty());
  CHECK(scenario.goals.size() == 1);
  CHECK(scenario.changes.size() == 2);
  // What ran on a machine that is gone has to be given another.
  CHECK(apply_edits(scenario, {remove("data_box")}).empty());
  const std::vector<Fault> faults = check(scenario);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].reason == "is missing");
  set(scenario, "data", text("machine", "box"));
  CHECK(check(scenario).empty());
  const Edit cut = {.kind = Edit::Kind::remove_link, .link = {"app", "data"}};
  CHECK(apply_edits(scenario, {cut}).empty());
  CHECK(check(scenario).empty());
  CHECK(scenario.changes.empty());
}

TEST_CASE("an edit that cannot be made is named by its number") {
  const Edit good = {.kind = Edit::Kind::set, .target = "app", .setting = number("workers", 4)};
  for (const Edit& bad : {Edit{.kind = Edit::Kind::set, .target = "ap", .setting = {}},
                          Edit{.kind = Edit::Kind::remove_part, .part = {.id = "ap"}},
                          Edit{.kind = Edit::Kind::add_part, .part = {.id = "app"}},
                          Edit{.kind = Edit::Kind::add_link, .link = {"app", "data", 1}},
                          Edit{.kind = Edit::Kind::remove_link, .link = {"data", "app", 1}}}) {
    Scenario scenario = one_box();
    const std::vector<Fault> faults = apply_edits(scenario, {good, bad});
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place == "edits[1]");
    CHECK_FALSE(faults[0].reason.empty());
  }
}

}  // namespace tenfold::model::test
