// What a learner does in the rooms that are read from files.
#pragma once

#include <cstdint>

#include "tutor/tutor.h"

namespace tenfold::tutor {

// Does nothing for what is not possible now.
void act_on_shelf(Tutor& tutor, const Action& action);

// The room has just been entered: what it shows at first.
void enter_shelf(Tutor& tutor);

// The finale's questions.
void begin_closing(Tutor& tutor);

// What a press on this part marks in the room of weak points.
Pick suspect_of(const Tutor& tutor, std::string_view part);

// The room's run on screen has come to its end.
void settle_shelf(Tutor& tutor);

// Runs out of sight, about so many events at a time, and the interview's clock. True while there is
// more to do.
bool work_on_shelf(Tutor& tutor, double seconds, std::uint64_t events);

}  // namespace tenfold::tutor
