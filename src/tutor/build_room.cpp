// After each step the draft is checked, kept, and put on screen as a run that has not begun; where
// it cannot run, the pane shows it as it stands.
#include "tutor/build_room.h"

#include <algorithm>
#include <utility>

#include "design/file.h"
#include "design/link.h"
#include "design/trouble.h"
#include "design/world.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

BuildState& state_of(Tutor& tutor) { return tutor.states.of<BuildState>(); }

// What is to run: of a problem the design in its level's world, and what it lacks there is a fault.
model::Scenario runnable(BuildState& state) {
  const design::Draft& draft = state.history.draft();
  if (!state.attempt) return draft;
  design::Locked locked = design::lock(state.attempt->problem(), state.attempt->at(), draft);
  for (const design::Lack& lack : locked.lacks) {
    std::string what = lack.text;
    if (what.ends_with('.')) what.pop_back();
    state.faults.insert(state.faults.begin(),
                        {.target = lack.part, .what = std::move(what), .mend = {}, .steps = {}});
  }
  return std::move(locked.scenario);
}

// What can be done with the part that is picked: it is found by trying, so once and not in each
// frame.
void look_at_picked(BuildState& state) {
  const design::Draft& draft = state.history.draft();
  state.targets.clear();
  state.kinds_between.clear();
  if (design::find_part(draft, state.picked) == nullptr) {
    state.picked.clear();
    return;
  }
  state.targets = design::connection_targets(draft, state.picked);
  for (const model::LinkSpec& link : draft.links) {
    if (link.from != state.picked) continue;
    std::string name = link.from + ">" + link.to;
    std::vector<const model::KindInfo*> kinds = design::kinds_for_link(draft, name);
    state.kinds_between.push_back({std::move(name), std::move(kinds)});
  }
}

bool can_run(const BuildState& state) {
  return std::none_of(state.faults.begin(), state.faults.end(),
                      [](const design::DraftFault& fault) { return fault.stops_run; });
}

// The same but for where its cards stand and what they are called.
bool runs_alike(const model::Scenario& a, model::Scenario b) {
  if (a.parts.size() != b.parts.size()) return false;
  b.title = a.title;
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    b.parts[i].place = a.parts[i].place;
    b.parts[i].label = a.parts[i].label;
  }
  return a == b;
}

// A draft on which a run stands still, or nothing does. A run goes on where nothing of it changed.
void show_draft(Tutor& tutor) {
  BuildState& state = state_of(tutor);
  const design::Draft& draft = state.history.draft();
  state.faults = design::faults(draft);
  look_at_picked(state);
  const model::Scenario scenario = can_run(state) ? runnable(state) : draft;
  Run& run = tutor.room_run;
  if (!can_run(state) || !model::check(scenario).empty()) {
    clear(run);
    return;
  }
  if (!run.is_empty() && runs_alike(run.scenario(), scenario)) {
    run.tracks.front().label = draft.title;
    run.tracks.front().scenario = scenario;
  } else {
    show_in_room(tutor, draft.title, scenario, true);
    run.playing = false;
  }
  run.selected = {0, state.picked};
}

// The draft is another one now: what was said of the one before is no longer true.
void show_change(Tutor& tutor) {
  BuildState& state = state_of(tutor);
  state.said.clear();
  if (state.attempt) stop_judging(*state.attempt);
  show_draft(tutor);
}

void keep_draft(Tutor& tutor) {
  BuildState& state = state_of(tutor);
  const design::Draft& draft = state.history.draft();
  if (draft.parts.empty()) return;
  state.kept_as = keep(tutor.kept_drafts, state.kept_as, draft.title, design::link_of(draft));
}

// One that is not kept before it is changed, so that looking at many keeps none.
void replace(Tutor& tutor, design::Draft draft) {
  BuildState& state = state_of(tutor);
  state.tab = BuildState::Tab::parts;
  state.picked.clear();
  state.kept_as.clear();
  state.typing.clear();
  state.history.apply(design::Replace{std::move(draft)});
  show_change(tutor);
}

// What was read is on the bench, or it is said why it is not, and the bench is as it was.
void take(Tutor& tutor, design::ReadDraft read) {
  if (!read.is_read()) {
    state_of(tutor).said = read.fault;
    say(tutor, std::move(read.fault));
    return;
  }
  replace(tutor, std::move(read.draft));
}

void enter(Tutor& tutor) {
  BuildState& state = state_of(tutor);
  if (state.history.draft().parts.empty() && !state.attempt) state.tab = BuildState::Tab::start;
  if (tutor.to_build) take(tutor, design::read_again(*std::exchange(tutor.to_build, std::nullopt)));
  show_draft(tutor);
}

// Each letter typed is a step; those into one field are taken back together.
std::string field_of(const design::Step& step) {
  if (std::holds_alternative<design::NameDraft>(step)) return "/";
  const auto* rename = std::get_if<design::RenamePart>(&step);
  return rename != nullptr ? rename->part : "";
}

