// The whole view on a screen without pixels: what it lists for the mirror, at every step and size,
// and that pressing what is listed does what its name says.
#include "ui/view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "tests/ui/bench.h"
#include "tutor/facts.h"
#include "tutor/time_marks.h"

namespace {

using namespace tenfold::test;

TEST_CASE("at every step and size each control has a name, is large enough and fits the screen") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    for (int i = 0; i <= static_cast<int>(Step::questions); ++i) {
      bench.open(static_cast<Step>(i));
      REQUIRE(bench.tutor.at.step == static_cast<Step>(i));
      for (const Node& node : bench.nodes()) {
        if (!is_control(node)) continue;
        CAPTURE(screen.width);
        CAPTURE(i);
        CAPTURE(node.name);
        CHECK_FALSE(node.name.empty());
        CHECK(node.rect.height >= 24);
        if (node.name.rfind("Meaning of", 0) != 0) CHECK(node.rect.width >= 24);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.x + node.rect.width <= screen.width + 0.5f);
      }
    }
  }
}

TEST_CASE("a link with a limit tells how full it is, and one that is cut that it is down") {
  Bench bench;
  std::string text = read_text("lessons/stage-01.json");
  const auto replace = [&text](std::string_view from, std::string_view to) {
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
  };
  replace("\"to\": \"app\", \"round_trip_ms\": 40",
          "\"to\": \"app\", \"round_trip_ms\": 40, \"mbps\": 100");
  replace("\"stage\": 1,", "\"stage\": 9,");
  tenfold::tutor::add_lesson(bench.tutor, text, "lessons/stage-09.json");
  tenfold::tutor::open_stage(bench.tutor, 9, 1);
  bench.open(Step::run);
  const auto said = [&bench] {
    for (const Node& node : bench.nodes()) {
      if (node.role == Role::list_item && node.name.rfind("Link from Readers", 0) == 0) {
        return node.name;
      }
    }
    return std::string();
  };
  CHECK(said().find(" % full") != std::string::npos);
  bench.act(tenfold::tutor::Kill{"users>app"});
  bench.draw();
  CHECK(said().find(": down") != std::string::npos);
}

void check_ids(const Bench& bench) {
  std::map<std::uint32_t, std::string> seen;
  for (const Node& node : bench.nodes()) {
    const bool is_new = seen.emplace(node.id, node.name).second;
    if (!is_new) FAIL_CHECK(node.name << " has the id of " << seen[node.id]);
    if (node.parent != 0 && !seen.contains(node.parent)) FAIL_CHECK(node.name << " has no parent");
  }
}

TEST_CASE("no two nodes share an id, and every parent is listed before its children") {
  REQUIRE(stage_files().size() > 2);
  for (const std::string& file : stage_files()) {
    Bench bench;
    bench.teach(file);
    for (int i = 0; i < tenfold::tutor::kSteps; ++i) {
      bench.open(static_cast<Step>(i));
      // Its questions stand before the last step, which the bench takes without answering them.
      bench.tutor.at.step = static_cast<Step>(i);
      CAPTURE(file);
      CAPTURE(i);
      for (const Viewport& screen : kScreens) {
        bench.viewport = screen;
        CAPTURE(screen.width);
        bench.draw();
        check_ids(bench);
      }
    }
  }
}

TEST_CASE("controls do not cover one another") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    bench.open(Step::challenge);
    std::vector<const Node*> controls;
    for (const Node& node : bench.nodes()) {
      const bool is_seen = is_control(node) && !bench.is_folded(node);
      if (is_seen && node.name.rfind("Meaning of", 0) != 0) controls.push_back(&node);
    }
    for (std::size_t i = 0; i < controls.size(); ++i) {
      for (std::size_t j = i + 1; j < controls.size(); ++j) {
        if (controls[i]->layer != controls[j]->layer) continue;
        const auto& a = controls[i]->rect;
        const auto& b = controls[j]->rect;
        const bool apart = a.x + a.width <= b.x + 0.1f || b.x + b.width <= a.x + 0.1f ||
                           a.y + a.height <= b.y + 0.1f || b.y + b.height <= a.y + 0.1f;
        CAPTURE(screen.width);
        CAPTURE(controls[i]->name);
        CAPTURE(controls[j]->name);
        CHECK(apart);
      }
    }
  }
}

