#include "ui/diagram_layout.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"
#include "tests/lesson/files.h"
#include "ui/link_routes.h"

namespace {

using tenfold::model::GridPlace;
using tenfold::model::PartSpec;
using tenfold::model::Scenario;
using tenfold::ui::CardPlace;
using tenfold::ui::DiagramPlaces;
using tenfold::ui::lay_out;
using tenfold::ui::MachinePlace;
using tenfold::ui::Rect;

PartSpec part(const char* id, const char* kind, GridPlace place, const char* machine = "") {
  PartSpec spec{id, kind, id, place, {}};
  if (*machine != '\0') spec.settings.push_back({"machine", 0, machine});
  return spec;
}

Scenario one_box() {
  Scenario scenario;
  scenario.parts = {part("users", "clients", {0, 0}), part("box", "machine", {}),
                    part("app", "app_server", {1, 0}, "box"),
                    part("data", "database", {2, 0}, "box")};
  scenario.links = {{"users", "app", 40}, {"app", "data", 0}};
  return scenario;
}

bool inside(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

bool apart(const Rect& a, const Rect& b) {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y ||
         b.y + b.height <= a.y;
}

// As many parts as the last stages have: seven columns, four rows of servers.
Scenario large_system() {
  Scenario scenario;
  scenario.parts = {part("users", "clients", {0, 1}),  part("dns", "dns", {0, 3}),
                    part("edge", "cdn", {1, 1}),       part("lb", "load_balancer", {2, 1}),
                    part("cache", "cache", {4, 0}),    part("sessions", "session_store", {4, 3}),
                    part("jobs", "job_queue", {5, 3}), part("reads", "replica_set", {5, 1})};
  for (int i = 0; i < 4; ++i) {
    static const char* const kIds[][4] = {{"box-1", "app-1", "data-box-1", "data-1"},
                                          {"box-2", "app-2", "data-box-2", "data-2"},
                                          {"box-3", "app-3", "data-box-3", "data-3"},
                                          {"box-4", "app-4", "data-box-4", "data-4"}};
    const double row = i;
    scenario.parts.push_back(part(kIds[i][0], "machine", {}));
    scenario.parts.push_back(part(kIds[i][1], "app_server", {3, row}, kIds[i][0]));
    scenario.parts.push_back(part(kIds[i][2], "machine", {}));
    scenario.parts.push_back(part(kIds[i][3], "database", {6, row}, kIds[i][2]));
  }
  return scenario;
}

TEST_CASE(
    "a large system fits a phone, with every card and frame apart and large enough to press") {
  const Scenario scenario = large_system();
  for (const Rect space :
       {Rect{12, 30, 480, 226}, Rect{570, 40, 640, 220}, Rect{570, 40, 640, 400}}) {
    CAPTURE(space.width);
    const DiagramPlaces places = lay_out(scenario, space);
    std::vector<Rect> standing;
    for (const CardPlace& card : places.cards) {
      CHECK(card.rect.width >= 24);
      CHECK(card.rect.height >= 24);
      CHECK(inside(card.rect, space));
      const auto index = static_cast<std::size_t>(card.part);
      if (tenfold::ui::machine_of(scenario, scenario.parts[index]) < 0)
        standing.push_back(card.rect);
    }
    REQUIRE(places.machines.size() == 8);
    for (const MachinePlace& machine : places.machines) {
      CHECK(inside(machine.rect, space));
      standing.push_back(machine.rect);
    }
    for (std::size_t i = 0; i < standing.size(); ++i) {
      for (std::size_t j = i + 1; j < standing.size(); ++j) CHECK(apart(standing[i], standing[j]));
    }
  }
}

TEST_CASE("cards and machine frames fit the space from a small phone to a wide pane") {
  const Scenario scenario = one_box();
  for (const Rect space : {Rect{12, 30, 296, 150}, Rect{12, 30, 366, 190}, Rect{570, 40, 690, 360},
                           Rect{0, 0, 1400, 700}}) {
    CAPTURE(space.width);
    const DiagramPlaces places = lay_out(scenario, space);
    REQUIRE(places.cards.size() == 3);
    REQUIRE(places.machines.size() == 1);
    for (const CardPlace& card : places.cards) {
      CHECK(inside(card.rect, space));
      CHECK(card.rect.width >= 24);
      CHECK(card.rect.height >= 24);
    }
    for (const MachinePlace& machine : places.machines) CHECK(inside(machine.rect, space));
    for (std::size_t i = 0; i < places.cards.size(); ++i) {
      for (std::size_t j = i + 1; j < places.cards.size(); ++j) {
        CHECK(apart(places.cards[i].rect, places.cards[j].rect));
      }
    }
  }
}

TEST_CASE("a machine's frame holds the parts that run on it and no others") {
  const DiagramPlaces places = lay_out(one_box(), {0, 0, 700, 300});
  REQUIRE(places.machines.size() == 1);
  const Rect& frame = places.machines[0].rect;
  CHECK(apart(places.cards[0].rect, frame));
  CHECK(inside(places.cards[1].rect, frame));
  CHECK(inside(places.cards[2].rect, frame));
}

TEST_CASE("links run to the line of those that wait, and inside a machine between its parts") {
  const DiagramPlaces places = lay_out(one_box(), {0, 0, 900, 400});
  REQUIRE(places.links.size() == 2);
  const Rect& users = places.cards[0].rect;
  const CardPlace& app = places.cards[1];
  REQUIRE(app.tray.width > 0);
  CHECK(places.links[0].way().front().x == doctest::Approx(users.x + users.width));
  CHECK(places.links[0].way().back().x == doctest::Approx(app.tray.x));
  CHECK(places.links[1].way().front().x == doctest::Approx(app.rect.x + app.rect.width));
  CHECK(places.links[1].way().back().x == doctest::Approx(with_tray(places.cards[2]).x));
}

TEST_CASE("more room lets a part tell more, never less") {
  const Scenario scenario = large_system();
  tenfold::ui::Density last = tenfold::ui::Density::folded;
  for (float scale = 0.5f; scale < 6; scale += 0.25f) {
    CAPTURE(scale);
    const DiagramPlaces places = lay_out(scenario, {0, 0, 400 * scale, 240 * scale});
    CHECK(places.density <= last);
    last = places.density;
  }
  CHECK(last == tenfold::ui::Density::full);
}

// Of every stage: the system before its fix, and after it.
std::vector<Scenario> lesson_scenarios() {
  std::vector<Scenario> scenarios;
  for (const auto& entry : std::filesystem::directory_iterator("lessons")) {
    const std::string file = entry.path().string();
    if (file.find("stage-") == std::string::npos) continue;
    const auto read = tenfold::lesson::read_lesson(tenfold::test::read_text(file), file);
    REQUIRE(read.faults.empty());
    scenarios.push_back(read.lesson.scenario);
    scenarios.push_back(tenfold::lesson::fixed_scenario(read.lesson));
  }
  return scenarios;
}

TEST_CASE("every part and machine of every lesson stands inside its space") {
  for (const Scenario& scenario : lesson_scenarios()) {
    for (const Rect space :
         {Rect{12, 30, 480, 260}, Rect{460, 80, 808, 480}, Rect{0, 0, 1400, 700}}) {
      CAPTURE(scenario.title);
      CAPTURE(space.width);
      const DiagramPlaces places = lay_out(scenario, space);
      for (const CardPlace& card : places.cards) CHECK(inside(with_tray(card), space));
      for (const MachinePlace& machine : places.machines) CHECK(inside(machine.rect, space));
    }
  }
}

TEST_CASE("no link runs over a card that it does not join, in every lesson's system") {
  for (const Scenario& scenario : lesson_scenarios()) {
    for (const Rect space : {Rect{0, 0, 480, 240}, Rect{0, 0, 784, 360}, Rect{0, 0, 1400, 700}}) {
      CAPTURE(space.width);
      const DiagramPlaces places = lay_out(scenario, space);
      for (const tenfold::ui::LinkPlace& link : places.links) {
        const auto& spec = scenario.links[static_cast<std::size_t>(link.link)];
        CAPTURE(spec.from);
        CAPTURE(spec.to);
        for (const CardPlace& card : places.cards) {
          if (card.part == link.from || card.part == link.to) continue;
          CAPTURE(scenario.parts[static_cast<std::size_t>(card.part)].id);
          bool runs_over = false;
          for (float share = 0; share <= 1; share += 0.005f) {
            const tenfold::ui::Point at = point_on(link, share);
            runs_over = runs_over || !apart({at.x, at.y, 0, 0}, card.rect);
          }
          CHECK_FALSE(runs_over);
        }
      }
    }
  }
}

// Two servers, each of which asks two stores; a third card stands in the stores' column.
Scenario two_by_two() {
  Scenario scenario;
  scenario.parts = {part("app-1", "app_server", {0, 0}), part("app-2", "app_server", {0, 2}),
                    part("cache", "cache", {1, 0}),      part("between", "cache", {1, 1}),
                    part("sessions", "cache", {1, 2}),   part("data", "database", {2, 1})};
  for (const char* app : {"app-1", "app-2"}) {
    for (const char* store : {"cache", "sessions"}) scenario.links.push_back({app, store, 1});
  }
  return scenario;
}

TEST_CASE("what several senders have in common shares a lane, and other links have their own") {
  Scenario scenario = two_by_two();
  scenario.links.push_back({"app-1", "between", 1});
  const DiagramPlaces places = lay_out(scenario, {0, 0, 360, 300});
  const float shared = places.links[1].points[1].x;  // the first server's to the sessions
  CHECK(places.links[2].points[1].x == shared);      // the second one's to the cache
  CHECK(places.links[4].points[1].x != shared);      // one that only the first server has
  for (const tenfold::ui::LinkPlace& link : places.links) {
    CAPTURE(scenario.links[static_cast<std::size_t>(link.link)].to);
    for (const CardPlace& card : places.cards) {
      if (card.part == link.from || card.part == link.to) continue;
      for (float share = 0; share <= 1; share += 0.01f) {
        const tenfold::ui::Point at = point_on(link, share);
        CHECK(apart({at.x, at.y, 0, 0}, card.rect));
      }
    }
  }
}

TEST_CASE("a link between neighbours in a column is straight, and past another card goes around") {
  Scenario scenario = two_by_two();
  scenario.links = {{"cache", "between", 1}, {"cache", "sessions", 1}};
  const DiagramPlaces places = lay_out(scenario, {0, 0, 360, 300});
  CHECK(places.links[0].way().front().x == places.links[0].way().back().x);
  const Rect& between = places.cards[3].rect;
  CHECK(places.links[1].points[1].x > between.x + between.width);
  CHECK(places.links[1].way().back().x == doctest::Approx(between.x + between.width));
}

TEST_CASE("the least height of a system keeps its frames apart") {
  const Scenario scenario = large_system();
  const Rect space{0, 0, 480, tenfold::ui::least_diagram_height(scenario)};
  const DiagramPlaces places = lay_out(scenario, space);
  for (const MachinePlace& a : places.machines) {
    CHECK(inside(a.rect, space));
    for (const MachinePlace& b : places.machines)
      CHECK((a.part == b.part || apart(a.rect, b.rect)));
  }
}

TEST_CASE("a scenario of machines alone has nothing to draw") {
  Scenario scenario;
  scenario.parts = {part("box", "machine", {})};
  CHECK(lay_out(scenario, {0, 0, 300, 200}).cards.empty());
}

}  // namespace
