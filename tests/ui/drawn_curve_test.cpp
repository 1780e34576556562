// A curve is drawn with the pointer or by its sliders, and lies over the run's afterwards.
#include "ui/drawn_curve.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/lesson/files.h"
#include "tests/ui/bench.h"

namespace {

using namespace tenfold;
using test::Action;
using test::Bench;
using test::Node;
using test::Role;
using test::Step;

// The small lesson where its prediction is to be drawn, and a pointer over it.
class Paper {
 public:
  Paper() {
    bench.tutor = tutor::Tutor();
    tutor::add_lesson(bench.tutor, test::small_lesson_drawn(), "small.json");
    tutor::open_stage(bench.tutor, 1, 1);
    bench.open(Step::predict);
    const Node& node = drawing();
    bench.viewport.scroll_y = node.rect.y - 100;
    bench.draw();
  }

  const Node& drawing() const {
    for (const Node& node : bench.nodes()) {
      if (node.role == Role::drawing) return node;
    }
    REQUIRE_MESSAGE(false, "nothing can be drawn into");
    return bench.nodes()[0];
  }

  // The sliders stand above their times.
  float x_of(std::size_t point) const {
    const ui::Rect& rect = sliders()[point]->rect;
    return rect.x + rect.width / 2;
  }
  float y_at(double share) const {
    const ui::Rect& rect = sliders()[0]->rect;
    return rect.y + rect.height * static_cast<float>(1 - share);
  }
  std::vector<const Node*> sliders() const {
    std::vector<const Node*> found;
    for (const Node& node : bench.nodes()) {
      if (node.role == Role::slider && node.name.starts_with("At ")) found.push_back(&node);
    }
    return found;
  }

  // On the page; the pointer is held down there or not.
  void move(float x, float y, bool down) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y - bench.viewport.scroll_y);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, down);
    for (const Action& action : bench.draw().actions) bench.act(action);
  }

  const tutor::Drawing& drawn() const { return bench.tutor.at.prediction.drawing; }
  double share(std::size_t point) const { return drawn().points[point] / 250; }

  Bench bench;
};

bool near(double a, double b) { return std::abs(a - b) < 0.01; }

}  // namespace

TEST_CASE("a stroke sets every point that it passes, however fast it is") {
  Paper paper;
  const std::size_t last = paper.drawn().points.size() - 1;
  paper.move(paper.x_of(0), paper.y_at(0), false);
  paper.move(paper.x_of(0), paper.y_at(0), true);
  paper.move(paper.x_of(last), paper.y_at(1), true);
  paper.move(paper.x_of(last), paper.y_at(1), false);
  for (std::size_t i = 0; i <= last; ++i) {
    const float along = (paper.x_of(i) - paper.x_of(0)) / (paper.x_of(last) - paper.x_of(0));
    CAPTURE(i);
    CHECK(near(paper.share(i), along));
  }
}

TEST_CASE("the last piece of a stroke counts, and a stroke goes back as well as forth") {
  Paper paper;
  paper.move(paper.x_of(4), paper.y_at(0.2), false);
  paper.move(paper.x_of(4), paper.y_at(0.2), true);
  paper.move(paper.x_of(2), paper.y_at(0.2), true);
  paper.move(paper.x_of(0), paper.y_at(0.2), false);
  for (std::size_t i = 0; i < paper.drawn().points.size(); ++i) CHECK(near(paper.share(i), 0.2));
}

TEST_CASE("a press sets the point nearest in time and no other") {
  Paper paper;
  paper.move(paper.x_of(1) + 9, paper.y_at(0.25), false);
  CHECK_FALSE(paper.drawn().drew);
  paper.move(paper.x_of(1) + 9, paper.y_at(0.25), true);
  CHECK(near(paper.share(1), 0.25));
  for (const std::size_t other : {0u, 2u, 3u, 4u}) CHECK(paper.share(other) == 0.5);

  // What is left behind stays as it is; the next one follows once it is nearer.
  paper.move(paper.x_of(1) + 15, paper.y_at(0.9), true);
  CHECK(near(paper.share(1), 0.25));
  paper.move(paper.x_of(2) - 9, paper.y_at(0.75), true);
  CHECK(near(paper.share(2), 0.75));
}

TEST_CASE("only a stroke that begins in the plot draws, and it is followed out of it") {
  Paper paper;
  const float below = paper.y_at(0) + 60;
  paper.move(paper.x_of(0), below, false);
  paper.move(paper.x_of(0), below, true);
  paper.move(paper.x_of(3), paper.y_at(0.9), true);
  paper.move(paper.x_of(3), paper.y_at(0.9), false);
  CHECK_FALSE(paper.drawn().drew);

  paper.move(paper.x_of(3), paper.y_at(0.9), true);
  paper.move(paper.x_of(4) + 300, below, true);
  paper.move(paper.x_of(4) + 300, below, false);
  CHECK(near(paper.share(3), 0.9));
  CHECK(paper.share(4) < 0.9);
  CHECK(paper.drawn().drew);
}

TEST_CASE("each point is a slider of its own in the mirror") {
  Paper paper;
  const lesson::Curve& curve = tutor::current(paper.bench.tutor).predict.curve;
  REQUIRE(paper.sliders().size() == curve.at_s.size());
  CHECK(paper.bench.find(Role::button, "That is my prediction")->disabled);
  for (std::size_t i = 0; i < curve.at_s.size(); ++i) {
    const Node& slider = *paper.sliders()[i];
    CHECK(slider.name == "At " + tutor::show_clock(curve.at_s[i]));
    CHECK(slider.value.find(curve.unit) != std::string::npos);
    CHECK(slider.rect.width >= 24);
    paper.bench.input.changed.push_back({slider.id, 25.0 * static_cast<double>(i), ""});
    paper.bench.frame();
    CHECK(paper.drawn().points[i] == 25.0 * static_cast<double>(i));
  }
  CHECK_FALSE(paper.bench.find(Role::button, "That is my prediction")->disabled);
}

TEST_CASE("after the run its curve and yours are told in words and in a table") {
  Paper paper;
  Bench& bench = paper.bench;
  for (int i = 0; i < 5; ++i) bench.act(tutor::PredictPoint{i, 25});
  bench.act(tutor::Proceed{});
  bench.draw();
  CHECK(bench.find(Role::table, "What you drew") != nullptr);
  for (const Node& node : bench.nodes()) CHECK(node.role != Role::drawing);
  bench.act(tutor::FinishRun{});
  bench.frame();
  CHECK(bench.find(Role::table, "What you drew and what it was") != nullptr);
  const auto told = std::find_if(bench.nodes().begin(), bench.nodes().end(), [](const Node& node) {
    return node.role == Role::image && node.name.starts_with("The run, from 0:02 to 0:18");
  });
  REQUIRE(told != bench.nodes().end());
  CHECK(told->name.find("times what you drew") != std::string::npos);
  CHECK(told->name.find("requests at ") != std::string::npos);
}

TEST_CASE("who did not draw is shown the run's curve alone") {
  Paper paper;
  Bench& bench = paper.bench;
  bench.act(tutor::SkipPrediction{});
  bench.draw();
  CHECK(bench.find(Role::table, "What you drew") == nullptr);
  bench.act(tutor::FinishRun{});
  bench.frame();
  CHECK(bench.find(Role::table, "What it was") != nullptr);
  CHECK(bench.find(Role::table, "What you drew and what it was") == nullptr);
}
