// The bench as one sees and presses it, by what is listed: a system is built from nothing with
// buttons alone, and runs.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "tests/ui/bench.h"
#include "tutor/build_room.h"
#include "ui/diagram.h"

namespace {

using namespace tenfold;
using test::Bench;
using ui::Node;
using ui::Role;

const design::Draft& draft_of(Bench& bench) {
  return bench.tutor.states.of<tutor::BuildState>().history.draft();
}

void enter_bench(Bench& bench) {
  bench.act(tutor::GoToRoom{&tutor::kBuild});
  bench.draw();
  bench.draw();
}

void add(Bench& bench, std::string_view kind) {
  const std::string name = "Add: " + std::string(model::kind_info(kind).title);
  if (bench.find(Role::button, "All parts") != nullptr) bench.press("All parts");
  if (bench.find(Role::button, name) == nullptr) bench.press("Add a part");
  bench.press(name);
}

}  // namespace

TEST_CASE("from an empty bench, buttons alone make a system that runs") {
  Bench bench;
  for (const ui::Viewport& screen : test::kScreens) {
    bench.viewport = screen;
    CAPTURE(screen.width);
    enter_bench(bench);
    bench.act(tutor::StartFrom{0, false});
    bench.draw();
    CHECK(bench.find(Role::region, "Your system") != nullptr);
    for (const char* kind : {"clients", "app_server", "database"}) add(bench, kind);
    CHECK(draft_of(bench).parts.size() > 3);  // machines come along
    for (int i = 0; i < 10; ++i) {
      const auto& nodes = bench.nodes();
      const auto mend = std::find_if(nodes.begin(), nodes.end(), [](const Node& node) {
        return node.role == Role::button && node.name.starts_with("Mend: ");
      });
      if (mend == nodes.end()) break;
      bench.press(std::string(mend->name));
    }
    CHECK(bench.find(Role::region, "Live system") != nullptr);
    bench.act(tutor::Play{});
    bench.go_on();
    CHECK(bench.tutor.room_run.system().totals().counts.good > 0);
  }
}

// The middle of each part's card, by the part's id.
std::map<std::string, ui::Point> middles(const Bench& bench, const design::Draft& draft) {
  std::map<std::string, ui::Point> places;
  for (const model::PartSpec& part : draft.parts) {
    if (model::kind_info(part.kind).is_machine) continue;
    for (const Node& node : bench.nodes()) {
      if (node.id != ui::part_node("diagram", part.id)) continue;
      places[part.id] = {node.rect.x + node.rect.width / 2, node.rect.y + node.rect.height / 2};
    }
  }
  return places;
}

TEST_CASE("whatever is added, no other card moves") {
  Bench bench;
  enter_bench(bench);
  bench.act(tutor::StartFrom{1, false});
  bench.act(tutor::EditDraft{design::RemovePart{draft_of(bench).links.front().from}});
  bench.draw();
  const auto before = middles(bench, draft_of(bench));
  REQUIRE_FALSE(before.empty());
  for (const model::KindInfo* kind : model::part_kinds()) {
    if (kind->is_machine) continue;
    CAPTURE(kind->name);
    bench.act(tutor::EditDraft{design::AddPart{std::string(kind->name)}});
    bench.act(tutor::PickInDraft{});
    bench.draw();
    auto after = middles(bench, draft_of(bench));
    CHECK(after.size() == before.size() + 1);
    for (const auto& place : before) {
      CAPTURE(place.first);
      CHECK(after[place.first].x == doctest::Approx(place.second.x).epsilon(0.001));
      // A foot below a card, where its machine is told, is no move.
      CHECK(after[place.first].y == doctest::Approx(place.second.y).epsilon(0.03));
    }
    bench.act(tutor::UndoEdit{});
    bench.draw();
  }
}

TEST_CASE("every parameter of every kind can be stepped, and never out of its range") {
  Bench bench;
  enter_bench(bench);
  bench.act(tutor::ShowWhole{true});
  for (const model::KindInfo* kind : model::part_kinds()) {
    if (kind->is_machine) continue;
    CAPTURE(kind->name);
    bench.act(tutor::StartFrom{0, false});
    bench.act(tutor::EditDraft{design::AddPart{std::string(kind->name)}});
    bench.draw();
    std::size_t pressed = 0;
    for (const char* way : {": down to ", ": up to "}) {
      std::vector<std::string> names;
      for (const Node& node : bench.nodes()) {
        if (node.role == Role::button && node.name.find(way) != std::string::npos) {
          names.push_back(node.name);
        }
      }
      for (const std::string& name : names) {
        if (bench.find(Role::button, name) == nullptr) continue;
        bench.press(name);
        ++pressed;
        CHECK(bench.tutor.states.of<tutor::BuildState>().said.empty());
      }
    }
    CHECK((pressed > 0 || kind->parameters.empty()));
  }
}

TEST_CASE("a problem is asked, estimated, built and judged in the column") {
  Bench bench;
  enter_bench(bench);
  tutor::add_problem(bench.tutor, test::read_text("lessons/problems/link-shortener.json"),
                     "link-shortener.json");
  bench.press("Start");
  const lesson::Problem& problem =
      bench.tutor.states.of<tutor::BuildState>().problems.front()->problem;
  bench.press(problem.title);
  bench.press(problem.asks.front().text);
  const std::string answer = "“" + problem.asks.front().answer + "”";
  const auto& nodes = bench.nodes();
  CHECK(std::any_of(nodes.begin(), nodes.end(),
                    [&](const Node& node) { return node.name.find(answer) != std::string::npos; }));
  const lesson::Level& level = problem.levels.front();
  bench.act(tutor::EditDraft{
      design::Replace{design::draft_of(lesson::in_world(level, level.reference))}});
  bench.draw();
  bench.press("Judge my design");
  for (int i = 0; i < 20 && bench.find(Role::button, "See the worst moment") == nullptr; ++i) {
    bench.frame();
  }
  CHECK(bench.find(Role::heading, "✓ It holds") != nullptr);
  bench.press("See the worst moment");
  bench.press("On to " + problem.levels[1].label);
  CHECK(bench.find(Role::button, "Judge my design") != nullptr);
}
