// The traffic slider and the run's plots over time.
#pragma once

#include <vector>

#include "tutor/tutor.h"
#include "ui/screen.h"

namespace tenfold::ui {

float run_plots_height(float width);  // the least it needs in this width

void draw_run_plots(Screen& screen, const Rect& space, const tutor::LiveRun& live,
                    std::vector<tutor::Action>& actions);

}  // namespace tenfold::ui
