// Questions as a learner answers them.
#include "tutor/quiz.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "tests/tutor/lessons.h"
#include "tutor/outcome.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using Action = tutor::Action;
using Ask = lesson::Question::Kind;

std::size_t item_now(const Tutor& tutor) {
  const tutor::Quiz* quiz = tutor::quiz_now(tutor);
  REQUIRE(quiz != nullptr);
  REQUIRE_FALSE(quiz->over());
  return static_cast<std::size_t>(quiz->asking[static_cast<std::size_t>(quiz->asked)]);
}

const lesson::Question& question_now(const Tutor& tutor) {
  return question_of(tutor, tutor::quiz_now(tutor)->items[item_now(tutor)]);
}

const tutor::QuestionState& state_now(const Tutor& tutor) {
  return tutor::quiz_now(tutor)->states[item_now(tutor)];
}

void answer_now(Tutor& tutor, bool rightly) {
  const lesson::Question& question = question_now(tutor);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right == rightly) act(tutor, tutor::Mark{static_cast<int>(i)});
  }
  act(tutor, tutor::GiveAnswer{});
}

Tutor at_questions(std::uint64_t seed = 1) {
  Tutor tutor = open_small_lesson(seed);
  proceed_to(tutor, Step::questions);
  return tutor;
}

// The question of this kind of the lesson that has one of each, just put.
Tutor asked(Ask kind, std::uint64_t seed = 1) {
  Tutor tutor;
  tutor::add_lesson(tutor, small_lesson_of_every_kind(), "small.json");
  tutor::open_stage(tutor, 1, seed);
  REQUIRE(tutor.at.open);
  tutor.at.quiz = tutor::new_quiz({{.stage = 1, .question = static_cast<int>(kind)}}, seed, false);
  proceed_to(tutor, Step::questions);
  watch(tutor);
  REQUIRE(question_now(tutor).kind == kind);
  return tutor;
}

tutor::Outcome outcome_now(const Tutor& tutor) {
  const lesson::Question& question = question_now(tutor);
  std::vector<tutor::JobResult> results;
  for (const tutor::Job& trial :
       tutor::trials_of(tutor::current(tutor), question, state_now(tutor).round, tutor.at.seed)) {
    results.push_back(tutor::run_job(trial));
  }
  return tutor::outcome_of(question, results);
}

void type(Tutor& tutor, const std::string& text) {
  act(tutor, tutor::TypeNumber{text});
  act(tutor, tutor::GiveAnswer{});
}

void draw(Tutor& tutor, const std::vector<double>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    act(tutor, tutor::DrawPoint{static_cast<int>(i), values[i]});
  }
  act(tutor, tutor::GiveAnswer{});
}

}  // namespace

TEST_CASE("all right answers take each question once") {
  Tutor tutor = at_questions();
  for (int i = 0; i < 5; ++i) {
    answer_now(tutor, true);
    CHECK(state_now(tutor).right);
    act(tutor, tutor::NextQuestion{});
  }
  CHECK(tutor.at.quiz.over());
  CHECK(tutor.progress.answers.size() == 5);
}

TEST_CASE("a wrong answer returns once in the session, unanswered") {
  Tutor tutor = at_questions();
  const std::string first = question_now(tutor).id;
  answer_now(tutor, false);
  CHECK_FALSE(state_now(tutor).right);
  CHECK(state_now(tutor).again);
  act(tutor, tutor::NextQuestion{});
  for (int i = 0; i < 4; ++i) {
    answer_now(tutor, true);
    act(tutor, tutor::NextQuestion{});
  }
  CHECK(question_now(tutor).id == first);
  CHECK_FALSE(state_now(tutor).answered);
  answer_now(tutor, false);
  act(tutor, tutor::NextQuestion{});
  CHECK(tutor.at.quiz.over());
  CHECK(tutor.progress.answers[0].wrong == 2);
}

TEST_CASE("an answer needs a mark, and stands once given") {
  Tutor tutor = at_questions();
  act(tutor, tutor::GiveAnswer{});
  CHECK_FALSE(state_now(tutor).answered);
  act(tutor, tutor::NextQuestion{});
  CHECK(tutor.at.quiz.asked == 0);
  answer_now(tutor, true);
  act(tutor, tutor::Mark{1});
  act(tutor, tutor::GiveAnswer{});
  CHECK(state_now(tutor).right);
  CHECK(tutor.progress.answers[0].right == 1);
}

