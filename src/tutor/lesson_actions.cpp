// The steps of a lesson and what each action does to them.
#include "tutor/lesson_actions.h"

#include <algorithm>

#include "tutor/action.h"
#include "tutor/debrief.h"
#include "tutor/question_actions.h"
#include "tutor/side_runs.h"
#include "tutor/tutor.h"
#include "tutor/walk.h"

namespace tenfold::tutor {
namespace {

using Purpose = Run::Purpose;

void note_place(Tutor& tutor) {
  StageProgress& entry = entry_of(tutor.progress, current(tutor).stage);
  entry.step = std::max(entry.step, static_cast<int>(tutor.at.step));
  entry.finished = entry.finished || tutor.at.step == Step::next;
  tutor.progress_changed = true;
}

void show(Tutor& tutor, Purpose purpose, std::string label, const model::Scenario& scenario) {
  begin(tutor.at.run, purpose, std::move(label), scenario, tutor.at.seed);
}

// Sends one request through the quiet system and finds where each stop of the walk is on its way.
void follow_request(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  const lesson::Walk& walk = lesson.walk.front();
  LessonState& at = tutor.at;
  show(tutor, Purpose::walk, walk.title, lesson::walk_scenario(lesson));
  model::System system = at.run.system();
  at.walk = followed_walk(walk, at.run.track().scenario, system);
}

void preview_challenge(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  show(tutor, Purpose::challenge, lesson.challenge.title,
       lesson::challenge_scenario(lesson, tutor.at.challenge.chosen));
}

void run_challenge(Tutor& tutor) {
  drop_other_choices(tutor.at);
  preview_challenge(tutor);
  tutor.at.challenge.ran = false;
  tutor.at.run.playing = true;
}

void start_compare(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  show(tutor, Purpose::compare, lesson.scenario.title, lesson.scenario);
  add_track(tutor.at.run, lesson::fix_of(lesson).label, lesson::fixed_scenario(lesson),
            tutor.at.seed);
  tutor.at.run.playing = true;
}

// What is on screen and made ready when a step opens.
void enter(Tutor& tutor, Step step) {
  const lesson::Lesson& lesson = current(tutor);
  LessonState& at = tutor.at;
  at.step = step;
  switch (step) {
    case Step::hook:
    case Step::predict:
      show(tutor, Purpose::look, lesson.scenario.title, lesson.scenario);
      break;
    case Step::walk:
      follow_request(tutor);
      break;
    case Step::run:
      show(tutor, Purpose::run, lesson.scenario.title, lesson.scenario);
      at.run.playing = true;
      ask_for_fixed(tutor);
      break;
    case Step::compare:
      start_compare(tutor);
      break;
    case Step::challenge:
      ask_for_fixed(tutor);
      ask_for_worse(tutor);
      preview_challenge(tutor);
      break;
    case Step::worse:
      show(tutor, Purpose::worse, lesson.worse.title, lesson::worse_scenario(lesson));
      at.run.playing = true;
      break;
    case Step::questions:
      put_question(tutor, at.quiz);
      break;
    case Step::explain:
    case Step::next:
      break;
  }
  note_place(tutor);
}

bool run_is_over(const LessonState& at) {
  return at.step > Step::run || (at.step == Step::run && at.run.settled);
}

PredictionState fresh_prediction(const lesson::Lesson& lesson) {
  PredictionState state;
  state.drawing = blank_drawing(lesson.predict.curve);
  return state;
}

void settle_drawn(Tutor& tutor) {
  PredictionState& state = tutor.at.prediction;
  const lesson::Prediction& predict = current(tutor).predict;
  state.drawing.run = tutor.at.curve;
  if (!state.is_settled() || !state.is_said()) return;
  const Side side = side_of(predict.curve, state.drawing);
  state.feedback = filled(tutor, side == Side::right ? predict.when_right
                                 : side == Side::low ? predict.when_low
                                                     : predict.when_high);
}

void settle_chosen(Tutor& tutor) {
  PredictionState& state = tutor.at.prediction;
  const lesson::Prediction& predict = current(tutor).predict;
  const Fact* fact = find_fact(tutor.at.facts, predict.fact);
  if (fact == nullptr) return;
  for (std::size_t i = 0; i < predict.options.size(); ++i) {
    if (fact->value >= predict.options[i].low && fact->value < predict.options[i].high) {
      state.outcome = static_cast<int>(i);
    }
  }
  if (state.chosen < 0) return;
  const lesson::PredictionOption& said = predict.options[static_cast<std::size_t>(state.chosen)];
  state.feedback =
      filled(tutor, state.chosen == state.outcome ? predict.when_right : said.feedback);
}

// The prediction is judged by the lesson's own run, whatever the learner did to the one on screen;
// so the answer may be a moment away when that one is over.
void settle_prediction(Tutor& tutor) {
  if (tutor.at.prediction.is_settled() || !run_is_over(tutor.at)) return;
  if (current(tutor).predict.is_drawn()) {
    settle_drawn(tutor);
  } else {
    settle_chosen(tutor);
  }
}

void settle_challenge(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  LessonState& at = tutor.at;
  ChallengeState& state = at.challenge;
  const Facts facts = facts_of(at.run.system(), at.run.track().scenario);
  state.ran = true;
  state.results = model::judge(lesson.challenge.goals, at.run.system().totals());
  state.met = model::all_met(state.results);
  state.verdict = verdict(lesson.challenge, state.results, facts);
  state.debrief = debrief(facts, at.run.track().scenario);
  state.best_change.clear();
  if (!state.met) {
    ask_for_other_choices(tutor);
    return;
  }
  StageProgress& entry = entry_of(tutor.progress, lesson.stage);
  tutor.progress_changed = tutor.progress_changed || !entry.challenge_met;
  entry.challenge_met = true;
}

void on(Tutor& tutor, const Proceed&) {
  LessonState& at = tutor.at;
  if (at.step == Step::next) return;
  if (at.step == Step::predict && !at.prediction.is_said() && !at.prediction.skipped) {
    say(tutor, "First say what you expect, or choose “Just show me”.");
    return;
  }
  Step next = static_cast<Step>(static_cast<int>(at.step) + 1);
  if (next == Step::walk && current(tutor).walk.empty()) next = Step::predict;
  enter(tutor, next);
  settle_prediction(tutor);
}

void on(Tutor& tutor, const KnowThis&) {
  if (tutor.at.step >= Step::challenge) return;
  if (!tutor.at.prediction.is_said()) tutor.at.prediction.skipped = true;
  enter(tutor, Step::challenge);
  settle_prediction(tutor);
}

void on(Tutor& tutor, const WalkBy& by) {
  LessonState& at = tutor.at;
  if (at.step < Step::walk || at.walk.span_of_stop.empty()) return;
  const auto last = static_cast<int>(at.walk.span_of_stop.size()) - 1;
  at.walk.stop = std::clamp(at.walk.stop + std::clamp(by.stops, -1, 1), 0, last);
}

void on(Tutor& tutor, const Predict& predict) {
  const auto options = static_cast<int>(current(tutor).predict.options.size());
  if (tutor.at.step == Step::predict && predict.option >= 0 && predict.option < options) {
    tutor.at.prediction.chosen = predict.option;
  }
}

void on(Tutor& tutor, const PredictPoint& point) {
  if (tutor.at.step != Step::predict) return;
  draw_point(tutor.at.prediction.drawing, current(tutor).predict.curve, point.point, point.value);
}

void on(Tutor& tutor, const SkipPrediction&) {
  if (tutor.at.step != Step::predict) return;
  tutor.at.prediction = fresh_prediction(current(tutor));
  tutor.at.prediction.skipped = true;
  on(tutor, Proceed{});
}

void on(Tutor& tutor, const Choose& choose) {
  LessonState& at = tutor.at;
  const std::vector<lesson::Decision>& decisions = current(tutor).challenge.decisions;
  if (!challenge_is_open(at) || choose.decision < 0 || choose.option < 0) return;
  const auto index = static_cast<std::size_t>(choose.decision);
  if (index >= decisions.size()) return;
  if (static_cast<std::size_t>(choose.option) >= decisions[index].options.size()) return;
  at.challenge.chosen[index] = choose.option;
  preview_challenge(tutor);
}

void on(Tutor& tutor, const RunChallenge&) {
  if (challenge_is_open(tutor.at)) run_challenge(tutor);
}

void on(Tutor& tutor, const OpenHint&) {
  if (!challenge_is_open(tutor.at)) return;
  int& hints = tutor.at.challenge.hints;
  hints = std::min(hints + 1, static_cast<int>(current(tutor).challenge.hints.size()));
}

void on(Tutor& tutor, const ShowSolution&) {
  if (!challenge_is_open(tutor.at)) return;
  tutor.at.challenge.hints = static_cast<int>(current(tutor).challenge.hints.size());
  tutor.at.challenge.chosen = lesson::solution_of(current(tutor));
  run_challenge(tutor);
}

void act(Tutor& tutor, const Action& action) {
  deal_with<LessonAction>(action, [&](const auto& own) { on(tutor, own); });
}

void settle(Tutor& tutor) {
  settle_prediction(tutor);
  if (tutor.at.run.purpose == Purpose::challenge) settle_challenge(tutor);
}

Quiz* quiz(Tutor& tutor) {
  const bool asking = tutor.at.open && tutor.at.step >= Step::questions;
  return asking ? &tutor.at.quiz : nullptr;
}

}  // namespace

constinit const RoomKind kLessonRoom = {.name = "lesson",
                                        .title = "Journey",
                                        .line = "Ten stages, ten things that break",
                                        .icon = "journey",
                                        .door = Door::bar,
                                        .at_once = true,
                                        .act = act,
                                        .settle = settle,
                                        .quiz = quiz};

bool challenge_is_open(const LessonState& at) {
  return at.step >= Step::challenge && (at.step != Step::questions || at.quiz.over());
}

void begin_lesson(Tutor& tutor) {
  tutor.at.prediction = fresh_prediction(current(tutor));
  ask_for_untouched(tutor);
  enter(tutor, Step::hook);
}

void take_in_side_runs(Tutor& tutor) {
  settle_side_runs(tutor);
  settle_prediction(tutor);
}

}  // namespace tenfold::tutor
