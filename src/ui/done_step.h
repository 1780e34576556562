// A step of a lesson that is done: one line with what came out of it, which opens what was there.
#pragma once

#include "ui/page.h"

namespace tenfold::ui {

// What stands in place of a done step's section; true while that is to be open. `is_open`: it is
// now.
bool show_done_step(Page& page, tutor::Step step, bool is_open);

}  // namespace tenfold::ui
