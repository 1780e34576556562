// A question on the page: what is asked, how it is answered, and what is said of the answer.
#pragma once

#include "ui/page.h"

namespace tenfold::ui {

// The question asked now, with its buttons. REQUIRES: the quiz is not over, and is tutor's
// quiz_now.
void show_question(const Page& page, const tutor::Quiz& quiz);

// One that was asked, as it was answered.
void show_answered(const Page& page, const lesson::Question& question,
                   const tutor::QuestionState& state);

}  // namespace tenfold::ui
