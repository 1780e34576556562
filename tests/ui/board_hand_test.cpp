// On the bench's board cards are dragged and connected by the pointer, and stay where they are put.
#include "ui/board_hand.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "design/connections.h"
#include "design/file.h"
#include "design/palette.h"
#include "tests/ui/bench.h"
#include "tutor/build_room.h"
#include "ui/diagram.h"

namespace {

using namespace tenfold;
using test::Action;
using test::Bench;
using test::Node;
using test::Role;

struct At {
  float x = 0;
  float y = 0;
};

// The bench with a stage's system on it, and a pointer over its board.
class Table {
 public:
  explicit Table(bool runs = true, ui::Viewport screen = {.width = 1280, .height = 800}) {
    bench.viewport = screen;
    bench.act(tutor::GoToRoom{&tutor::kBuild});
    bench.act(tutor::StartFrom{2, false});
    if (!runs) edit(design::AddPart{"cache"});  // asked by nobody
    let_go_of_picked();
    bench.draw();
    bench.draw();
    REQUIRE(runs == !bench.tutor.room_run.is_empty());
  }

  const tutor::BuildState& state() const { return bench.tutor.states.of<tutor::BuildState>(); }
  const design::Draft& draft() const { return state().history.draft(); }
  std::string written() const { return design::file_of(draft()); }
  // As it would be after that, however it came about.
  std::string after(const design::Step& step) const {
    design::Draft changed = draft();
    REQUIRE(design::apply(changed, step).is_done());
    return design::file_of(changed);
  }
  void edit(design::Step step) { bench.act(tutor::EditDraft{std::move(step)}); }
  void let_go_of_picked() { bench.act(tutor::PickInDraft{}); }
  void pick(const std::string& part) {
    let_go_of_picked();
    bench.act(tutor::PickInDraft{part});
    bench.draw();
  }

  // Every part that has a card.
  std::vector<model::PartSpec> cards() const {
    std::vector<model::PartSpec> found;
    for (const model::PartSpec& part : draft().parts) {
      if (!model::kind_info(part.kind).is_machine) found.push_back(part);
    }
    return found;
  }

  const Node& node(std::uint32_t id) const {
    for (const Node& one : bench.nodes()) {
      if (one.id == id) return one;
    }
    REQUIRE_MESSAGE(false, "it is not listed");
    return bench.nodes()[0];
  }
  At middle(std::uint32_t id) const {
    const ui::Rect& rect = node(id).rect;
    return {rect.x + rect.width / 2, rect.y + rect.height / 2};
  }
  At card(const std::string& part) const { return middle(ui::part_node("diagram", part)); }
  At handle() const { return middle(ui::node_id("hand/handle")); }
  // The middle of a cell, as far from a card as its place is.
  At cell(model::GridPlace place) const {
    const model::PartSpec* left = nullptr;
    const ui::Rect& space = node(ui::node_id("diagram")).rect;
    double columns = 6, rows = 4, first_column = 0, first_row = 0;
    for (const model::PartSpec& part : draft().parts) {
      if (model::kind_info(part.kind).is_machine) continue;
      columns = std::max(columns, part.place.column + 1);
      rows = std::max(rows, part.place.row + 1);
      first_column = std::min(first_column, part.place.column);
      first_row = std::min(first_row, part.place.row);
      left = &part;
    }
    REQUIRE(left != nullptr);
    const double width = static_cast<double>(space.width) / (columns - first_column);
    const double height = static_cast<double>(space.height) / (rows - first_row);
    return {space.x + static_cast<float>((place.column - first_column + 0.5) * width),
            space.y + static_cast<float>((place.row - first_row + 0.5) * height)};
  }
  model::GridPlace free_place() const { return design::free_cell(draft(), {5, 3}); }

  void point(At at, bool down) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(at.x, at.y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, down);
    const std::vector<Action> actions = bench.draw().actions;
    for (const Action& action : actions) bench.act(action);
  }
  void hold(At from, At to) {
    point(from, false);
    point(from, true);
    point({(from.x + to.x) / 2, (from.y + to.y) / 2}, true);
    point(to, true);
  }
  void drag(At from, At to) {
    hold(from, to);
    point(to, false);
    bench.draw();
  }

  Bench bench;
};

}  // namespace

TEST_CASE("a card that is dragged to a free cell is moved as by its buttons, and no other is") {
  for (const bool runs : {true, false}) {
    Table table(runs);
    for (const model::PartSpec& part : table.cards()) {
      CAPTURE(part.id);
      CAPTURE(runs);
      const std::string before = table.written();
      const model::GridPlace place = table.free_place();
      const std::string moved = table.after(design::MovePart{part.id, place});
      table.drag(table.card(part.id), table.cell(place));
      CHECK(table.written() == moved);
      CHECK(table.written() != before);
      table.bench.act(tutor::UndoEdit{});
      table.bench.draw();
      CHECK(table.written() == before);
    }
  }
}

