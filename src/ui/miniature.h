// A system in small: a tile for each part, where it stands on its diagram, in the colour of its
// zone; what is new has a ring, what is in trouble its badge, what shares a machine a box.
#pragma once

#include <string_view>

#include "tutor/sketch.h"
#include "ui/screen.h"

namespace tenfold::ui {

void draw_miniature(const Screen& screen, const tutor::Sketch& sketch, const Rect& space);

// A system as it was and as it became, side by side, each listed as a picture in words.
void show_pair(Screen& screen, std::string_view key, const tutor::Sketch& before,
               const tutor::Sketch& after, const Rect& space);

}  // namespace tenfold::ui
