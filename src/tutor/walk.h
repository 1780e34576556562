// Following one request through a quiet system.
#pragma once

#include "tutor/lesson_state.h"

namespace tenfold::tutor {

// Runs the system until the first request offered from now on has its answer, and finds each stop's
// span: the first after the stop before it where the part does what the stop says.
WalkState followed_walk(const lesson::Walk& walk, const model::Scenario& scenario,
                        model::System& system);

}  // namespace tenfold::tutor
