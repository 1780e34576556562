// The finale: the whole picture, and the last questions.
#include "tutor/finale_room.h"

#include <algorithm>
#include <string>

#include "ui/question_view.h"
#include "ui/room_parts.h"

namespace tenfold::ui {

namespace {

void show_closing(Page& page, const tutor::Quiz& quiz) {
  Column& column = page.column;
  page.place = 1 + quiz.asked;
  column.heading(1, "Know when to stop");
  if (!quiz.over()) {
    show_question(page, quiz);
  } else {
    const auto right = std::count_if(quiz.states.begin(), quiz.states.end(),
                                     [](const tutor::QuestionState& state) { return state.right; });
    column.paragraph("finale/score", std::to_string(right) + " of " +
                                         std::to_string(quiz.states.size()) +
                                         " answered rightly in the end.");
  }
  if (column.button("finale/back", "Back to the whole picture")) {
    page.act(tutor::LeaveQuiz{});
  }
}

}  // namespace

void show_finale(Page& page) {
  const tutor::Quiz& quiz = page.tutor.states.of<tutor::FinaleState>().quiz;
  if (!quiz.items.empty()) {
    show_closing(page, quiz);
    return;
  }
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  show_sections(page, *room);
  if (!page.tutor.states.of<tutor::FinaleState>().closing.questions.empty() &&
      page.column.button("finale/begin", "To the last questions", Weight::primary)) {
    page.act(tutor::BeginQuiz{});
  }
}

}  // namespace tenfold::ui
