// Where one request's time went: a row a part, waiting hatched, service solid, the wire a thin
// line.
#pragma once

#include <vector>

#include "tutor/action.h"
#include "tutor/run.h"
#include "ui/screen.h"

namespace tenfold::ui {

// A button each for the requests that one asks for, in a row of Screen::target().
void draw_ways_in(Screen& screen, const Rect& rect, const tutor::Run& run, std::size_t track,
                  std::vector<tutor::Action>& actions);

// REQUIRES: the run has an inspection.
void draw_waterfall(Screen& screen, const Rect& rect, const tutor::Run& run,
                    std::vector<tutor::Action>& actions);

}  // namespace tenfold::ui
