// A curve over time that a learner draws before a run, and the run's over it: one plot for
// questions and predictions.
#pragma once

#include <string>
#include <vector>

#include "tutor/drawing.h"
#include "ui/column.h"

namespace tenfold::ui {

struct DrawnCurve {
  std::string key;
  const lesson::Curve& curve;
  const tutor::Drawing& drawing;
  bool open = false;  // it can be drawn now
};

struct PointMove {
  int point;
  double value;
};

// Draws and lists the plot. Which points were moved, by pointer or by keyboard.
std::vector<PointMove> show_drawn_curve(Column& column, const DrawnCurve& shown);

// What a curve that is not drawn into takes of the column.
float drawn_curve_height();

}  // namespace tenfold::ui
