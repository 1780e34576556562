// Questions as a learner answers them.
#include "tutor/quiz.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using Kind = Action::Kind;

const lesson::Question& question_now(const Tutor& tutor) {
  const int index = tutor.at.asking[static_cast<std::size_t>(tutor.at.asked)];
  return tutor::current(tutor).questions[static_cast<std::size_t>(index)];
}

tutor::QuestionState& state_now(Tutor& tutor) {
  const int index = tutor.at.asking[static_cast<std::size_t>(tutor.at.asked)];
  return tutor.at.questions[static_cast<std::size_t>(index)];
}

void answer_now(Tutor& tutor, bool rightly) {
  const lesson::Question& question = question_now(tutor);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right == rightly) act(tutor, Kind::mark, static_cast<int>(i));
  }
  act(tutor, Kind::answer);
}

Tutor at_questions(std::uint64_t seed = 1) {
  Tutor tutor = open_small_lesson(seed);
  proceed_to(tutor, Step::questions);
  return tutor;
}

}  // namespace

TEST_CASE("all right answers take each question once") {
  Tutor tutor = at_questions();
  for (int i = 0; i < 5; ++i) {
    answer_now(tutor, true);
    CHECK(state_now(tutor).right);
    act(tutor, Kind::next_question);
  }
  CHECK(tutor.at.asked == static_cast<int>(tutor.at.asking.size()));
  CHECK(tutor.progress.answers.size() == 5);
}

TEST_CASE("a wrong answer returns once in the session, unanswered") {
  Tutor tutor = at_questions();
  const std::string first = question_now(tutor).id;
  answer_now(tutor, false);
  CHECK_FALSE(state_now(tutor).right);
  CHECK(state_now(tutor).again);
  act(tutor, Kind::next_question);
  for (int i = 0; i < 4; ++i) {
    answer_now(tutor, true);
    act(tutor, Kind::next_question);
  }
  REQUIRE(tutor.at.asked < static_cast<int>(tutor.at.asking.size()));
  CHECK(question_now(tutor).id == first);
  CHECK_FALSE(state_now(tutor).answered);
  answer_now(tutor, false);
  act(tutor, Kind::next_question);
  CHECK(tutor.at.asked == static_cast<int>(tutor.at.asking.size()));
  CHECK(tutor.progress.answers[0].wrong == 2);
}

TEST_CASE("an answer needs a mark, and stands once given") {
  Tutor tutor = at_questions();
  act(tutor, Kind::answer);
  CHECK_FALSE(state_now(tutor).answered);
  act(tutor, Kind::next_question);
  CHECK(tutor.at.asked == 0);
  answer_now(tutor, true);
  act(tutor, Kind::mark, 1);
  act(tutor, Kind::answer);
  CHECK(state_now(tutor).right);
  CHECK(tutor.progress.answers[0].right == 1);
}

TEST_CASE("one choice replaces another; of several each is kept") {
  Tutor tutor = at_questions();
  while (question_now(tutor).kind == lesson::Question::Kind::one) {
    act(tutor, Kind::mark, 0);
    act(tutor, Kind::mark, 1);
    CHECK(state_now(tutor).marked == std::vector<bool>{false, true});
    act(tutor, Kind::answer);
    act(tutor, Kind::next_question);
  }
  act(tutor, Kind::mark, 0);
  act(tutor, Kind::mark, 1);
  CHECK(state_now(tutor).marked == std::vector<bool>{true, true, false});
  act(tutor, Kind::mark, 0);
  CHECK(state_now(tutor).marked == std::vector<bool>{false, true, false});
}

TEST_CASE("options are shuffled by the seed, each shown once") {
  std::set<std::vector<int>> orders;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Tutor tutor = at_questions(seed);
    std::vector<int> order = tutor.at.questions[2].order;
    orders.insert(order);
    CHECK(order == at_questions(seed).at.questions[2].order);
    std::sort(order.begin(), order.end());
    CHECK(order == std::vector<int>{0, 1, 2});
  }
  CHECK(orders.size() == 6);
}

TEST_CASE("a hint is opened for the question at hand only") {
  Tutor tutor = at_questions();
  act(tutor, Kind::question_hint);
  CHECK(state_now(tutor).hint);
  answer_now(tutor, true);
  act(tutor, Kind::next_question);
  CHECK_FALSE(state_now(tutor).hint);
}
