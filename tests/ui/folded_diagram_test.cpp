// Large systems on a phone: a row a zone, and in it every part.
#include "ui/folded_diagram.h"

#include <algorithm>

#include "tests/ui/bench.h"

namespace {

using namespace tenfold::test;
using tenfold::ui::DiagramPlaces;
using tenfold::ui::Rect;
using tenfold::ui::ZoneRow;

constexpr Rect kPhone{12, 58, 366, 256};

const tenfold::model::Scenario& running(Bench& bench, const char* lesson) {
  bench.teach(lesson);
  bench.open(Step::run);
  return bench.tutor.at.run.scenario();
}

DiagramPlaces folded(Bench& bench, tenfold::ui::OpenZone open, const Rect& space = kPhone) {
  DiagramPlaces places;
  const auto& run = bench.tutor.at.run;
  tenfold::ui::fold(run.scenario(), run.system().parts(), open, space, places);
  return places;
}

bool apart(const Rect& a, const Rect& b) {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y ||
         b.y + b.height <= a.y;
}

std::vector<const Node*> rows_of(const Bench& bench) {
  std::vector<const Node*> rows;
  for (const Node& node : bench.nodes()) {
    const bool is_row = node.role == Role::button && node.name.ends_with(" part");
    const bool of_several = node.role == Role::button && node.name.ends_with(" parts");
    if (is_row || of_several) rows.push_back(&node);
  }
  return rows;
}

TEST_CASE("each part of a folded system stands in its zone's row, apart from the others") {
  for (const char* lesson : {"lessons/stage-06.json", "lessons/stage-10.json"}) {
    Bench bench;
    const auto& scenario = running(bench, lesson);
    REQUIRE(tenfold::ui::is_folded(scenario, kPhone.width));
    const DiagramPlaces closed = folded(bench, {});
    for (const ZoneRow& open : closed.rows) {
      CAPTURE(tenfold::ui::zone_name(open.zone));
      DiagramPlaces places;
      Rect space = kPhone;
      space.height = std::max(space.height, tenfold::ui::folded_height(scenario, open.zone));
      for (const auto& one : {folded(bench, {}), folded(bench, open.zone, space)}) {
        std::size_t parts = 0;
        for (const ZoneRow& row : one.rows) parts += row.parts.size();
        CHECK(parts == one.cards.size());
        for (std::size_t i = 0; i < one.cards.size(); ++i) {
          const auto& card = one.cards[i];
          const ZoneRow* row = tenfold::ui::row_of(one, card.part);
          REQUIRE(row != nullptr);
          CHECK(card.rect.y >= row->rect.y);
          CHECK(card.rect.y + card.rect.height <= row->rect.y + row->rect.height);
          CHECK(card.rect.x + card.rect.width <= kPhone.x + kPhone.width);
          for (std::size_t j = i + 1; j < one.cards.size(); ++j) {
            CHECK(apart(card.rect, one.cards[j].rect));
          }
        }
        CHECK(one.rows.back().rect.y + one.rows.back().rect.height <=
              kPhone.y + space.height + 0.5f);
      }
    }
  }
}

TEST_CASE("a row in trouble is taller than the others, and one that is open the tallest") {
  Bench bench;
  running(bench, "lessons/stage-10.json");
  bench.act(tenfold::tutor::FinishRun{});
  bench.go_on();
  const DiagramPlaces places = folded(bench, {});
  const auto by_height = [](const ZoneRow& a, const ZoneRow& b) {
    return a.rect.height < b.rect.height;
  };
  const ZoneRow& tallest = *std::max_element(places.rows.begin(), places.rows.end(), by_height);
  const ZoneRow& lowest = *std::min_element(places.rows.begin(), places.rows.end(), by_height);
  if (tallest.rect.height > lowest.rect.height) {
    CHECK(tallest.worst >= tenfold::model::Health::overloaded);
  }
  const DiagramPlaces open = folded(bench, tenfold::model::Zone::data);
  CHECK(std::max_element(open.rows.begin(), open.rows.end(), by_height)->is_open);
}

TEST_CASE("where all have room, every row is open and stays so") {
  Bench bench;
  const auto& scenario = running(bench, "lessons/stage-10.json");
  Rect space = kPhone;
  space.height *= 2.5f;
  REQUIRE(tenfold::ui::is_folded(scenario, space.width));
  for (const ZoneRow& row : folded(bench, {}, space).rows) {
    CHECK(row.is_open);
    CHECK_FALSE(row.may_turn);
  }
}

TEST_CASE("requests of a folded system ride from row to row") {
  Bench bench;
  running(bench, "lessons/stage-10.json");
  const DiagramPlaces places = folded(bench, {});
  REQUIRE_FALSE(places.links.empty());
  for (const auto& link : places.links) {
    CHECK(tenfold::ui::row_of(places, link.from) != tenfold::ui::row_of(places, link.to));
  }
}

TEST_CASE("a row opens by its button, and another closes it") {
  for (const Viewport& screen : {kScreens[0], kScreens[1]}) {
    Bench bench;
    bench.viewport = screen;
    running(bench, "lessons/stage-10.json");
    const std::size_t count = rows_of(bench).size();
    REQUIRE(count > 3);
    for (std::size_t i = 0; i < count; ++i) {
      bench.input.activated.push_back(rows_of(bench)[i]->id);
      bench.draw();
      bench.draw();
      for (std::size_t other = 0; other < count; ++other) {
        CHECK(rows_of(bench)[other]->expanded == (other == i ? 1 : 0));
      }
    }
  }
}

TEST_CASE("every part of a folded system is a button of the mirror, in its zone's list") {
  for (const Viewport& screen : {kScreens[0], kScreens[1]}) {
    Bench bench;
    bench.viewport = screen;
    const auto& scenario = running(bench, "lessons/stage-10.json");
    for (const auto& part : scenario.parts) {
      CAPTURE(part.label);
      const std::uint32_t id = tenfold::ui::node_id("diagram/part/" + part.id);
      const auto node = std::find_if(bench.nodes().begin(), bench.nodes().end(),
                                     [id](const Node& one) { return one.id == id; });
      REQUIRE(node != bench.nodes().end());
      CHECK(node->role == Role::button);
      CHECK(node->name.starts_with(part.label));
      CHECK(node->rect.width >= 24);
      CHECK(node->rect.height >= 24);
    }
  }
}

}  // namespace
