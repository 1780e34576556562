// After each step the draft is checked, kept, and put on screen as a run that has not begun; where
// it cannot run, the pane shows it as it stands.
#include "tutor/build_room.h"

#include <algorithm>
#include <utility>

#include "design/file.h"
#include "design/link.h"
#include "design/trouble.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

BuildState& state_of(Tutor& tutor) { return tutor.states.of<BuildState>(); }

// A draft on which a run stands still, or nothing does.
void show_draft(Tutor& tutor) {
  BuildState& state = state_of(tutor);
  const design::Draft& draft = state.history.draft();
  state.faults = design::faults(draft);
  if (design::find_part(draft, state.picked) == nullptr) state.picked.clear();
  clear(tutor.room_run);
  if (!design::can_run(draft)) return;
  show_in_room(tutor, draft.title, draft, true);
  tutor.room_run.playing = false;
  tutor.room_run.selected = {0, state.picked};
}

void keep_draft(Tutor& tutor) {
  const design::Draft& draft = state_of(tutor).history.draft();
  if (draft.parts.empty()) return;
  keep(tutor.kept_drafts, draft.title, design::link_of(draft));
}

void replace(Tutor& tutor, design::Draft draft) {
  BuildState& state = state_of(tutor);
  state.picked.clear();
  state.said.clear();
  state.history.apply(design::Replace{std::move(draft)});
  show_draft(tutor);
}

// What was read is on the bench, or it is said why it is not, and the bench is as it was.
void take(Tutor& tutor, design::ReadDraft read) {
  if (!read.is_read()) {
    state_of(tutor).said = read.fault;
    say(tutor, std::move(read.fault));
    return;
  }
  replace(tutor, std::move(read.draft));
  keep_draft(tutor);
}

void enter(Tutor& tutor) {
  if (tutor.to_build) take(tutor, design::read_again(*std::exchange(tutor.to_build, std::nullopt)));
  show_draft(tutor);
}

void on(Tutor& tutor, const EditDraft& edit) {
  BuildState& state = state_of(tutor);
  const design::Applied applied = state.history.apply(edit.step);
  state.said = applied.refused;
  if (!applied.is_done()) {
    say(tutor, applied.refused);
    return;
  }
  if (!applied.made.empty()) {
    state.picked = applied.made;
    state.is_adding = false;
  }
  show_draft(tutor);
  keep_draft(tutor);
}

void on(Tutor& tutor, const UndoEdit&) {
  state_of(tutor).history.undo();
  show_draft(tutor);
}

void on(Tutor& tutor, const RedoEdit&) {
  state_of(tutor).history.redo();
  show_draft(tutor);
}

void on(Tutor& tutor, const PickInDraft& pick) {
  BuildState& state = state_of(tutor);
  const bool exists = design::find_part(state.history.draft(), pick.part) != nullptr;
  state.picked = exists && pick.part != state.picked ? pick.part : "";
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
    if (change.at_s > at_s) break;  // what is over by itself later is healed by hand
    for (const model::Fault& fault : apply(tutor.room_run, change.change)) say(tutor, fault.reason);
  }
}

void on(Tutor& tutor, const StartFrom& start) {
  if (start.stage == 0) {
    replace(tutor, design::empty_draft());
    return;
  }
  const lesson::Lesson* lesson = lesson_of(tutor, start.stage);
  if (lesson == nullptr) return;
  replace(tutor, start.mended ? design::draft_after(*lesson) : design::draft_before(*lesson));
  keep_draft(tutor);
}

void on(Tutor& tutor, const OpenKept& open) {
  for (const KeptDraft& kept : tutor.kept_drafts.drafts) {
    if (kept.name != open.name) continue;
    take(tutor, design::read_link(std::string(kept.link)));
    return;
  }
}

void on(Tutor& tutor, const ForgetKept& gone) { forget(tutor.kept_drafts, gone.name); }

void on(Tutor& tutor, const ShareDraft&) {
  const design::Draft& draft = state_of(tutor).history.draft();
  tutor.handout = {Handout::Kind::link, draft.title, design::link_of(draft)};
}

void on(Tutor& tutor, const SaveDraft&) {
  const design::Draft& draft = state_of(tutor).history.draft();
  tutor.handout = {Handout::Kind::file, draft.title, design::file_of(draft)};
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
      }
    }
  });
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

}  // namespace later

constinit const RoomKind kBuild = {.name = "build",
                                   .title = "Build",
                                   .line = "Put a system together, run it, break it",
                                   .icon = "build",
                                   .door = Door::bar,
                                   .enter = enter,
                                   .act = act,
                                   .draft = draft};

}  // namespace tenfold::tutor
