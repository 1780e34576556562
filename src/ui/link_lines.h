// Links as lines: a thin core, a body around it as wide as its traffic, a tip at the receiver, a
// cross where it is cut.
#pragma once

#include "model/system.h"
#include "ui/diagram_layout.h"
#include "ui/screen.h"

namespace tenfold::ui {

struct LinkLooks {
  Color hue = 0;        // of the zone it leads to
  double rate_rps = 0;  // about how many requests a second take it
  model::Health health = model::Health::up;
  bool is_chosen = false;
  bool is_order = false;  // a scaler's: it carries no requests
};

void draw_link(const Screen& screen, const LinkPlace& link, const LinkLooks& looks);
// A link's line, its turns rounded.
void stroke_link(const Screen& screen, const LinkPlace& link, Color color, float thickness);

}  // namespace tenfold::ui