void on(Tutor& tutor, const EditDraft& edit) {
  BuildState& state = state_of(tutor);
  std::string field = field_of(edit.step);
  const bool goes_on = !field.empty() && field == state.typing;
  const design::Applied applied = state.history.apply(edit.step, goes_on);
  if (!applied.is_done()) {
    state.said = applied.refused;
    say(tutor, applied.refused);
    return;
  }
  state.typing = std::move(field);
  if (!applied.made.empty()) {
    state.picked = applied.made;
    state.is_adding = false;
  }
  show_change(tutor);
  keep_draft(tutor);
}

// One step along what was done.
void go_along(Tutor& tutor, void (design::History::*step)()) {
  BuildState& state = state_of(tutor);
  (state.history.*step)();
  state.typing.clear();
  show_change(tutor);
  if (!state.kept_as.empty()) keep_draft(tutor);
}

void on(Tutor& tutor, const UndoEdit&) { go_along(tutor, &design::History::undo); }

void on(Tutor& tutor, const RedoEdit&) { go_along(tutor, &design::History::redo); }

void on(Tutor& tutor, const PickInDraft& pick) {
  BuildState& state = state_of(tutor);
  const bool exists = design::find_part(state.history.draft(), pick.part) != nullptr;
  state.picked = exists && pick.part != state.picked ? pick.part : "";
  look_at_picked(state);
  state.tab = BuildState::Tab::parts;
  state.is_adding = false;
  tutor.room_run.selected = {0, state.picked};
}

void on(Tutor& tutor, const ShowBuildTab& show) {
  if (!is_index(show.tab, kBuildTabs)) return;
  state_of(tutor).tab = static_cast<BuildState::Tab>(show.tab);
}

void on(Tutor& tutor, const ShowPalette& show) { state_of(tutor).is_adding = show.open; }

void on(Tutor& tutor, const ShowWhole& show) { state_of(tutor).is_whole = show.whole; }

void on(Tutor& tutor, const MakeTrouble& make) {
  if (!is_index(make.trouble, design::kTroubles.size())) return;
  const auto trouble = design::kTroubles[static_cast<std::size_t>(make.trouble)];
  const bool is_now = make.at_s < 0;
  const design::Draft& draft = state_of(tutor).history.draft();
  const double at_s =
      is_now && !tutor.room_run.is_empty() ? sim::to_seconds(tutor.room_run.now()) : make.at_s;
  std::vector<model::TimedChange> changes =
      design::changes_of(draft, trouble, make.target, std::max(at_s, 0.0));
  if (!is_now) {
    if (!changes.empty()) on(tutor, EditDraft{design::AddChanges{std::move(changes)}});
    return;
  }
  if (tutor.room_run.is_empty()) return;
  for (const model::TimedChange& change : changes) {
    if (change.at_s > at_s) break;  // only what is planned can end by itself
    for (const model::Fault& fault : apply(tutor.room_run, change.change)) say(tutor, fault.reason);
  }
}

void on(Tutor& tutor, const StartFrom& start) {
  state_of(tutor).attempt.reset();
  if (start.stage == 0) {
    replace(tutor, design::empty_draft());
    return;
  }
  const lesson::Lesson* lesson = lesson_of(tutor, start.stage);
  if (lesson == nullptr) return;
  replace(tutor, start.mended ? design::draft_after(*lesson) : design::draft_before(*lesson));
}

void on(Tutor& tutor, const OpenKept& open) {
  for (const KeptDraft& kept : tutor.kept_drafts.drafts) {
    if (kept.name != open.name) continue;
    state_of(tutor).attempt.reset();
    design::ReadDraft read = design::read_link(kept.link);
    const bool is_read = read.is_read();
    take(tutor, std::move(read));
    if (is_read) state_of(tutor).kept_as = open.name;
    return;
  }
}

void on(Tutor& tutor, const ForgetKept& gone) {
  forget(tutor.kept_drafts, gone.name);
  BuildState& state = state_of(tutor);
  if (state.kept_as == gone.name) state.kept_as.clear();
}

void on(Tutor& tutor, const ShareDraft&) {
  const design::Draft& draft = state_of(tutor).history.draft();
  tutor.handout = {Handout::Kind::link, draft.title, design::link_of(draft)};
}

void on(Tutor& tutor, const SaveDraft&) {
  const design::Draft& draft = state_of(tutor).history.draft();
  tutor.handout = {Handout::Kind::file, draft.title, design::file_of(draft)};
}

void on(Tutor& tutor, const OpenLevel& open) {
  BuildState& state = state_of(tutor);
  if (!state.attempt || !is_index(open.level, state.attempt->problem().levels.size())) return;
  stop_judging(*state.attempt);
  state.attempt->level = static_cast<std::size_t>(open.level);
  state.attempt->tries = 0;
  replace(tutor,
          design::draft_of(lesson::start_of(state.attempt->problem(), state.attempt->level)));
  state.tab = BuildState::Tab::problem;
}

