// The lesson column: the steps that are open so far, one section after another.
#pragma once

#include "ui/page.h"

namespace tenfold::ui {

// Title, idea and where the learner is.
void show_title(Page& page);
// On the edge of the present step's card, beside its heading.
void draw_step_mark(const Screen& screen, float card_x, float top);
// The titles of what is still to come.
void show_steps_ahead(Page& page);
// One section a step; each is shown once its step is open.
void show_hook(Page& page);
void show_walk(Page& page);
void show_prediction(Page& page);
void show_run(Page& page);
void show_comparison(Page& page);
void show_explanation(Page& page);
void show_challenge(Page& page);
void show_worse(Page& page);
void show_questions(Page& page);
void show_next(Page& page);

}  // namespace tenfold::ui