TEST_CASE("a drag onto a taken cell, out of the board, or back changes nothing") {
  Table table;
  const std::string before = table.written();
  const std::vector<model::PartSpec> cards = table.cards();
  REQUIRE(cards.size() >= 2);
  const At from = table.card(cards[0].id);
  table.drag(from, table.card(cards[1].id));
  CHECK(table.written() == before);
  table.drag(from, {1, 400});
  CHECK(table.written() == before);
  table.hold(from, table.cell(table.free_place()));
  table.point(from, true);
  table.point(from, false);
  CHECK(table.written() == before);
  CHECK(table.state().picked.empty());
  CHECK(table.state().said.empty());
}

TEST_CASE("a press that goes no further picks the card, and the next lets it go") {
  Table table;
  const std::string part = table.cards()[0].id;
  const std::string before = table.written();
  const At at = table.card(part);
  table.point(at, false);
  table.point(at, true);
  table.point({at.x + 3, at.y + 2}, true);
  table.point({at.x + 3, at.y + 2}, false);
  CHECK(table.state().picked == part);
  CHECK(table.written() == before);
  table.point(at, true);
  table.point(at, false);
  CHECK(table.state().picked.empty());
}

TEST_CASE("Escape puts back what is dragged") {
  Table table;
  const std::string before = table.written();
  const At to = table.cell(table.free_place());
  table.hold(table.card(table.cards()[0].id), to);
  const auto& nodes = table.bench.nodes();
  const auto way = std::find_if(nodes.begin(), nodes.end(),
                                [](const Node& node) { return node.shortcut == "Escape"; });
  REQUIRE(way != nodes.end());
  table.bench.input.activated.push_back(way->id);
  table.point(to, true);
  table.point(to, false);
  CHECK(table.written() == before);
}

TEST_CASE("a line from the handle connects what can be connected, as the button does") {
  int made = 0;
  int refused = 0;
  Table table(false);
  const std::string before = table.written();
  for (const model::PartSpec& from : table.cards()) {
    if (!model::kind_info(from.kind).takes_calls) continue;
    table.pick(from.id);
    for (const design::ConnectionTarget& target :
         design::connection_targets(table.draft(), from.id)) {
      const std::string& to = target.part;
      if (model::kind_info(design::find_part(table.draft(), to)->kind).is_machine) continue;
      CAPTURE(from.id);
      CAPTURE(to);
      const bool is_possible = target.is_possible();
      const std::string connected =
          is_possible ? table.after(design::Connect{from.id, to}) : before;
      table.drag(table.handle(), table.card(to));
      CHECK(table.written() == connected);
      CHECK((connected != before) == is_possible);
      CHECK(table.state().picked == from.id);
      if (is_possible) table.bench.act(tutor::UndoEdit{});
      table.bench.draw();
      ++(is_possible ? made : refused);
    }
  }
  CHECK(made > 0);
  CHECK(refused > 0);
}

TEST_CASE("the handle is large enough for a pointer, and for a finger") {
  for (const bool touch : {false, true}) {
    Table table;
    table.bench.viewport.touch = touch;
    table.pick(table.cards()[0].id);
    const ui::Rect& rect = table.node(ui::node_id("hand/handle")).rect;
    const float least = touch ? ui::size::kTouchTarget : 24;
    CHECK(rect.width >= least);
    CHECK(rect.height >= least);
  }
}

TEST_CASE("a finger draws on cards alone, so that it scrolls beside them") {
  Table table;
  table.bench.viewport.touch = true;
  table.bench.draw();
  std::size_t drawings = 0;
  for (const Node& node : table.bench.nodes()) {
    if (node.role == Role::drawing) ++drawings;
  }
  CHECK(drawings == table.cards().size());
}

TEST_CASE("whatever is added, no other card moves") {
  constexpr ui::Viewport kScreens[] = {{.width = 1280, .height = 800},
                                       {.width = 800, .height = 900}};
  const std::vector<std::pair<ui::Viewport, bool>> cases = {
      {kScreens[0], true}, {kScreens[0], false}, {kScreens[1], true}};
  for (const auto& one : cases) {
    const ui::Viewport& screen = one.first;
    const bool runs = one.second;
    Table table(runs, screen);
    std::map<std::string, At> before;
    for (const model::PartSpec& part : table.cards()) before[part.id] = table.card(part.id);
    for (const design::PaletteGroup& group : design::palette()) {
      for (const model::KindInfo* kind : group.kinds) {
        if (kind->is_machine) continue;
        CAPTURE(kind->name);
        CAPTURE(screen.width);
        CAPTURE(runs);
        table.edit(design::AddPart{std::string(kind->name)});
        table.bench.draw();
        table.bench.draw();
        CHECK(table.cards().size() == before.size() + 1);
        for (const auto& card : before) {
          CAPTURE(card.first);
          CHECK(table.card(card.first).x == doctest::Approx(card.second.x));
          CHECK(table.card(card.first).y == doctest::Approx(card.second.y));
        }
        table.bench.act(tutor::UndoEdit{});
      }
    }
  }
}
