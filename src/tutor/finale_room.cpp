// Its questions are asked as a lesson's are.
#include "tutor/finale_room.h"

#include "tutor/action.h"
#include "tutor/quiz.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

constexpr int kStations = 10;

FinaleState& state_of(Tutor& tutor) { return tutor.states.of<FinaleState>(); }

void on(Tutor& tutor, const BeginQuiz&) {
  FinaleState& state = state_of(tutor);
  std::vector<QuizItem> items;
  for (std::size_t i = 0; i < state.closing.questions.size(); ++i) {
    items.push_back({.stage = 0, .question = static_cast<int>(i)});
  }
  if (items.empty()) return;
  state.quiz = new_quiz(std::move(items), tutor.at.seed, false);
  put_question(tutor, state.quiz);
}

void on(Tutor& tutor, const LeaveQuiz&) { state_of(tutor).quiz = Quiz{}; }

void on(Tutor& tutor, const ShowStation& show) {
  FinaleState& state = state_of(tutor);
  state.is_playing = false;
  state.station = show.station >= 0 && show.station < kStations ? show.station : -1;
}

void on(Tutor& tutor, const PlayClick& click) {
  FinaleState& state = state_of(tutor);
  state.is_playing = click.play;
  state.station = -1;
  state.waits_s = 0;
}

template <typename Other>
void on(Tutor&, const Other&) {}  // of setting up a quiz: not here

void act(Tutor& tutor, const Action& action) {
  deal_with<QuizAction>(action, [&](const auto& own) { on(tutor, own); });
  deal_with<FinaleAction>(action, [&](const auto& own) { on(tutor, own); });
}

// While it plays each station stays long enough to be read.
double work(Tutor& tutor, double seconds) {
  constexpr double kStay_s = 3;
  FinaleState& state = state_of(tutor);
  if (!state.is_playing) return 0;
  state.waits_s -= seconds;
  if (state.waits_s > 0) return state.waits_s;
  state.waits_s = kStay_s;
  if (++state.station >= kStations) on(tutor, PlayClick{false});
  return state.is_playing ? kStay_s : 0;
}

void enter(Tutor& tutor) {
  FinaleState& state = state_of(tutor);
  const lesson::Room* room = room_now(tutor);
  // While they are asked they stay as they are.
  if (room != nullptr && state.quiz.items.empty()) state.closing.questions = room->questions;
}

Quiz* quiz(Tutor& tutor) {
  Quiz& asked = state_of(tutor).quiz;
  return asked.items.empty() ? nullptr : &asked;
}

}  // namespace
}  // namespace later

constinit const RoomKind kFinale = {.name = "finale",
                                    .title = "Finale",
                                    .line = "One click through everything you built",
                                    .icon = "flag",
                                    .measure = 1240,
                                    .has_file = true,
                                    .enter = enter,
                                    .act = act,
                                    .work = work,
                                    .quiz = quiz};

}  // namespace tenfold::tutor
