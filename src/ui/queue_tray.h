// Those that wait, as a line of dots in front of the part: it fills from the part outwards, and its
// rails say when the dots no longer fit and when no more are let in.
#pragma once

#include "model/system.h"
#include "ui/screen.h"

namespace tenfold::ui {

void draw_queue_tray(const Screen& screen, const Rect& tray, const model::PartState& part);

}  // namespace tenfold::ui