TEST_CASE(
    "a done step is a line with what came out, and opens by a press or when its words are found") {
  Bench bench;
  bench.open(Step::explain);
  const auto page_height = [&bench] { return bench.draw().page_height; };
  const auto folds = [&bench] {
    std::vector<Node> found;
    for (const Node& node : bench.nodes()) {
      if (node.role == Role::fold) found.push_back(node);
    }
    return found;
  };
  const float folded = page_height();
  REQUIRE(folds().size() > 2);
  for (const Node& fold : folds()) CHECK(fold.expanded == 0);
  // What is in them is listed all the same.
  const auto held = std::count_if(bench.nodes().begin(), bench.nodes().end(),
                                  [&bench](const Node& node) { return bench.is_folded(node); });
  CHECK(held > 10);

  const auto line = std::find_if(bench.nodes().begin(), bench.nodes().end(), [](const Node& node) {
    return node.role == Role::button && node.name.rfind("Compare: ", 0) == 0;
  });
  REQUIRE(line != bench.nodes().end());
  CHECK(line->name.size() > 12);
  bench.press(std::string(line->name));
  CHECK(page_height() > folded + 100);
  bench.input.activated.push_back(folds().front().id);
  bench.draw();
  const float opened = page_height();
  CHECK(folds().front().expanded == 1);
  CHECK(opened > folded + 200);
}

TEST_CASE("while a run goes on the lesson tells what has happened in it so far, and when") {
  Bench bench;
  bench.open(Step::predict);
  bench.act(tenfold::tutor::SkipPrediction{});
  const auto told = [&bench] {
    bench.draw();
    std::vector<std::string> lines;
    const Node* list = bench.find(Role::list, "So far");
    for (const Node& node : bench.nodes()) {
      if (list != nullptr && node.parent == list->id) lines.push_back(node.name);
    }
    return lines;
  };
  const auto marks = [&bench] { return tenfold::tutor::marks_of(bench.tutor.at.run.track()); };
  CHECK(told().empty());
  while (bench.tutor.at.run.is_moving() && marks().size() < 2) {
    tenfold::tutor::advance(bench.tutor, 0.1, tenfold::tutor::kNoLimit);
  }
  REQUIRE(marks().size() >= 2);
  REQUIRE(told().size() == marks().size());
  for (std::size_t i = 0; i < marks().size(); ++i) {
    CHECK(told()[i] == tenfold::tutor::show_clock(marks()[i].at_s) + " " + marks()[i].words);
  }
}

TEST_CASE("a button pressed through the mirror does what its name says") {
  Bench bench;
  bench.frame();
  bench.press("Continue");
  CHECK(bench.tutor.at.step == Step::walk);
  bench.press("Send one request");
  CHECK(bench.tutor.at.walk.stop == 0);
  bench.press("Stage 2");
  CHECK(tenfold::tutor::current(bench.tutor).stage == 2);
}

TEST_CASE("the shell leads to a room, and back to where the lesson was") {
  Bench bench;
  bench.open(Step::explain);
  bench.press("Quiz");
  CHECK(bench.tutor.room == &tenfold::tutor::kQuiz);
  CHECK(bench.find(Role::heading, "Quiz") != nullptr);
  CHECK(bench.find(Role::region, "Live system") == nullptr);
  CHECK(bench.find(Role::button, "Stage 2") == nullptr);
  bench.press("Journey");
  CHECK(bench.tutor.at.step == Step::explain);
  CHECK(bench.find(Role::region, "Live system") != nullptr);
}

TEST_CASE("a glossary term opens its meaning in place and closes again") {
  Bench bench;
  bench.open(Step::explain);
  const auto meanings = [&] {
    int count = 0;
    for (const Node& node : bench.nodes()) count += node.name.rfind("Little's law: ", 0) == 0;
    return count;
  };
  const int before = meanings();
  bench.press("Meaning of Little's law");
  CHECK(meanings() == before + 1);
  bench.press("Meaning of Little's law");
  CHECK(meanings() == before);
}

TEST_CASE("the traffic slider turns a value from the page into an action") {
  Bench bench;
  bench.open(Step::run);
  const Node* slider = bench.find(Role::slider, "Traffic");
  REQUIRE(slider != nullptr);
  bench.input.changed.push_back({slider->id, 1.5, "1.5"});
  bench.frame();
  CHECK(bench.tutor.at.run.traffic() == doctest::Approx(1.5));
}

TEST_CASE("what a run does not allow now is shown as disabled, not refused without a word") {
  const auto disabled = [](Bench& bench, Role role, std::string_view name) {
    const Node* node = bench.find(role, name);
    REQUIRE_MESSAGE(node != nullptr, std::string(name));
    return node->disabled;
  };
  Bench bench;
  bench.draw();
  CHECK(disabled(bench, Role::button, "Play"));
  CHECK(disabled(bench, Role::button, "Restart the run"));
  CHECK(disabled(bench, Role::slider, "Traffic"));
  bench.open(Step::run);
  CHECK_FALSE(disabled(bench, Role::button, "Restart the run"));
  CHECK_FALSE(disabled(bench, Role::slider, "Traffic"));
  bench.open(Step::challenge);
  CHECK_FALSE(disabled(bench, Role::button, "Restart the run"));
  CHECK(disabled(bench, Role::slider, "Traffic"));
}

