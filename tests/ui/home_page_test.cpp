// Home on every screen: where to begin is seen at once, every stage and door can be pressed and
// leads where its name says.
#include <algorithm>
#include <string>

#include "tests/ui/bench.h"
#include "tutor/home_room.h"
#include "ui/rooms.h"

namespace {

using namespace tenfold::test;
namespace tutor = tenfold::tutor;

void go_home(Bench& bench) {
  bench.act(tutor::GoToRoom{&tutor::kHome});
  for (const Action& action : bench.draw().actions) bench.act(action);
  bench.draw();
}

const Node* named(const Bench& bench, std::string_view start) {
  for (const Node& node : bench.nodes()) {
    if (node.role == Role::button && node.layer == Layer::page && node.name.starts_with(start)) {
      return &node;
    }
  }
  return nullptr;
}

void press_named(Bench& bench, std::string_view start) {
  const Node* node = named(bench, start);
  REQUIRE_MESSAGE(node != nullptr, std::string(start));
  bench.input.activated.push_back(node->id);
  bench.frame();
}

}  // namespace

TEST_CASE("the button that begins is on the first screen, and leads to the lesson") {
  for (const Viewport& screen : {kScreens[0], kScreens[1], kScreens[4], kScreens[5]}) {
    Bench bench;
    bench.viewport = screen;
    go_home(bench);
    CAPTURE(screen.width);
    const Node* start = named(bench, "Start: ");
    REQUIRE(start != nullptr);
    CHECK(start->rect.y + start->rect.height <= screen.height);
    press_named(bench, "Start: ");
    CHECK(bench.tutor.in_lesson());
    CHECK(bench.tutor.at.step == Step::hook);
  }
}

TEST_CASE("on every screen what home offers fits, is large enough and stands apart") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    go_home(bench);
    std::vector<const Node*> controls;
    for (const Node& node : bench.nodes()) {
      if (is_control(node) && node.layer == Layer::page) controls.push_back(&node);
    }
    for (std::size_t i = 0; i < controls.size(); ++i) {
      const auto& a = controls[i]->rect;
      CAPTURE(screen.width);
      CAPTURE(controls[i]->name);
      CHECK(a.height >= 24);
      CHECK(a.width >= 24);
      CHECK(a.x >= 0);
      CHECK(a.x + a.width <= screen.width + 0.5f);
      for (std::size_t j = i + 1; j < controls.size(); ++j) {
        const auto& b = controls[j]->rect;
        CAPTURE(controls[j]->name);
        CHECK((a.x + a.width <= b.x + 0.1f || b.x + b.width <= a.x + 0.1f ||
               a.y + a.height <= b.y + 0.1f || b.y + b.height <= a.y + 0.1f));
      }
    }
  }
}

TEST_CASE("a stage on the road opens it, and says how far the learner came") {
  Bench bench;
  go_home(bench);
  press_named(bench, "Stage 2: ");
  CHECK(bench.tutor.in_lesson());
  CHECK(tutor::current(bench.tutor).stage == 2);
  tutor::entry_of(bench.tutor.progress, 1).finished = true;
  bench.open(Step::predict);
  go_home(bench);
  CHECK(named(bench, "Stage 1: ")->name.ends_with(", finished"));
  CHECK(named(bench, "Stage 2: ")->name.ends_with(", begun"));
  // Where the learner is, it goes on.
  press_named(bench, "Stage 2: ");
  CHECK(bench.tutor.at.step == Step::predict);
}

TEST_CASE("who comes back is led on to the step where the last visit ended") {
  Bench bench;
  bench.open(Step::predict);
  go_home(bench);
  CHECK(named(bench, "Start: ") == nullptr);
  REQUIRE(named(bench, "Continue: stage 1") != nullptr);
  press_named(bench, "Continue: stage 1");
  CHECK(bench.tutor.at.step == Step::predict);
}

TEST_CASE("each door leads to its room") {
  Bench bench;
  go_home(bench);
  int doors = 0;
  for (const auto& page : tenfold::ui::room_pages()) {
    go_home(bench);
    const std::string name = std::string(page.kind->title) + ": ";
    if (named(bench, name) == nullptr) continue;
    ++doors;
    press_named(bench, name);
    CHECK(bench.tutor.room == page.kind);
  }
  CHECK(doors == 8);
}

TEST_CASE("the run at home moves until it is stopped") {
  Bench bench;
  go_home(bench);
  CHECK(bench.tutor.room_run.playing);
  bench.press("Pause");
  CHECK_FALSE(bench.tutor.room_run.playing);
  CHECK(bench.find(Role::button, "Play") != nullptr);
}

TEST_CASE("where motion is reduced the run at home stands still until it is played") {
  Bench still;
  still.viewport.reduced_motion = true;
  go_home(still);
  still.go_on();
  CHECK_FALSE(still.draw().animating);
  CHECK_FALSE(still.tutor.room_run.playing);
  still.press("Play");
  CHECK(still.tutor.room_run.now() > tenfold::sim::Time{});
}

TEST_CASE("the road has room for stages that are still on their way") {
  Bench bench;
  go_home(bench);
  REQUIRE(named(bench, "Stage 1: ") != nullptr);
  const auto before = named(bench, "Stage 1: ")->rect;
  bench.act(tutor::GoToRoom{&tutor::kLessonRoom});
  for (int stage = 3; stage <= 10; ++stage) {
    const std::string number = (stage < 10 ? "0" : "") + std::to_string(stage);
    const std::string file = "lessons/stage-" + number + ".json";
    tutor::add_lesson(bench.tutor, read_text(file), file);
  }
  go_home(bench);
  CHECK(named(bench, "Stage 1: ")->rect == before);
  CHECK(named(bench, "Stage 10: ") != nullptr);
}
