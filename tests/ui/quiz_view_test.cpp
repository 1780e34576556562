// Questions on the page: each kind can be answered through the mirror alone, on every screen.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/lesson/files.h"
#include "tests/ui/bench.h"
#include "tutor/quiz.h"

namespace {

using namespace tenfold;
using test::Action;
using test::Bench;
using test::Node;
using test::Role;
using Ask = lesson::Question::Kind;

// A bench in the quiz room, asked the question of this kind.
void ask(Bench& bench, Ask kind) {
  bench.tutor = tutor::Tutor();
  tutor::add_lesson(bench.tutor, test::small_lesson_of_every_kind(), "small.json");
  tutor::open_stage(bench.tutor, 1, 1);
  bench.act(tutor::GoToRoom{&tutor::kQuiz});
  tutor::Quiz& quiz = bench.tutor.states.of<tutor::QuizRoomState>().quiz;
  quiz = tutor::new_quiz({{.stage = 1, .question = static_cast<int>(kind)}}, 1, false);
  tutor::put_question(bench.tutor, quiz);
  bench.frame();
}

const tutor::QuestionState& state(const Bench& bench) {
  return bench.tutor.states.of<tutor::QuizRoomState>().quiz.states[0];
}

// Something that can be judged, whatever the question asks for.
void say_anything(Bench& bench) {
  bench.act(tutor::Mark{0});
  bench.act(tutor::TypeNumber{"1"});
  bench.act(tutor::DrawPoint{0, 1});
}

void press(Bench& bench, Role role, std::string_view name) {
  const Node* node = bench.find(role, name);
  REQUIRE_MESSAGE(node != nullptr, std::string(name));
  REQUIRE_FALSE(node->disabled);
  bench.input.activated.push_back(node->id);
  bench.frame();
}

void change(Bench& bench, Role role, std::string_view name, double value, std::string text) {
  const Node* node = bench.find(role, name);
  REQUIRE_MESSAGE(node != nullptr, std::string(name));
  bench.input.changed.push_back({node->id, value, std::move(text)});
  bench.frame();
}

void answer(Bench& bench) {
  press(bench, Role::button, "Answer");
  for (int i = 0; i < 50 && !state(bench).answered; ++i) bench.frame();
  REQUIRE(state(bench).answered);
}

bool says(const Bench& bench, std::string_view words) {
  for (const Node& node : bench.nodes()) {
    if (node.name.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a question of any kind fits every screen and shares no ids, asked and answered") {
  for (const test::Viewport& screen : test::kScreens) {
    for (std::size_t kind = 0; kind < lesson::kQuestionKinds; ++kind) {
      Bench bench;
      bench.viewport = screen;
      ask(bench, static_cast<Ask>(kind));
      for (int round = 0; round < 2; ++round) {
        std::map<std::uint32_t, std::string> seen;
        for (const Node& node : bench.nodes()) {
          CAPTURE(screen.width);
          CAPTURE(kind);
          CAPTURE(node.name);
          CHECK_MESSAGE(seen.count(node.id) == 0, seen[node.id]);
          seen[node.id] = node.name;
          if (!test::is_control(node) && node.role != Role::text_input) continue;
          CHECK_FALSE(node.name.empty());
          CHECK(node.rect.height >= 24);
          CHECK(node.rect.width >= 24);
          CHECK(node.rect.x >= 0);
          CHECK(node.rect.x + node.rect.width <= screen.width + 0.5f);
        }
        say_anything(bench);
        bench.act(tutor::GiveAnswer{});
        bench.frame();
      }
    }
  }
}

TEST_CASE("where several are right, each is judged by whether it was marked") {
  Bench bench;
  ask(bench, Ask::several);
  bench.act(tutor::Mark{0});
  bench.frame();
  answer(bench);
  const std::vector<bool>& truth = state(bench).truth;
  const auto others = truth.begin() + 1;
  const bool missed = std::find(others, truth.end(), true) != truth.end();
  const bool left = std::find(others, truth.end(), false) != truth.end();
  REQUIRE(missed);
  REQUIRE(left);
  CHECK(says(bench, truth[0] ? "✓ Right." : "✗ Wrong."));
  CHECK_FALSE(says(bench, truth[0] ? "✗ Wrong." : "✓ Right. "));
  CHECK(says(bench, "✗ Missed: this is one."));
  CHECK(says(bench, "✓ Rightly left out."));
}

TEST_CASE("a number is typed into the page's own input") {
  Bench bench;
  ask(bench, Ask::number);
  CHECK(bench.find(Role::button, "Answer")->disabled);
  change(bench, Role::text_input, "Your answer in %", 0, "40 %");
  CHECK(bench.find(Role::text_input, "Your answer in %")->value == "40 %");
  answer(bench);
  CHECK(says(bench, "readers") == !state(bench).right);
  CHECK(bench.find(Role::text_input, "Your answer in %")->disabled);
}

TEST_CASE("things are put in order by their buttons") {
  Bench bench;
  ask(bench, Ask::order);
  for (int i = 0; i < 2; ++i) {
    for (const char* name : {"Up: Second", "Up: First"}) {
      if (!bench.find(Role::button, name)->disabled) press(bench, Role::button, name);
    }
  }
  answer(bench);
  CHECK(state(bench).right);
  CHECK(says(bench, "In its place."));
}

TEST_CASE("the bottleneck is picked on the diagram or in the list, which are one") {
  Bench bench;
  ask(bench, Ask::bottleneck);
  REQUIRE(bench.find(Role::region, "Live system") != nullptr);
  for (const Node& node : bench.nodes()) {
    if (node.role == Role::button && node.name.rfind("Box", 0) == 0) {
      bench.input.activated.push_back(node.id);
    }
  }
  REQUIRE(bench.input.activated.size() == 1);
  bench.frame();
  CHECK(bench.find(Role::radio, "Box")->checked == 1);
  press(bench, Role::radio, "Spare");
  CHECK(bench.find(Role::radio, "Box")->checked == 0);
  press(bench, Role::radio, "Box");
  answer(bench);
  CHECK(state(bench).right);
  press(bench, Role::button, "Run it and see");
  CHECK(bench.tutor.room_run.system().now() > sim::Time{});
}

TEST_CASE("a question's curve is drawn by sliders and shown over what it was") {
  Bench bench;
  ask(bench, Ask::draw);
  change(bench, Role::slider, "At 0:02", 0, "0");
  CHECK(state(bench).drawing.points[0] == 0);
  answer(bench);
  CHECK(bench.find(Role::table, "What you drew and what it was") != nullptr);
}

TEST_CASE("a quiz is set up, taken and told about through the mirror alone") {
  Bench bench;
  bench.frame();
  bench.press("Quiz");
  press(bench, Role::radio, "Stage 2: Separate the database");
  press(bench, Role::radio, "5 questions");
  bench.press("Begin");
  REQUIRE(bench.tutor.states.of<tutor::QuizRoomState>().quiz.items.size() == 5);
  for (int asked = 0; asked < 10 && !bench.tutor.states.of<tutor::QuizRoomState>().quiz.over();
       ++asked) {
    say_anything(bench);
    bench.draw();
    bench.press("Answer");
    for (int i = 0; i < 50 && bench.find(Role::button, "Next") == nullptr; ++i) bench.frame();
    bench.press("Next");
  }
  CHECK(bench.find(Role::heading, "Quiz: your results") != nullptr);
  CHECK(bench.find(Role::table, "By stage") != nullptr);
  bench.press("Open Stage 2");
  CHECK(bench.tutor.room == &tutor::kLessonRoom);
  CHECK(tutor::current(bench.tutor).stage == 2);
}

TEST_CASE("with feedback at the end every question is gone through again, each with its answer") {
  Bench bench;
  bench.frame();
  bench.press("Quiz");
  press(bench, Role::radio, "5 questions");
  press(bench, Role::radio, "At the end");
  bench.press("Begin");
  for (int i = 0; i < 500 && !bench.tutor.states.of<tutor::QuizRoomState>().quiz.over(); ++i) {
    say_anything(bench);
    bench.act(tutor::GiveAnswer{});
    bench.frame();
  }
  REQUIRE(bench.find(Role::heading, "Quiz: your results") != nullptr);
  std::map<std::uint32_t, std::string> seen;
  int reviewed = 0;
  for (const Node& node : bench.nodes()) {
    CHECK_MESSAGE(seen.count(node.id) == 0, node.name);
    seen[node.id] = node.name;
    if (node.role == Role::heading && node.name.rfind("Question ", 0) == 0) ++reviewed;
  }
  CHECK(reviewed == 5);
}
