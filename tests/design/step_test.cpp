// What each step does.
#include "design/step.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/catalogue.h"

namespace tenfold::design {
namespace {

// Users, a balancer and two app servers before a database.
Draft site() {
  Draft draft = empty_draft();
  for (const Step& step : std::vector<Step>{
           AddPart{.kind = "clients"}, AddPart{.kind = "load_balancer"},
           AddPart{.kind = "app_server"}, AddPart{.kind = "database"}, Connect{"clients", "load"},
           Connect{"load", "app"}, Connect{"app", "database"}, CopyPart{"app"}}) {
    REQUIRE(apply(draft, step).refused == "");
  }
  return draft;
}

bool has_link(const Draft& draft, std::string_view name) {
  return model::find_link(draft.links, name) != nullptr;
}

TEST_CASE("every kind can be added to an empty draft, and takes its defaults") {
  for (const model::KindInfo* kind : model::part_kinds()) {
    Draft draft = empty_draft();
    const Applied added = apply(draft, AddPart{.kind = std::string(kind->name)});
    REQUIRE(added.refused == "");
    const model::PartSpec& part = *find_part(draft, added.made);
    CHECK(part.label == kind->title);
    CHECK(part.settings.size() == (machine_parameter(*kind) != nullptr ? 1 : 0));
    CHECK(model::check_form(draft).empty());
  }
}

TEST_CASE("another like this has the same links and a machine like its own") {
  Draft draft = site();
  REQUIRE(apply(draft, SetValue{"machine", {"size", 0, "compute-4"}}).refused == "");
  const Applied copied = apply(draft, CopyPart{"app"});
  CHECK(copied.made == "app-3");
  CHECK(find_part(draft, "app-3")->label == "App server 3");
  CHECK(has_link(draft, "load>app-3"));
  CHECK(has_link(draft, "app-3>database"));
  const std::string machine = machine_of(*find_part(draft, "app-3"));
  CHECK(machine != "machine");
  CHECK(find_part(draft, machine)->settings == find_part(draft, "machine")->settings);
}

TEST_CASE("a copy of a database takes no link that would make a fault") {
  Draft draft = site();
  CHECK(apply(draft, CopyPart{"database"}).made == "database-2");
  CHECK(!has_link(draft, "app>database-2"));
}

TEST_CASE("a part that is put into a link stands between its ends") {
  Draft draft = site();
  const Applied made = apply(draft, InsertPart{"cache", "app>database"});
  REQUIRE(made.refused == "");
  CHECK(has_link(draft, "app>" + made.made));
  CHECK(has_link(draft, made.made + ">database"));
  CHECK(!has_link(draft, "app>database"));
  CHECK(has_link(draft, "app-2>database"));
}

TEST_CASE("a part goes with its links, what was to happen to it, and its machine") {
  Draft draft = site();
  model::TimedChange death{5, {.kind = model::Change::Kind::kill, .part = "app", .setting = {}}};
  REQUIRE(apply(draft, AddChanges{{death}}).refused == "");
  REQUIRE(apply(draft, RemovePart{"app"}).refused == "");
  CHECK(find_part(draft, "app") == nullptr);
  CHECK(find_part(draft, "machine") == nullptr);
  CHECK(!has_link(draft, "load>app"));
  CHECK(draft.changes.empty());
}

TEST_CASE("a machine goes with all that runs on it") {
  Draft draft = site();
  REQUIRE(apply(draft, MoveIn{"database", "machine"}).refused == "");
  CHECK(parts_on(draft, "machine").size() == 2);
  CHECK(find_part(draft, "machine-2") == nullptr);  // which was the database's own
  REQUIRE(apply(draft, RemovePart{"machine"}).refused == "");
  CHECK(find_part(draft, "app") == nullptr);
  CHECK(find_part(draft, "database") == nullptr);
}

TEST_CASE("what shared a machine gets one of its own") {
  Draft draft = site();
  REQUIRE(apply(draft, MoveIn{"database", "machine"}).refused == "");
  REQUIRE(apply(draft, MoveIn{"database"}).refused == "");
  CHECK(machine_of(*find_part(draft, "database")) != "machine");
  CHECK(parts_on(draft, "machine").size() == 1);
}

TEST_CASE("no other card moves, whatever is done to one") {
  const Draft before = site();
  for (const Step& step :
       std::vector<Step>{AddPart{.kind = "cache", .place = find_part(before, "app")->place},
                         CopyPart{"app"}, InsertPart{"cache", "app>database"}, RemovePart{"app-2"},
                         MovePart{"app", {9, 9}}, MoveIn{"database", "machine"}}) {
    Draft draft = before;
    REQUIRE(apply(draft, step).refused == "");
    for (const model::PartSpec& part : draft.parts) {
      const model::PartSpec* old = find_part(before, part.id);
      const bool is_own = std::holds_alternative<MovePart>(step) &&
                          (part.id == "app" || part.id == machine_of(*find_part(draft, "app")));
      if (old != nullptr && !is_own) CHECK(part.place == old->place);
    }
  }
}

TEST_CASE("new cards never cover others") {
  Draft draft = site();
  for (int i = 0; i < 20; ++i) {
    Draft before = draft;
    const Applied added = apply(draft, AddPart{.kind = "dns", .place = model::GridPlace{2, 1}});
    REQUIRE(added.refused == "");
    CHECK(is_free(before, find_part(draft, added.made)->place));
  }
  CHECK(apply(draft, MovePart{"app", find_part(draft, "load")->place}).refused ==
        "Another part stands there.");
}

TEST_CASE("links that cannot be are refused with the reason") {
  Draft draft = site();
  CHECK(apply(draft, Connect{"database", "clients"}).refused.find("go round") != std::string::npos);
  CHECK(apply(draft, Connect{"clients", "load"}).refused == "They are connected already.");
  CHECK(apply(draft, Connect{"app", "machine"}).refused.find("machine") != std::string::npos);
  CHECK(apply(draft, Connect{"app", "app"}).refused == "A part does not ask itself.");
}

TEST_CASE("goals and times that cannot be are refused with the reason") {
  Draft draft = site();
  CHECK(
      apply(draft, PutGoal{0, {.metric = model::Metric::cost_month, .users = "clients"}}).refused ==
      "A goal of those users cannot be: the bill is everyone's.");
  CHECK(apply(draft, SetTimes{10, 10}).refused == "The warm-up must end before the run does.");
  CHECK(apply(draft, AddPart{.kind = "cache", .machine = "app"}).refused ==
        "\"app\" is no machine.");
}

TEST_CASE("a new link is far from users and near inside the site") {
  const Draft draft = site();
  CHECK(model::find_link(draft.links, "clients>load")->round_trip_ms == 40);
  CHECK(model::find_link(draft.links, "load>app")->round_trip_ms == 0.5);
}

TEST_CASE("a value beyond its range is refused, and one that is the default is not kept") {
  Draft draft = site();
  CHECK(apply(draft, SetValue{"clients", {"users", 1e12, ""}}).refused.find("must be from") !=
        std::string::npos);
  REQUIRE(apply(draft, SetValue{"clients", {"users", 5000, ""}}).is_done());
  CHECK(find_part(draft, "clients")->settings.size() == 1);
  REQUIRE(apply(draft, SetValue{"clients", {"users", 1000, ""}}).is_done());
  CHECK(find_part(draft, "clients")->settings.empty());
}

}  // namespace
}  // namespace tenfold::design
