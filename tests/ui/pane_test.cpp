// The pane as a learner meets it: what runs, how far it has come, and what a part tells of itself.
#include "ui/pane.h"

#include <algorithm>

#include "tests/ui/bench.h"
#include "tutor/facts.h"
#include "tutor/run.h"

namespace {

using namespace tenfold::test;

const Node* title(const Bench& bench) {
  const Node* pane = bench.find(Role::region, "Live system");
  for (const Node& node : bench.nodes()) {
    if (pane != nullptr && node.role == Role::heading && node.parent == pane->id) return &node;
  }
  return nullptr;
}

void press(Bench& bench, const Node* node) {
  REQUIRE(node != nullptr);
  bench.input.activated.push_back(node->id);
  bench.frame();
}

// Does what the view asks for, while the run stands still.
void take_up(Bench& bench) {
  for (const tenfold::tutor::Action& action : bench.draw().actions) bench.act(action);
  bench.draw();
}

TEST_CASE("the pane names the system it shows, and how far its run has come") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    bench.open(Step::run);
    const auto& live = bench.tutor.at.run;
    REQUIRE(title(bench) != nullptr);
    CHECK(title(bench)->name == live.track().label);
    const std::string all = tenfold::tutor::show_clock(live.scenario().duration_s);
    const std::string before = title(bench)->value;
    CHECK(before.ends_with(" of " + all));
    bench.act(tenfold::tutor::FinishRun{});
    bench.go_on();
    bench.draw();
    CHECK(title(bench)->value == all + " of " + all);
  }
}

TEST_CASE("slower and faster go through every speed, and stop at both ends") {
  Bench bench;
  bench.draw();
  bench.draw();
  const auto speeds = tenfold::tutor::speeds();
  for (std::size_t i = 0; i < speeds.size(); ++i) bench.press("Slower");
  for (const double speed : speeds) {
    CHECK(bench.tutor.at.run.speed == speed);
    bench.press("Faster");
  }
  CHECK(bench.tutor.at.run.speed == speeds.back());
}

TEST_CASE("of two compared runs a phone shows one, and a button leads to the other") {
  Bench bench;
  bench.viewport = kScreens[0];
  bench.open(Step::compare);
  const auto& live = bench.tutor.at.run;
  REQUIRE(live.tracks.size() == 2);
  CHECK(title(bench)->name == live.tracks[1].label);
  press(bench, bench.find(Role::button, "Show the run before the fix"));
  CHECK(title(bench)->name == live.track().label);
  press(bench, bench.find(Role::button, "Show the run with the fix"));
  CHECK(title(bench)->name == live.tracks[1].label);
}

TEST_CASE("the details of a part of the fixed system were those of another part") {
  for (const Viewport& screen : {kScreens[0], kScreens[4]}) {
    Bench bench;
    bench.viewport = screen;
    bench.teach("lessons/stage-09.json");
    bench.open(Step::compare);
    REQUIRE(bench.tutor.at.run.tracks.size() == 2);
    const auto parts = bench.tutor.at.run.tracks[1].scenario.parts;
    for (const auto& part : parts) {
      CAPTURE(part.label);
      const std::uint32_t id = tenfold::ui::node_id("twin/part/" + part.id);
      bench.input.activated.push_back(id);
      take_up(bench);
      const Node* heading = nullptr;
      for (const Node& node : bench.nodes()) {
        const bool is_details = node.role == Role::heading && node.level == 3 &&
                                node.layer == tenfold::ui::Layer::fixed;
        if (is_details) heading = &node;
      }
      REQUIRE(heading != nullptr);
      CHECK(heading->name == part.label);
      bench.input.activated.push_back(bench.find(Role::button, "Close " + part.label)->id);
      take_up(bench);
    }
  }
}

float pane_height(const Bench& bench) {
  return bench.find(Role::region, "Live system")->rect.height;
}

TEST_CASE("on a phone the pane is made smaller and larger step by step, and stays so") {
  for (const Viewport& screen : {kScreens[0], kScreens[1]}) {
    Bench bench;
    bench.viewport = screen;
    bench.open(Step::run);
    const float half = pane_height(bench);
    CHECK(half < screen.height * 0.5f);
    press(bench, bench.find(Role::button, "Show less of the system"));
    const float small = pane_height(bench);
    CHECK(small < half);
    CHECK(bench.find(Role::slider, "Moment of the run") != nullptr);
    CHECK(bench.find(Role::button, "Show less of the system")->disabled);
    bench.act(tenfold::tutor::FinishRun{});
    bench.go_on();
    bench.draw();
    CHECK(pane_height(bench) == small);
    press(bench, bench.find(Role::button, "Show more of the system"));
    CHECK(pane_height(bench) == half);
    press(bench, bench.find(Role::button, "Show more of the system"));
    CHECK(pane_height(bench) > half);
    CHECK(bench.find(Role::button, "Show more of the system")->disabled);
    CHECK(bench.find(Role::button, "Faster") != nullptr);
  }
}

TEST_CASE("beside the lesson the pane has one size") {
  Bench bench;
  bench.open(Step::run);
  CHECK(bench.find(Role::button, "Show less of the system") == nullptr);
}

TEST_CASE("a small embed shows the system, play, a claim and the curve on its first screen") {
  Bench bench;
  bench.viewport = {.width = 480, .height = 270, .minimal = true};
  bench.open(Step::run);
  const Frame frame = bench.draw();
  CHECK(frame.scroll_to.value_or(0) == 0);
  for (const Node& node : bench.nodes()) {
    const bool has_place = node.name.starts_with("App:") || node.name == "Pause" ||
                           node.name == "Moment of the run" ||
                           node.id == tenfold::ui::node_id("embed/claim");
    if (has_place) CHECK(node.rect.y + node.rect.height <= bench.viewport.height);
  }
  const bool plays = bench.find(Role::button, "Pause") != nullptr;
  CHECK((plays || bench.find(Role::button, "Play") != nullptr));
}

}  // namespace
