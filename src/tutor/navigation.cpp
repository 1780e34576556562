// Each room has the screen to itself while the learner is in it; the lesson waits where it was.
#include "tutor/navigation.h"

#include <cassert>
#include <utility>

#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
namespace {

void on(Tutor& tutor, const OpenStage& open) { open_stage(tutor, open.stage, tutor.at.seed); }

void on(Tutor& tutor, const GoToRoom& go) {
  if (go.room != nullptr) go_to_room(tutor, *go.room);
  if (tutor.awaited != nullptr) {
    say(tutor,
        std::string(tutor.awaited->title) + " is on its way here, and opens once it has come.");
  }
}

void on(Tutor& tutor, const TryFreely& go) {
  if (go.bench == nullptr || run_now(tutor).is_empty()) return;
  tutor.to_build = run_now(tutor).tracks.back().scenario;
  on(tutor, GoToRoom{go.bench});
}

}  // namespace

void act_on_navigation(Tutor& tutor, const Action& action) {
  deal_with<Navigation>(action, [&](const auto& own) { on(tutor, own); });
}

void go_to_room(Tutor& tutor, const RoomKind& room) {
  tutor.awaited = nullptr;
  if (&room == tutor.room) return;
  if (!tutor.has_all_code && !room.at_once) {
    tutor.awaited = &room;
    return;
  }
  tutor.room = &room;
  tutor.at.run.playing = false;
  clear(tutor.room_run);
  if (room.enter != nullptr) room.enter(tutor);
}

void note_all_code(Tutor& tutor) {
  tutor.has_all_code = true;
  if (tutor.awaited != nullptr) go_to_room(tutor, *tutor.awaited);
}

void show_in_room(Tutor& tutor, std::string label, const model::Scenario& scenario, bool playable) {
  assert(!tutor.in_lesson());
  const auto purpose = playable ? Run::Purpose::variant : Run::Purpose::look;
  begin(tutor.room_run, purpose, std::move(label), scenario, tutor.at.seed);
  tutor.room_run.playing = playable;
}

}  // namespace tenfold::tutor
