// Each control asks first whether the run on screen may be played, or touched.
#include "tutor/run_actions.h"

#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
namespace {

void on(Tutor& tutor, const Play&) {
  LiveRun& live = live_now(tutor);
  if (!live.may_play()) return;
  if (live.finished()) restart(live, tutor.at.seed);
  if (live.purpose == LiveRun::Purpose::challenge) tutor.at.challenge.ran = false;
  live.playing = true;
}

void on(Tutor& tutor, const Pause&) {
  live_now(tutor).playing = false;
  live_now(tutor).going_to.reset();
}

void on(Tutor& tutor, const StepEvent&) {
  if (live_now(tutor).may_play()) step_event(live_now(tutor));
}

void on(Tutor& tutor, const Restart&) {
  if (live_now(tutor).may_play()) restart(live_now(tutor), tutor.at.seed);
}

void on(Tutor& tutor, const FinishRun&) {
  LiveRun& live = live_now(tutor);
  if (live.may_play()) go_to(live, live.system->end());
}

void on(Tutor& tutor, const SetSpeed& to) { set_speed(live_now(tutor), to.speed); }

void on(Tutor& tutor, const SetTraffic& to) {
  if (live_now(tutor).may_touch()) set_traffic(live_now(tutor), to.times);
}

void change(Tutor& tutor, model::Change::Kind kind, const std::string& part) {
  if (!live_now(tutor).may_touch()) return;
  apply(live_now(tutor), {.kind = kind, .part = part, .setting = {}});
}

void on(Tutor& tutor, const Kill& kill) { change(tutor, model::Change::Kind::kill, kill.part); }

void on(Tutor& tutor, const Heal& heal) { change(tutor, model::Change::Kind::heal, heal.part); }

}  // namespace

void act_on_run(Tutor& tutor, const Action& action) {
  deal_with<RunAction>(action, [&](const auto& own) { on(tutor, own); });
}

}  // namespace tenfold::tutor
