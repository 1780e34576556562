// Each control asks first whether the run on screen may be played, or touched.
#include "tutor/run_actions.h"

#include <algorithm>
#include <utility>

#include "model/catalogue.h"
#include "tutor/action.h"
#include "tutor/knobs.h"
#include "tutor/part_words.h"
#include "tutor/time_marks.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
namespace {

void on(Tutor& tutor, const Play&) {
  Run& run = run_now(tutor);
  if (!run.may_play()) return;
  if (run.finished()) restart(run, tutor.at.seed);
  // One that has been judged stays so, also when it goes on from an earlier moment.
  if (run.purpose == Run::Purpose::challenge && !run.settled) tutor.at.challenge.ran = false;
  run.playing = true;
}

void on(Tutor& tutor, const Pause&) {
  run_now(tutor).playing = false;
  run_now(tutor).journey.reset();
}

void on(Tutor& tutor, const StepEvent&) {
  if (run_now(tutor).may_play()) step_event(run_now(tutor));
}

void on(Tutor& tutor, const Restart&) {
  if (run_now(tutor).may_play()) restart(run_now(tutor), tutor.at.seed);
}

void on(Tutor& tutor, const FinishRun&) {
  Run& run = run_now(tutor);
  if (run.may_play()) go_to(run, run.end());
}

void on(Tutor& tutor, const SetSpeed& to) { set_speed(run_now(tutor), to.speed); }

// The model names parts by their ids and places, for authors; learners know them by their labels.
std::string in_words(const model::Scenario& scenario, const model::Fault& fault) {
  std::string words = fault.reason;
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const std::string place = "parts[" + std::to_string(i) + "]";
    const std::size_t at = words.find(place);
    if (at != std::string::npos) words.replace(at, place.size(), scenario.parts[i].label);
  }
  return words;
}

// Says why it was not done, if it was not, and keeps that beside what was asked.
void say_why_not(Tutor& tutor, const std::string& what, const std::vector<model::Fault>& faults) {
  Run& run = run_now(tutor);
  run.refused.clear();
  if (faults.empty()) return;
  run.refused = "Not done: " + what + " " + in_words(run.scenario(), faults.front()) + ".";
  say(tutor, run.refused);
}

void on(Tutor& tutor, const SetTraffic& to) {
  if (!run_now(tutor).may_touch()) return;
  say_why_not(tutor, "the traffic", set_traffic(run_now(tutor), to.times));
}

// "App: CPU time"
std::string target_of(const model::Scenario& scenario, const SetParameter& set) {
  const model::PartSpec* part = find_part(scenario, set.part);
  const model::ParameterInfo* parameter =
      part == nullptr ? nullptr : model::find_parameter(model::kind_info(part->kind), set.name);
  return label_of(scenario, set.part) + ": " +
         (parameter == nullptr ? set.name : parameter_words(*parameter));
}

void on(Tutor& tutor, const SetParameter& set) {
  Run& run = run_now(tutor);
  if (!run.may_touch() || !is_index(set.track, run.tracks.size())) return;
  const auto index = static_cast<std::size_t>(set.track);
  const Track& track = run.tracks[index];
  const std::size_t done = track.timeline.done_by_now().size();
  const std::vector<model::Fault> faults = set_parameter(run, index, set.part, set.name, set.value);
  say_why_not(tutor, target_of(track.scenario, set), faults);
  if (!faults.empty() || track.timeline.done_by_now().size() == done) return;
  say(tutor, last_change_in_words(track) + ".");
}

void change(Tutor& tutor, model::Change::Kind kind, const std::string& part) {
  Run& run = run_now(tutor);
  if (!run.may_touch()) return;
  const auto has_it = [&part](const Track& track) { return find_part(track.scenario, part); };
  const auto track = std::find_if(run.tracks.begin(), run.tracks.end(), has_it);
  const Track& known = track == run.tracks.end() ? run.track() : *track;
  say_why_not(tutor, label_of(known.scenario, part),
              apply(run, {.kind = kind, .part = part, .setting = {}}));
}

void on(Tutor& tutor, const Kill& kill) { change(tutor, model::Change::Kind::kill, kill.part); }

void on(Tutor& tutor, const Heal& heal) { change(tutor, model::Change::Kind::heal, heal.part); }

void on(Tutor& tutor, const GoTo& to) {
  Run& run = run_now(tutor);
  if (!run.may_play()) return;
  const double end_s = sim::to_seconds(run.end());
  go_to(run, sim::from_seconds(to.at_s > 0 ? std::min(to.at_s, end_s) : 0));
}

void on(Tutor& tutor, const SelectPart& select) {
  Run& run = run_now(tutor);
  if (!is_index(select.track, run.tracks.size())) return;
  const Selection chosen{static_cast<std::size_t>(select.track), select.part};
  run.selected = run.selected == chosen ? Selection{} : chosen;
  run.refused.clear();
  run.inspection.reset();
}

void show_request(Run& run, Inspection inspection) {
  run.playing = false;
  run.journey.reset();
  run.selected = {};
  run.inspection = std::move(inspection);
}

void on(Tutor& tutor, const FindRequest& find) {
  Run& run = run_now(tutor);
  if (!run.may_play() || !is_index(find.track, run.tracks.size()) ||
      !is_index(find.wanted, kWantedNames.size())) {
    return;
  }
  const auto track = static_cast<std::size_t>(find.track);
  show_request(run, look_for(run.tracks[track], track, static_cast<Wanted>(find.wanted)));
}

void on(Tutor& tutor, const LookAtRequest& look) {
  Run& run = run_now(tutor);
  if (!run.may_play() || !is_index(look.track, run.tracks.size()) || look.request < 0) return;
  const auto track = static_cast<std::size_t>(look.track);
  show_request(run, look_at(run.tracks[track], track, static_cast<std::uint32_t>(look.request)));
}

void on(Tutor& tutor, const LeaveRequest&) { run_now(tutor).inspection.reset(); }

}  // namespace

void act_on_run(Tutor& tutor, const Action& action) {
  deal_with<RunAction>(action, [&](const auto& own) { on(tutor, own); });
}

}  // namespace tenfold::tutor
