// The lesson's runs out of sight, and what each of them is for.
#pragma once

#include "tutor/lesson_state.h"

namespace tenfold::tutor {

struct Tutor;

// Each does nothing where its run was asked for already.
void ask_for_untouched(Tutor& tutor);
void ask_for_fixed(Tutor& tutor);
void ask_for_worse(Tutor& tutor);

// The challenge with each decision taken differently, one at a time.
void ask_for_other_choices(Tutor& tutor);
void drop_other_choices(LessonState& at);

// What those that are made have to say goes into the state.
void settle_side_runs(Tutor& tutor);

}  // namespace tenfold::tutor
