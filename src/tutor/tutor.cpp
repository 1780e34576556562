// The steps of a lesson and what each action does to them.
#include "tutor/tutor.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "tutor/debrief.h"
#include "tutor/live_run.h"
#include "tutor/quiz.h"
#include "tutor/quiz_room.h"
#include "tutor/rooms.h"
#include "tutor/shelf_actions.h"
#include "tutor/side_runs.h"
#include "tutor/walk.h"

namespace tenfold::tutor {
namespace {

using Purpose = LiveRun::Purpose;
using Kind = Action::Kind;

constexpr double kLongestFrame_s = 0.1;
// A call: beside the run on screen, and when there is none to leave time for.
constexpr std::uint64_t kSideEvents = 40'000;
constexpr std::uint64_t kSideEventsAlone = 120'000;

void say(Tutor& tutor, std::string text) {
  ++tutor.notice.number;
  tutor.notice.text = std::move(text);
}

void note_place(Tutor& tutor) {
  StageProgress& entry = entry_of(tutor.progress, current(tutor).stage);
  entry.step = std::max(entry.step, static_cast<int>(tutor.at.step));
  entry.finished = entry.finished || tutor.at.step == Step::next;
  tutor.progress_changed = true;
}

void show(Tutor& tutor, Purpose purpose, std::string label, const model::Scenario& scenario) {
  begin(tutor.at.live, purpose, std::move(label), scenario, tutor.at.seed);
}

// Sends one request through the quiet system and finds where each stop of the walk is on its way.
void follow_request(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  const lesson::Walk& walk = lesson.walk.front();
  LessonState& at = tutor.at;
  show(tutor, Purpose::walk, walk.title, lesson::walk_scenario(lesson));
  at.walk = followed_walk(walk, at.live.scenario, *at.live.system);
}

void preview_challenge(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  show(tutor, Purpose::challenge, lesson.challenge.title,
       lesson::challenge_scenario(lesson, tutor.at.challenge.chosen));
}

void run_challenge(Tutor& tutor) {
  if (tutor.at.step < Step::challenge) return;
  drop_other_choices(tutor.at);
  preview_challenge(tutor);
  tutor.at.challenge.ran = false;
  tutor.at.live.playing = true;
}

void start_compare(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  show(tutor, Purpose::compare, lesson.scenario.title, lesson.scenario);
  begin_twin(tutor.at.live, lesson::fix_of(lesson).label, lesson::fixed_scenario(lesson),
             tutor.at.seed);
  tutor.at.live.playing = true;
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
      at.live.playing = true;
      ask_for_fixed(at, lesson);
      break;
    case Step::compare:
      start_compare(tutor);
      break;
    case Step::challenge:
      ask_for_fixed(at, lesson);
      ask_for_worse(at, lesson);
      preview_challenge(tutor);
      break;
    case Step::worse:
      show(tutor, Purpose::worse, lesson.worse.title, lesson::worse_scenario(lesson));
      at.live.playing = true;
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

// The prediction is judged by the lesson's own run, whatever the learner did to the one on screen.
void settle_prediction(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  const lesson::Prediction& predict = lesson.predict;
  PredictionState& state = tutor.at.prediction;
  if (state.outcome >= 0) return;
  const Fact* fact = find_fact(facts_now(tutor.at, lesson, SideRun::Use::untouched), predict.fact);
  const double value = fact == nullptr ? 0 : fact->value;
  for (std::size_t i = 0; i < predict.options.size(); ++i) {
    if (value >= predict.options[i].low && value < predict.options[i].high) {
      state.outcome = static_cast<int>(i);
    }
  }
  if (state.chosen < 0) return;
  const lesson::PredictionOption& said = predict.options[static_cast<std::size_t>(state.chosen)];
  state.feedback =
      filled(tutor, state.chosen == state.outcome ? predict.when_right : said.feedback);
}

void settle_challenge(Tutor& tutor) {
  const lesson::Lesson& lesson = current(tutor);
  LessonState& at = tutor.at;
  ChallengeState& state = at.challenge;
  const Facts facts = facts_of(*at.live.system, at.live.scenario);
  state.ran = true;
  state.results = model::judge(lesson.challenge.goals, at.live.system->totals());
  state.met = model::all_met(state.results);
  state.verdict = verdict(lesson.challenge, state.results, facts);
  state.debrief = debrief(facts, at.live.scenario);
  state.best_change.clear();
  if (!state.met) {
    ask_for_other_choices(at, lesson);
    return;
  }
  StageProgress& entry = entry_of(tutor.progress, lesson.stage);
  tutor.progress_changed = tutor.progress_changed || !entry.challenge_met;
  entry.challenge_met = true;
}

void settle(Tutor& tutor) {
  LiveRun& live = live_now(tutor);
  if (!live.system || live.settled || !live.finished()) return;
  live.settled = true;
  live.playing = false;
  if (tutor.room != Room::lesson) {
    settle_shelf(tutor);
    return;
  }
  if (live.purpose == Purpose::run) settle_prediction(tutor);
  if (live.purpose == Purpose::challenge) settle_challenge(tutor);
}

void proceed(Tutor& tutor) {
  LessonState& at = tutor.at;
  if (at.step == Step::next) return;
  if (at.step == Step::predict && at.prediction.chosen < 0 && !at.prediction.skipped) {
    say(tutor, "First say what you expect, or choose “Just show me”.");
    return;
  }
  if (at.step == Step::run) settle_prediction(tutor);
  Step next = static_cast<Step>(static_cast<int>(at.step) + 1);
  if (next == Step::walk && current(tutor).walk.empty()) next = Step::predict;
  enter(tutor, next);
}

void know_this(Tutor& tutor) {
  if (tutor.at.step >= Step::challenge) return;
  if (tutor.at.prediction.chosen < 0) tutor.at.prediction.skipped = true;
  enter(tutor, Step::challenge);
  settle_prediction(tutor);
}

void play(Tutor& tutor) {
  LiveRun& live = live_now(tutor);
  if (!may_play(tutor)) return;
  if (live.finished()) restart(live, tutor.at.seed);
  if (live.purpose == Purpose::challenge) tutor.at.challenge.ran = false;
  live.playing = true;
}

void change_part(Tutor& tutor, const Action& action) {
  if (!may_touch(tutor)) return;
  const auto kind =
      action.kind == Kind::kill ? model::Change::Kind::kill : model::Change::Kind::heal;
  apply(live_now(tutor), {.kind = kind, .part = action.text, .setting = {}});
}

void choose(Tutor& tutor, int decision, int option) {
  LessonState& at = tutor.at;
  const std::vector<lesson::Decision>& decisions = current(tutor).challenge.decisions;
  if (at.step < Step::challenge || decision < 0 || option < 0) return;
  const auto index = static_cast<std::size_t>(decision);
  if (index >= decisions.size()) return;
  if (static_cast<std::size_t>(option) >= decisions[index].options.size()) return;
  at.challenge.chosen[index] = option;
  preview_challenge(tutor);
}

void show_solution(Tutor& tutor) {
  if (tutor.at.step < Step::challenge) return;
  tutor.at.challenge.hints = static_cast<int>(current(tutor).challenge.hints.size());
  tutor.at.challenge.chosen = lesson::solution_of(current(tutor));
  run_challenge(tutor);
}

void predict(Tutor& tutor, int option) {
  const auto options = static_cast<int>(current(tutor).predict.options.size());
  if (tutor.at.step == Step::predict && option >= 0 && option < options) {
    tutor.at.prediction.chosen = option;
  }
}

void skip_prediction(Tutor& tutor) {
  if (tutor.at.step != Step::predict) return;
  tutor.at.prediction = {};
  tutor.at.prediction.skipped = true;
  proceed(tutor);
}

void walk_by(Tutor& tutor, int stops) {
  LessonState& at = tutor.at;
  if (at.step < Step::walk || current(tutor).walk.empty() || at.walk.step_of_stop.empty()) return;
  const auto last = static_cast<int>(at.walk.step_of_stop.size()) - 1;
  at.walk.stop = std::clamp(at.walk.stop + stops, 0, last);
}

// The file's stage where the lesson could not say: "stage-03.json" is 3.
int stage_in(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  int stage = 0;
  for (const char c : file) {
    if (c >= '0' && c <= '9' && stage < 100) stage = stage * 10 + (c - '0');
  }
  return stage;
}

}  // namespace

bool may_play(const Tutor& tutor) {
  const LiveRun& live = live_now(tutor);
  if (tutor.room != Room::lesson) return live.system && live.purpose != Purpose::look;
  return tutor.at.step >= Step::run && live.purpose != Purpose::walk &&
         live.purpose != Purpose::look;
}

bool may_touch(const Tutor& tutor) {
  const bool challenge = tutor.room == Room::lesson && tutor.at.live.purpose == Purpose::challenge;
  return may_play(tutor) && !challenge;
}

std::string_view step_name(Step step) {
  constexpr std::array<std::string_view, kSteps> kNames = {
      "hook",    "walk",      "predict", "run",       "compare",
      "explain", "challenge", "worse",   "questions", "next"};
  return kNames[static_cast<std::size_t>(step)];
}

void add_lesson(Tutor& tutor, std::string_view text, std::string_view file) {
  lesson::ReadLesson read = lesson::read_lesson(text, file);
  StageEntry entry;
  entry.stage = read.lesson.stage > 0 ? read.lesson.stage : stage_in(file);
  entry.title = read.lesson.title.empty() ? std::string(file) : read.lesson.title;
  entry.lesson = std::move(read.lesson);
  entry.faults = std::move(read.faults);
  const auto place =
      std::upper_bound(tutor.lessons.begin(), tutor.lessons.end(), entry,
                       [](const StageEntry& a, const StageEntry& b) { return a.stage < b.stage; });
  const auto index = static_cast<int>(place - tutor.lessons.begin());
  if (tutor.at.open && index <= tutor.at.index) ++tutor.at.index;
  tutor.lessons.insert(place, std::move(entry));
}

const lesson::Lesson* lesson_of(const Tutor& tutor, int stage) {
  for (const StageEntry& entry : tutor.lessons) {
    if (entry.stage == stage && entry.usable()) return &entry.lesson;
  }
  return nullptr;
}

void open_stage(Tutor& tutor, int stage, std::uint64_t seed) {
  const auto found =
      std::find_if(tutor.lessons.begin(), tutor.lessons.end(),
                   [stage](const StageEntry& entry) { return entry.stage == stage; });
  if (found == tutor.lessons.end()) {
    say(tutor, "There is no stage " + std::to_string(stage) + " yet.");
    return;
  }
  if (!found->usable()) {
    say(tutor, "Stage " + std::to_string(stage) + " cannot be shown. " + to_line(found->faults[0]));
    return;
  }
  go_to_room(tutor, Room::lesson);
  tutor.at = LessonState{};
  tutor.at.open = true;
  tutor.at.index = static_cast<int>(found - tutor.lessons.begin());
  tutor.at.seed = seed;
  const lesson::Lesson& lesson = current(tutor);
  tutor.at.live.speed = lesson.speed;
  for (const lesson::Decision& decision : lesson.challenge.decisions) {
    tutor.at.challenge.chosen.push_back(lesson::option_index(decision, decision.initial));
  }
  tutor.at.quiz = lesson_quiz(lesson, tutor.progress, seed);
  ask_for_untouched(tutor.at, lesson);
  enter(tutor, Step::hook);
}

void update(Tutor& tutor, const Action& action) {
  if (action.kind == Kind::open_stage) {
    open_stage(tutor, action.number, tutor.at.seed);
    return;
  }
  if (action.kind == Kind::go_to_room && action.number >= 0 && action.number < kRooms) {
    go_to_room(tutor, static_cast<Room>(action.number));
    if (tutor.room == Room::quiz) show_question(tutor);
  }
  if (action.kind == Kind::dismiss_fault) tutor.notice.text.clear();
  if (!tutor.at.open) return;
  LessonState& at = tutor.at;
  const lesson::Lesson& lesson = current(tutor);
  switch (action.kind) {
    case Kind::open_stage:
    case Kind::go_to_room:
    case Kind::dismiss_fault:
      break;
    case Kind::proceed:
      proceed(tutor);
      break;
    case Kind::know_this:
      know_this(tutor);
      break;
    case Kind::walk_next:
      walk_by(tutor, 1);
      break;
    case Kind::walk_back:
      walk_by(tutor, -1);
      break;
    case Kind::predict:
      predict(tutor, action.number);
      break;
    case Kind::predict_skip:
      skip_prediction(tutor);
      break;
    case Kind::play:
      play(tutor);
      break;
    case Kind::pause:
      live_now(tutor).playing = false;
      break;
    case Kind::step_event:
      if (may_play(tutor)) step_event(live_now(tutor));
      break;
    case Kind::restart:
      if (may_play(tutor)) restart(live_now(tutor), at.seed);
      break;
    case Kind::finish_run:
      if (may_play(tutor)) finish(live_now(tutor));
      break;
    case Kind::set_speed:
      set_speed(live_now(tutor), action.value);
      break;
    case Kind::set_traffic:
      if (may_touch(tutor)) set_traffic(live_now(tutor), action.value);
      break;
    case Kind::kill:
    case Kind::heal:
      change_part(tutor, action);
      break;
    case Kind::choose:
      choose(tutor, action.number, action.other);
      break;
    case Kind::run_challenge:
      run_challenge(tutor);
      break;
    case Kind::open_hint:
      if (at.step >= Step::challenge) {
        at.challenge.hints =
            std::min(at.challenge.hints + 1, static_cast<int>(lesson.challenge.hints.size()));
      }
      break;
    case Kind::show_solution:
      show_solution(tutor);
      break;
    case Kind::mark:
      mark(tutor, action.number);
      act_on_shelf(tutor, action);
      break;
    case Kind::move_item:
      move_item(tutor, action.number, action.other);
      break;
    case Kind::type_number:
      type_number(tutor, action.text);
      break;
    case Kind::draw_point:
      draw_point(tutor, action.number, action.value);
      break;
    case Kind::answer:
      answer(tutor);
      break;
    case Kind::question_hint:
      show_hint(tutor);
      break;
    case Kind::next_question:
      next_question(tutor);
      break;
    case Kind::show_answer:
      show_answer(tutor);
      break;
    case Kind::quiz_stage:
      tutor.quiz_setup.stage = action.number;
      break;
    case Kind::quiz_length:
      tutor.quiz_setup.length = action.number;
      break;
    case Kind::quiz_shuffle:
      tutor.quiz_setup.shuffled = action.number != 0;
      break;
    case Kind::quiz_at_end:
      tutor.quiz_setup.feedback_at_end = action.number != 0;
      break;
    case Kind::quiz_begin:
      if (tutor.room == Room::finale) {
        begin_closing(tutor);
      } else {
        begin_quiz(tutor);
      }
      break;
    case Kind::quiz_missed:
      begin_missed(tutor);
      break;
    case Kind::quiz_leave:
      if (tutor.room == Room::finale) {
        tutor.shelf.quiz = Quiz{};
      } else {
        leave_quiz(tutor);
      }
      break;
    case Kind::search_sheet:
    case Kind::filter_sheet:
    case Kind::run_row:
    case Kind::type_capacity:
    case Kind::open_weighing:
    case Kind::set_condition:
    case Kind::say_answer:
    case Kind::say_reason:
    case Kind::weigh:
    case Kind::open_interview:
    case Kind::say_move:
    case Kind::take_back:
    case Kind::give_reason:
    case Kind::set_timed:
    case Kind::end_interview:
    case Kind::open_system:
    case Kind::kill_suspect:
    case Kind::set_servers:
      act_on_shelf(tutor, action);
      break;
  }
  settle(tutor);
}

bool advance(Tutor& tutor, double seconds) {
  LessonState& at = tutor.at;
  if (!at.open) return false;
  play_on(live_now(tutor), std::clamp(seconds, 0.0, kLongestFrame_s));
  settle(tutor);
  const std::uint64_t events = live_now(tutor).playing ? kSideEvents : kSideEventsAlone;
  const bool more = work_on_question(tutor, events) || work_on_shelf(tutor, seconds, events) ||
                    work_on_side_runs(at, current(tutor), events);
  return live_now(tutor).playing || more;
}

const lesson::Lesson& current(const Tutor& tutor) {
  assert(tutor.at.open);
  return tutor.lessons[static_cast<std::size_t>(tutor.at.index)].lesson;
}

std::string filled(const Tutor& tutor, std::string_view text) { return fill(text, tutor.at.facts); }

}  // namespace tenfold::tutor
