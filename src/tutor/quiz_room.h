// The quiz over the whole bank: setting it up, and what came out.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "tutor/quiz_state.h"
#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kQuiz;

// What the learner wants of the quiz.
struct QuizSetup {
  int stage = 0;  // 0: all stages, mixed
  int length = 10;
  bool shuffled = true;
  bool feedback_at_end = false;
};

struct QuizRoomState : RoomState {
  static constexpr const RoomKind* kRoom = &kQuiz;
  QuizSetup setup;
  Quiz quiz;  // without items: being set up
};

struct SetQuizStage {
  int stage;  // 0: all
};
struct SetQuizLength {
  int length;
};
struct SetQuizShuffled {
  bool shuffled;
};
struct SetFeedbackAtEnd {
  bool at_end;
};
struct BeginQuiz {};    // in the finale: its questions
struct BeginMissed {};  // once more the missed ones of a quiz that is over
struct LeaveQuiz {};    // to its set-up; in the finale: to the whole picture
using QuizAction = std::variant<SetQuizStage, SetQuizLength, SetQuizShuffled, SetFeedbackAtEnd,
                                BeginQuiz, BeginMissed, LeaveQuiz>;

// A quiz can be set up from anywhere, such as the address of the page; the rest takes place there.
void act_on_quiz(Tutor& tutor, const Action& action);

// The questions of a stage, or of all; in the order of the lessons.
std::vector<QuizItem> bank(const Tutor& tutor, int stage);

struct StageScore {
  int stage = 0;
  int asked = 0;
  int right = 0;  // at once
};

struct Misbelief {
  std::string misconception;
  std::vector<int> stages;  // whose questions spoke of it
  int times = 0;
};

struct QuizResults {
  int asked = 0;
  int right = 0;        // at once
  int right_later = 0;  // when they came back
  std::vector<StageScore> stages;
  std::vector<Misbelief> misbeliefs;  // the most frequent first
};
QuizResults results_of(const Quiz& quiz);

}  // namespace tenfold::tutor
