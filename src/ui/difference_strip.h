// What a change makes of the numbers: of two runs in step, the last second of the one beside that
// of the other, each pair with two bars on one scale.
#pragma once

#include "model/system.h"
#include "ui/screen.h"

namespace tenfold::ui {

float difference_strip_height();
void draw_difference_strip(Screen& screen, const Rect& rect, const model::System& before,
                           const model::System& after);

}  // namespace tenfold::ui
