// A system in small: a tile for each part, where it stands on its diagram, in the colour of its
// zone; what is new has a ring.
#pragma once

#include "tutor/home_room.h"
#include "ui/screen.h"

namespace tenfold::ui {

void draw_miniature(const Screen& screen, const tutor::Station& station, const Rect& space);

}  // namespace tenfold::ui
