// The numbers of a run's last second: offered, done, failed, p50, p99, number inside, cost; each
// with its curve so far.
#pragma once

#include "model/system.h"
#include "ui/screen.h"

namespace tenfold::ui {

float run_numbers_height(float width);

// `end_s` is when the run will end.
void draw_run_numbers(Screen& screen, float x, float y, float width, const model::System& system,
                      double end_s);

}  // namespace tenfold::ui
