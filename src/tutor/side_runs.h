// Runs made out of sight, in the order they were asked for.
#pragma once

#include <cstdint>

#include "tutor/tutor.h"

namespace tenfold::tutor {

void ask_for_untouched(LessonState& at, const lesson::Lesson& lesson);
void ask_for_fixed(LessonState& at, const lesson::Lesson& lesson);
void ask_for_worse(LessonState& at, const lesson::Lesson& lesson);
// The challenge with each decision taken differently, one at a time.
void ask_for_other_choices(LessonState& at, const lesson::Lesson& lesson);
void drop_other_choices(LessonState& at);

// Processes about so many events; what finished runs have to say goes into the state. True while
// there is more to do.
bool work_on_side_runs(LessonState& at, const lesson::Lesson& lesson, std::uint64_t events);

// The run's facts, finishing it first where it is not done. REQUIRES: it was asked for.
const Facts& facts_now(LessonState& at, const lesson::Lesson& lesson, SideRun::Use use);

}  // namespace tenfold::tutor