TEST_CASE("one choice replaces another; of several each is kept") {
  Tutor tutor = at_questions();
  while (question_now(tutor).kind == Ask::one) {
    act(tutor, tutor::Mark{0});
    act(tutor, tutor::Mark{1});
    CHECK(state_now(tutor).marked == std::vector<bool>{false, true});
    act(tutor, tutor::GiveAnswer{});
    act(tutor, tutor::NextQuestion{});
  }
  act(tutor, tutor::Mark{0});
  act(tutor, tutor::Mark{1});
  CHECK(state_now(tutor).marked == std::vector<bool>{true, true, false});
  act(tutor, tutor::Mark{0});
  CHECK(state_now(tutor).marked == std::vector<bool>{false, true, false});
}

TEST_CASE("options are shuffled by the seed, each shown once") {
  std::set<std::vector<int>> orders;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Tutor tutor = asked(Ask::several, seed);
    std::vector<int> order = state_now(tutor).order;
    orders.insert(order);
    Tutor once_more = asked(Ask::several, seed);
    CHECK(order == state_now(once_more).order);
    std::sort(order.begin(), order.end());
    CHECK(order == std::vector<int>{0, 1, 2});
  }
  CHECK(orders.size() == 6);
}

TEST_CASE("a second visit asks first what was not yet answered rightly") {
  Tutor tutor;
  tutor::add_lesson(tutor, small_lesson_of_every_kind(), "small.json");
  tutor::open_stage(tutor, 1, 1);
  const std::vector<lesson::Question>& questions = tutor::current(tutor).questions;
  std::set<int> left;
  for (std::size_t i = 0; i < questions.size(); ++i) left.insert(static_cast<int>(i));
  for (const tutor::QuizItem& item : tutor.at.quiz.items) {
    const lesson::Question& question = question_of(tutor, item);
    tutor.progress.answers.push_back({question.id, question.content, 1, 0});
    left.erase(item.question);
  }
  REQUIRE_FALSE(left.empty());
  tutor::open_stage(tutor, 1, 1);
  for (const tutor::QuizItem& item : tutor.at.quiz.items) left.erase(item.question);
  CHECK(left.empty());
  CHECK(tutor.at.quiz.items.size() == lesson::kQuestionsAsked);
}

TEST_CASE("a hint is opened for the question at hand only") {
  Tutor tutor = at_questions();
  act(tutor, tutor::ShowHint{});
  CHECK(state_now(tutor).hint);
  answer_now(tutor, true);
  act(tutor, tutor::NextQuestion{});
  CHECK_FALSE(state_now(tutor).hint);
}

TEST_CASE("a number is judged by the run with the values it was asked for") {
  std::set<int> rounds;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Tutor tutor = asked(Ask::number, seed);
    const double was = outcome_now(tutor).value[0];
    rounds.insert(state_now(tutor).round);
    CHECK(find_fact(state_now(tutor).facts, "users") != nullptr);
    CHECK(find_fact(state_now(tutor).facts, "failed_share") == nullptr);
    type(tutor, std::to_string(was * 1.1) + " %");
    CHECK(state_now(tutor).right);
    CHECK(find_fact(state_now(tutor).facts, "failed_share")->value * 100 == doctest::Approx(was));
  }
  CHECK(rounds.size() > 2);
}

TEST_CASE("a number beyond the tolerance is told of by its side") {
  Tutor tutor = asked(Ask::number);
  const double was = outcome_now(tutor).value[0];
  type(tutor, "many");
  CHECK_FALSE(state_now(tutor).given);
  type(tutor, std::to_string(was * 0.7));
  CHECK_FALSE(state_now(tutor).right);
  CHECK(state_now(tutor).verdict.starts_with("More: "));
  CHECK(state_now(tutor).verdict.find('{') == std::string::npos);
  CHECK(state_now(tutor).misconceptions == std::vector<std::string>{"less fails"});
}

TEST_CASE("what comes back comes with other values") {
  Tutor tutor = asked(Ask::number);
  const int before = state_now(tutor).round;
  type(tutor, "0");
  act(tutor, tutor::NextQuestion{});
  CHECK(state_now(tutor).round != before);
  CHECK(state_now(tutor).typed.empty());
}

TEST_CASE("an answer given while its run is made is judged when the run is done") {
  Tutor tutor;
  tutor::add_lesson(tutor, small_lesson_of_every_kind(), "small.json");
  tutor::open_stage(tutor, 1, 1);
  tutor.at.quiz = tutor::new_quiz({{.stage = 1, .question = 3}}, 1, false);
  proceed_to(tutor, Step::questions);
  act(tutor, tutor::Mark{0});
  act(tutor, tutor::GiveAnswer{});
  CHECK(state_now(tutor).given);
  CHECK_FALSE(state_now(tutor).answered);
  watch(tutor);
  CHECK(state_now(tutor).answered);
}

