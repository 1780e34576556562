// The traffic slider and the plots over time of the run on screen.
#pragma once

#include <vector>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/screen.h"

namespace tenfold::ui {

float run_plots_height(const Screen& screen, float width);  // the least it needs in this width

void draw_run_plots(Screen& screen, const Rect& space, const tutor::Tutor& tutor,
                    std::vector<tutor::Action>& actions);

}  // namespace tenfold::ui
