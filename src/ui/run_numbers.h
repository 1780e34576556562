// The numbers of a run's last second: offered, done, failed, p50, p99, number inside, cost; each
// with its curve so far.
#pragma once

#include <string_view>

#include "model/system.h"
#include "ui/screen.h"

namespace tenfold::ui {

float run_numbers_height(float width);

// `key` and `name` tell two rows on one screen apart; `end_s` is when the run will end.
void draw_run_numbers(Screen& screen, float x, float y, float width, std::string_view key,
                      std::string_view name, const model::System& system, double end_s);

}  // namespace tenfold::ui