TEST_CASE("of ranges the one that the run falls in is right") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    Tutor tutor = asked(Ask::simulated, seed);
    const bool few = find_fact(state_now(tutor).facts, "users")->value < 1000;
    act(tutor, tutor::Mark{few ? 0 : 1});
    act(tutor, tutor::GiveAnswer{});
    CHECK(state_now(tutor).right);
    CHECK(state_now(tutor).verdict.starts_with("Yes, "));
  }
}

TEST_CASE("things to be put in order begin out of order and are moved one place at a time") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Tutor tutor = asked(Ask::order, seed);
    CHECK_FALSE(std::is_sorted(state_now(tutor).order.begin(), state_now(tutor).order.end()));
  }
  Tutor tutor = asked(Ask::order);
  act(tutor, tutor::MoveItem{0, -1});
  for (int item = 0; item < 3; ++item) {
    const std::vector<int> order = state_now(tutor).order;
    int at = static_cast<int>(std::find(order.begin(), order.end(), item) - order.begin());
    for (; at > item; --at) act(tutor, tutor::MoveItem{at, -1});
  }
  act(tutor, tutor::GiveAnswer{});
  CHECK(state_now(tutor).right);
}

TEST_CASE("the bottleneck is the part that the run shows busiest") {
  Tutor tutor = asked(Ask::bottleneck);
  CHECK(tutor::pick_of(tutor, "spare").option == 1);
  CHECK_FALSE(tutor::pick_of(tutor, "spare").marked);
  CHECK(tutor::pick_of(tutor, "users").option == -1);
  CHECK(tutor.at.run.scenario().parts.size() == 4);
  act(tutor, tutor::Play{});
  CHECK_FALSE(tutor.at.run.playing);
  act(tutor, tutor::Mark{1});
  CHECK(tutor::pick_of(tutor, "spare").marked);
  act(tutor, tutor::GiveAnswer{});
  CHECK_FALSE(state_now(tutor).right);
  CHECK(state_now(tutor).misconceptions == std::vector<std::string>{"bottleneck"});
  CHECK(tutor::pick_of(tutor, "spare").option == -1);
  act(tutor, tutor::Play{});
  CHECK(tutor.at.run.playing);
  act(tutor, tutor::ShowAnswer{});
  CHECK(tutor.at.run.playing);
}

TEST_CASE("weak points are found by killing each part in a run of its own") {
  Tutor tutor = asked(Ask::weak_point);
  act(tutor, tutor::Mark{0});
  act(tutor, tutor::Mark{2});
  act(tutor, tutor::GiveAnswer{});
  CHECK(state_now(tutor).right);
  CHECK(state_now(tutor).truth == std::vector<bool>{true, false, true});
  CHECK(find_fact(state_now(tutor).facts, "dead.box.good_share")->value <
        find_fact(state_now(tutor).facts, "dead.spare.good_share")->value);
}

TEST_CASE("a drawn curve is held against the run's") {
  Tutor tutor = asked(Ask::draw);
  const std::vector<double> run = outcome_now(tutor).value;
  const std::vector<double> was = tutor::at_points(question_now(tutor).curve, run);
  act(tutor, tutor::GiveAnswer{});
  CHECK_FALSE(state_now(tutor).given);
  draw(tutor, was);
  CHECK(state_now(tutor).right);
  CHECK(state_now(tutor).drawing.run == run);

  Tutor low = asked(Ask::draw);
  draw(low, std::vector<double>(was.size(), 0.0));
  CHECK_FALSE(state_now(low).right);
  CHECK(state_now(low).verdict == "It was longer.");
}

TEST_CASE("the answers to what a question was before do not count for it, and are kept") {
  Tutor tutor = asked(Ask::one);
  const std::string id = question_now(tutor).id;
  tutor.progress.answers.push_back({.question = id, .content = 1, .right = 7, .wrong = 3});
  answer_now(tutor, true);
  REQUIRE(tutor.progress.answers.size() == 2);
  CHECK(tutor.progress.answers[0].right == 7);
  CHECK(tutor.progress.answers[1].right == 1);
  CHECK(tutor.progress.answers[1].wrong == 0);
  CHECK(tutor.progress.answers[1].content == question_now(tutor).content);
}