TEST_CASE("from 900 px the pane stands beside the lesson, below that above it") {
  Bench bench;
  bench.viewport.width = 900;
  const float bar = bench.draw().fixed_top;
  bench.viewport.width = 899;
  const Frame frame = bench.draw();
  CHECK(frame.fixed_top > bar);
  CHECK(frame.fixed_top < bench.viewport.height);
}

TEST_CASE("where the pane fills a small embed a button leads to the lesson below it") {
  Bench bench;
  bench.viewport.width = 480;
  bench.viewport.height = 270;
  bench.draw();
  const Node* way = bench.find(Role::button, "Go to the lesson");
  REQUIRE(way != nullptr);
  CHECK(way->rect.y + way->rect.height < bench.viewport.height);
  bench.input.activated.push_back(way->id);
  const Frame frame = bench.draw();
  REQUIRE(frame.scroll_to.has_value());
  const Node* title = bench.find(Role::heading, "Stage 1: Single server");
  REQUIRE(title != nullptr);
  CHECK(*frame.scroll_to <= title->rect.y);
  CHECK(*frame.scroll_to > title->rect.y - 120);
}

TEST_CASE("without the shell there are no stage buttons, with it there is one a lesson") {
  Bench bench;
  bench.draw();
  CHECK(bench.find(Role::button, "Stage 2") != nullptr);
  bench.viewport.minimal = true;
  bench.draw();
  CHECK(bench.find(Role::button, "Stage 2") == nullptr);
}

TEST_CASE("a stage's button says how far the learner came, in its name and on its face") {
  Bench bench;
  bench.draw();
  CHECK(bench.find(Role::button, "Stage 1") != nullptr);
  bench.open(Step::explain);
  bench.draw();
  const std::string begun = "Stage 1, begun: step 6 of " + std::to_string(tenfold::tutor::kSteps);
  CHECK(bench.find(Role::button, begun) != nullptr);
  tenfold::tutor::entry_of(bench.tutor.progress, 1).finished = true;
  bench.draw();
  CHECK(bench.find(Role::button, "Stage 1, finished") != nullptr);
  CHECK(bench.find(Role::button, "Stage 2") != nullptr);
}

TEST_CASE("a broken lesson is named with its reason and the others can still be opened") {
  Bench bench;
  tenfold::tutor::add_lesson(bench.tutor, "{\"stage\": 3", "lessons/stage-03.json");
  bench.draw();
  bool named = false;
  for (const Node& node : bench.nodes()) {
    named = named || node.name.find("lessons/stage-03.json") != std::string::npos;
  }
  CHECK(named);
  bench.press("Stage 2");
  CHECK(tenfold::tutor::current(bench.tutor).stage == 2);
}

TEST_CASE("with reduced motion nothing asks for frames while the run is paused") {
  Bench bench;
  bench.viewport.reduced_motion = true;
  bench.open(Step::run);
  CHECK_FALSE(bench.draw().animating);
}

const Node* button_in(const Bench& bench, std::string_view name, Layer layer) {
  const Node* node = bench.find(Role::button, name);
  return node != nullptr && node->layer == layer ? node : nullptr;
}

TEST_CASE("on a phone the step's main button stands at the foot, once, over nothing of the page") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    bench.draw();
    const Frame frame = bench.draw();
    CAPTURE(screen.width);
    const auto count = std::count_if(bench.nodes().begin(), bench.nodes().end(),
                                     [](const Node& node) { return node.name == "Continue"; });
    CHECK(count == 1);
    const bool is_phone = screen.width < 900 && screen.height > 480;
    const Node* main = button_in(bench, "Continue", is_phone ? Layer::fixed : Layer::page);
    REQUIRE(main != nullptr);
    if (!is_phone) {
      CHECK(frame.fixed_bottom == 0);
      continue;
    }
    CHECK(main->rect.height == 48);
    CHECK(main->rect.y + main->rect.height < screen.height);
    CHECK(main->rect.y > screen.height - frame.fixed_bottom);
    float end = 0;
    for (const Node& node : bench.nodes()) {
      if (node.layer == Layer::page) end = std::max(end, node.rect.y + node.rect.height);
    }
    CHECK(frame.page_height >= end + frame.fixed_bottom);
    bench.press("Continue");
    CHECK(bench.tutor.at.step == Step::walk);
  }
}

}  // namespace
