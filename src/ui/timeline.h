// The run's time as a strip below the diagram: its own load and failures, the moments that matter,
// and a handle that goes to any of them.
#pragma once

#include <vector>

#include "tutor/action.h"
#include "tutor/run.h"
#include "tutor/time_marks.h"
#include "ui/screen.h"

namespace tenfold::ui {

// How high it is; in a low pane the strip itself is lower.
float timeline_height(bool low);

// Of one of the run's tracks, which all have the same time.
void draw_timeline(Screen& screen, const Rect& rect, const tutor::Run& run, std::size_t track,
                   std::vector<tutor::Action>& actions);

// The sign of a mark, told by its shape and not by its colour alone; x, y: its middle.
void draw_mark_sign(const Screen& screen, float x, float y, tutor::TimeMark::Kind kind);

}  // namespace tenfold::ui
