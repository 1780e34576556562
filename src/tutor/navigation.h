// Going from stage to stage and from room to room.
#pragma once

#include <string>
#include <variant>

#include "model/scenario.h"
#include "tutor/room_kind.h"

namespace tenfold::tutor {

struct OpenStage {  // leads back to the lesson
  int stage;
};
struct GoToRoom {
  const RoomKind* room;
};
// The system on screen goes to the bench, to be changed in any way.
struct TryFreely {
  const RoomKind* bench;
};
using Navigation = std::variant<OpenStage, GoToRoom, TryFreely>;

void act_on_navigation(Tutor& tutor, const Action& action);

// What was on screen in the room before is gone; the lesson's run is paused. A room whose code is
// not there yet is awaited.
void go_to_room(Tutor& tutor, const RoomKind& room);
void note_all_code(Tutor& tutor);  // it is there now

// Puts a scenario on screen; one that is not playable stands still until it is shown playable.
// REQUIRES: the learner is not in the lesson, and model::check(scenario) is empty.
void show_in_room(Tutor& tutor, std::string label, const model::Scenario& scenario, bool playable);

}  // namespace tenfold::tutor
