// Asking a lesson's questions: options shuffled by seed, a wrong answer comes back once.
#pragma once

#include "tutor/tutor.h"

namespace tenfold::tutor {

void begin_questions(LessonState& at, const lesson::Lesson& lesson);

// Each does nothing when no question is asked, or it is not the time for it.
void mark(LessonState& at, const lesson::Lesson& lesson, int option);
void show_hint(LessonState& at);
// True when an answer was given; progress takes note of it.
bool answer(LessonState& at, const lesson::Lesson& lesson, Progress& progress);
void next_question(LessonState& at, const lesson::Lesson& lesson);

}  // namespace tenfold::tutor
