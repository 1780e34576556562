// Everything that a learner can do, by who deals with it. Each of these is declared beside the
// function that does so.
#pragma once

#include <cstddef>
#include <variant>

#include "tutor/build_room.h"
#include "tutor/calculator_room.h"
#include "tutor/cards_room.h"
#include "tutor/choose_room.h"
#include "tutor/finale_room.h"
#include "tutor/home_room.h"
#include "tutor/interview_room.h"
#include "tutor/lesson_actions.h"
#include "tutor/navigation.h"
#include "tutor/question_actions.h"
#include "tutor/quiz_room.h"
#include "tutor/row_run.h"
#include "tutor/run_actions.h"
#include "tutor/sheet_room.h"
#include "tutor/weak_room.h"

namespace tenfold::tutor {

using AnyAction =
    std::variant<Navigation, LessonAction, RunAction, QuestionAction, QuizAction, RowAction,
                 SheetAction, CalculatorAction, ChooseAction, InterviewAction, WeakAction,
                 BuildAction, CardsAction, HomeAction, FinaleAction>;

// A type of its own, so that it can be declared without all that it may be.
struct Action : AnyAction {
  using AnyAction::AnyAction;
};

// An index that comes with an action may be anything.
inline bool is_index(int index, std::size_t size) {
  return index >= 0 && static_cast<std::size_t>(index) < size;
}

// Calls `deal` with the action itself where it is one of Own's.
template <typename Own, typename Deal>
void deal_with(const Action& action, const Deal& deal) {
  if (const Own* own = std::get_if<Own>(static_cast<const AnyAction*>(&action))) {
    std::visit(deal, *own);
  }
}

}  // namespace tenfold::tutor
