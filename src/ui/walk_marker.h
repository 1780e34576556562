// Where the followed request is: a ring around the part that works on it, or the request itself
// gliding along the link it crosses.
#pragma once

#include "tutor/tutor.h"
#include "ui/diagram_layout.h"
#include "ui/screen.h"

namespace tenfold::ui {

class WalkMarker {
 public:
  // Draws the present stop of the walk, if there is one.
  void draw(const Screen& screen, const DiagramPlaces& places, const tutor::WalkState& walk);
  bool moving(double now_s) const;

 private:
  int stop_ = -1;
  double since_s_ = -1e9;
};

}  // namespace tenfold::ui
