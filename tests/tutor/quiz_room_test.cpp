// The quiz as a learner takes it: set up, asked, and told what it says about them.
#include "tutor/quiz_room.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/tutor/lessons.h"
#include "tutor/quiz.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;

// Two stages with the questions of the small lesson.
Tutor in_the_quiz() {
  Tutor tutor = open_small_lesson();
  std::string second = with(small_lesson(), "\"stage\": 1", "\"stage\": 2");
  second = with(second, "\"id\": \"small\"", "\"id\": \"smaller\"");
  tutor::add_lesson(tutor, second, "second.json");
  act(tutor, tutor::GoToRoom{&tutor::kQuiz});
  return tutor;
}

const lesson::Question& question_now(const Tutor& tutor) {
  const tutor::Quiz& quiz = tutor.states.of<tutor::QuizRoomState>().quiz;
  const int item = quiz.asking[static_cast<std::size_t>(quiz.asked)];
  return question_of(tutor, quiz.items[static_cast<std::size_t>(item)]);
}

void answer_now(Tutor& tutor, bool rightly) {
  const lesson::Question& question = question_now(tutor);
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right == rightly) act(tutor, tutor::Mark{static_cast<int>(i)});
  }
  act(tutor, tutor::GiveAnswer{});
  act(tutor, tutor::NextQuestion{});
}

void answer_all(Tutor& tutor, bool rightly) {
  for (int i = 0; i < 100 && !tutor.states.of<tutor::QuizRoomState>().quiz.over(); ++i)
    answer_now(tutor, rightly);
  REQUIRE(tutor.states.of<tutor::QuizRoomState>().quiz.over());
}

}  // namespace

TEST_CASE("a quiz takes its questions from one stage, or from all") {
  Tutor tutor = in_the_quiz();
  CHECK(tutor::bank(tutor, 0).size() == 10);
  CHECK(tutor::bank(tutor, 2).size() == 5);
  act(tutor, tutor::SetQuizStage{2});
  act(tutor, tutor::SetQuizLength{20});
  act(tutor, tutor::BeginQuiz{});
  REQUIRE(tutor.states.of<tutor::QuizRoomState>().quiz.items.size() == 5);
  for (const tutor::QuizItem& item : tutor.states.of<tutor::QuizRoomState>().quiz.items)
    CHECK(item.stage == 2);
}

TEST_CASE("a quiz is as long as asked for and takes no question twice") {
  Tutor tutor = in_the_quiz();
  act(tutor, tutor::SetQuizLength{7});
  act(tutor, tutor::BeginQuiz{});
  std::set<std::pair<int, int>> items;
  for (const tutor::QuizItem& item : tutor.states.of<tutor::QuizRoomState>().quiz.items)
    items.insert({item.stage, item.question});
  CHECK(items.size() == 7);
}

TEST_CASE("unshuffled, the questions come in the order of the lessons") {
  Tutor tutor = in_the_quiz();
  act(tutor, tutor::SetQuizShuffled{false});
  act(tutor, tutor::BeginQuiz{});
  for (std::size_t i = 0; i < tutor.states.of<tutor::QuizRoomState>().quiz.items.size(); ++i) {
    CHECK(tutor.states.of<tutor::QuizRoomState>().quiz.items[i].stage == (i < 5 ? 1 : 2));
    CHECK(tutor.states.of<tutor::QuizRoomState>().quiz.items[i].question ==
          static_cast<int>(i % 5));
  }
}

TEST_CASE("the next quiz is another one, also after a reload") {
  Tutor tutor = in_the_quiz();
  const auto questions = [](const Tutor& at) {
    std::vector<int> numbers;
    for (const tutor::QuizItem& item : at.states.of<tutor::QuizRoomState>().quiz.items) {
      numbers.push_back(item.stage * 100 + item.question);
    }
    return numbers;
  };
  act(tutor, tutor::BeginQuiz{});
  const std::vector<int> first = questions(tutor);
  answer_all(tutor, true);
  act(tutor, tutor::BeginQuiz{});
  CHECK(questions(tutor) != first);
  Tutor later = in_the_quiz();
  later.progress = tutor.progress;
  act(later, tutor::BeginQuiz{});
  CHECK(questions(later) == questions(tutor));
}

TEST_CASE("results say what was right at once, what later, and what was believed") {
  Tutor tutor = in_the_quiz();
  act(tutor, tutor::SetQuizStage{1});
  act(tutor, tutor::SetQuizShuffled{false});
  act(tutor, tutor::BeginQuiz{});
  answer_now(tutor, false);
  answer_now(tutor, false);
  answer_all(tutor, true);
  const tutor::QuizResults results =
      tutor::results_of(tutor.states.of<tutor::QuizRoomState>().quiz);
  CHECK(results.asked == 5);
  CHECK(results.right == 3);
  CHECK(results.right_later == 2);
  REQUIRE(results.stages.size() == 1);
  CHECK(results.stages[0].asked == 5);
  CHECK(results.stages[0].right == 3);
  REQUIRE(results.misbeliefs.size() == 2);
  CHECK(results.misbeliefs[0].misconception == "a");
  CHECK(results.misbeliefs[0].stages == std::vector<int>{1});
  act(tutor, tutor::BeginMissed{});
  CHECK(tutor.states.of<tutor::QuizRoomState>().quiz.items.size() == 2);
}

TEST_CASE("with feedback at the end an answer leads on at once and nothing comes back") {
  Tutor tutor = in_the_quiz();
  act(tutor, tutor::SetFeedbackAtEnd{true});
  act(tutor, tutor::BeginQuiz{});
  const std::size_t count = tutor.states.of<tutor::QuizRoomState>().quiz.items.size();
  for (std::size_t i = 0; i < count; ++i) {
    CHECK(tutor.states.of<tutor::QuizRoomState>().quiz.asked == static_cast<int>(i));
    const int option = question_now(tutor).options[0].right ? 1 : 0;
    act(tutor, tutor::Mark{option});
    act(tutor, tutor::GiveAnswer{});
  }
  CHECK(tutor.states.of<tutor::QuizRoomState>().quiz.over());
  CHECK(tutor::results_of(tutor.states.of<tutor::QuizRoomState>().quiz).right == 0);
}

TEST_CASE("a quiz waits while the learner is in the lesson") {
  Tutor tutor = in_the_quiz();
  act(tutor, tutor::BeginQuiz{});
  answer_now(tutor, true);
  act(tutor, tutor::GoToRoom{&tutor::kLessonRoom});
  act(tutor, tutor::Mark{0});
  act(tutor, tutor::GoToRoom{&tutor::kQuiz});
  CHECK(tutor.states.of<tutor::QuizRoomState>().quiz.asked == 1);
  act(tutor, tutor::LeaveQuiz{});
  CHECK(tutor.states.of<tutor::QuizRoomState>().quiz.items.empty());
}
