// The plots over time of the run on screen, and the ways into one of its requests.
#pragma once

#include <vector>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/screen.h"

namespace tenfold::ui {

// `has_traffic`: the traffic's slider stands above them. The least height in this width.
float run_plots_height(const Screen& screen, float width, bool has_traffic);

void draw_run_plots(Screen& screen, const Rect& space, bool has_traffic, const tutor::Tutor& tutor,
                    std::vector<tutor::Action>& actions);

}  // namespace tenfold::ui
