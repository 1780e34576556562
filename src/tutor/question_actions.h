// What a learner does with the question that is asked now, wherever it is asked.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "lesson/question.h"
#include "tutor/quiz_state.h"
#include "tutor/room_kind.h"

namespace tenfold::tutor {

struct Mark {  // also of the suspects, in the room of weak points
  int option;
};
struct MoveItem {  // of what is to be put in order
  int position;
  int by;  // -1 or 1
};
struct TypeNumber {
  std::string text;
};
struct DrawPoint {
  int point;
  double value;
};
struct GiveAnswer {};  // to be judged
struct ShowHint {};
struct NextQuestion {};
struct ShowAnswer {};  // the run that shows it, on screen
using QuestionAction = std::variant<Mark, MoveItem, TypeNumber, DrawPoint, GiveAnswer, ShowHint,
                                    NextQuestion, ShowAnswer>;

void act_on_question(Tutor& tutor, const Action& action);

// Puts the question that is next, and what it needs on screen. Does nothing when the quiz is over.
void put_question(Tutor& tutor, Quiz& quiz);

// On screen again what the question asked now needs there, after another room was.
void show_question(Tutor& tutor);

// Judges the question asked now, once its answer is given and the runs that it takes are made;
// progress takes note of it.
void settle_question(Tutor& tutor);

// Whether enough is said to be judged.
bool can_answer(const lesson::Question& question, const QuestionState& state);

Pick pick_of_question(const Tutor& tutor, std::string_view part);

}  // namespace tenfold::tutor
