// Going from room to room, and what is on screen there.
#pragma once

#include <string>

#include "tutor/tutor.h"

namespace tenfold::tutor {

// What was on screen in the room before is gone; the lesson's run is paused.
void go_to_room(Tutor& tutor, Room room);

// Puts a scenario on screen; one that is not playable stands still until it is shown playable.
// REQUIRES: the learner is not in the lesson, and model::check(scenario) is empty.
void show_in_room(Tutor& tutor, std::string label, const model::Scenario& scenario, bool playable);

}  // namespace tenfold::tutor