void on(Tutor& tutor, const OpenProblem& open) {
  BuildState& state = state_of(tutor);
  state.attempt.reset();
  if (is_index(open.problem, state.problems.size())) {
    const ProblemEntry& entry = *state.problems[static_cast<std::size_t>(open.problem)];
    if (!entry.usable()) return;
    state.attempt = begin_attempt(entry);
    on(tutor, OpenLevel{0});
  } else {
    state.tab = BuildState::Tab::start;
  }
  show_draft(tutor);
}

void on(Tutor& tutor, const AskCustomer& ask) {
  BuildState& state = state_of(tutor);
  if (!state.attempt || !is_index(ask.question, state.attempt->asked.size())) return;
  state.attempt->asked[static_cast<std::size_t>(ask.question)] = true;
}

void on(Tutor& tutor, const AnswerSum& answer) {
  BuildState& state = state_of(tutor);
  if (!state.attempt || !is_index(answer.sum, state.attempt->answers.size())) return;
  state.attempt->answers[static_cast<std::size_t>(answer.sum)] = answer.number;
}

void on(Tutor& tutor, const AskVerdict&) {
  BuildState& state = state_of(tutor);
  if (!state.attempt || !can_run(state)) return;
  judge_design(*state.attempt, tutor.jobs, state.history.draft());
}

void on(Tutor& tutor, const CancelVerdict&) {
  if (std::optional<Attempt>& attempt = state_of(tutor).attempt) stop_judging(*attempt);
}

void on(Tutor& tutor, const ReplayWorst&) {
  const std::optional<Attempt>& attempt = state_of(tutor).attempt;
  if (!attempt || !attempt->verdict || attempt->is_judging()) return;
  const design::Verdict& verdict = *attempt->verdict;
  if (!model::check(verdict.scenario()).empty()) return;
  begin(tutor.room_run, Run::Purpose::variant, "The worst of the runs", verdict.scenario(),
        verdict.worst_seed());
  go_to(tutor.room_run, sim::from_seconds(verdict.worst_at_s()));
}

void on(Tutor& tutor, const OpenReference&) {
  BuildState& state = state_of(tutor);
  if (!state.attempt || !state.attempt->verdict) return;
  replace(tutor,
          design::draft_of(lesson::in_world(state.attempt->at(), state.attempt->at().reference)));
}

void on(Tutor& tutor, const AskForFile&) { tutor.handout = {Handout::Kind::ask, "", ""}; }

void act(Tutor& tutor, const Action& action) {
  deal_with<BuildAction>(action, [&](const auto& own) { on(tutor, own); });
  // What is picked in the run is picked on the bench.
  deal_with<RunAction>(action, [&](const auto& own) {
    if constexpr (std::is_same_v<std::decay_t<decltype(own)>, SelectPart>) {
      if (tutor.room_run.is_empty()) {
        on(tutor, PickInDraft{own.part});
      } else {
        state_of(tutor).picked = tutor.room_run.selected.part;
        state_of(tutor).tab = BuildState::Tab::parts;
        look_at_picked(state_of(tutor));
      }
    }
  });
}

double work(Tutor& tutor, double) {
  if (std::optional<Attempt>& attempt = state_of(tutor).attempt) {
    go_on_judging(*attempt, tutor.jobs);
  }
  return 0;
}

DraftShown draft(const Tutor& tutor) {
  const BuildState& state = tutor.states.of<BuildState>();
  DraftShown shown{&state.history.draft(), state.picked};
  for (const design::DraftFault& fault : state.faults) {
    if (fault.stops_run && shown.lacks.empty()) shown.lacks = design::sentence_of(fault);
  }
  if (shown.scenario->parts.empty()) shown.lacks = "Add a part, or start from a stage.";
  return shown;
}

}  // namespace

void take_link(Tutor& tutor, std::string_view text) { take(tutor, design::read_link(text)); }
void take_file(Tutor& tutor, std::string_view bytes) { take(tutor, design::read_file(bytes)); }

void add_problem(Tutor& tutor, std::string_view text, std::string_view file) {
  lesson::ReadProblem read = lesson::read_problem(text, file);
  auto& problems = state_of(tutor).problems;
  const auto place = std::find_if(problems.begin(), problems.end(),
                                  [file](const auto& other) { return other->file >= file; });
  if (place != problems.end() && (*place)->file == file) return;
  problems.insert(place, std::make_unique<ProblemEntry>(ProblemEntry{
                             std::move(read.problem), std::string(file), std::move(read.faults)}));
}

}  // namespace later

constinit const RoomKind kBuild = {.name = "build",
                                   .title = "Build",
                                   .line = "Put a system together, run it, break it",
                                   .icon = "build",
                                   .door = Door::bar,
                                   .has_problems = true,
                                   .enter = enter,
                                   .act = act,
                                   .work = work,
                                   .draft = draft};

}  // namespace tenfold::tutor
