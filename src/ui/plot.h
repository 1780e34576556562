// A small plot over time, with its words for those who do not see it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/screen.h"

namespace tenfold::ui {

struct Series {
  std::string name;
  Color color = 0;
  bool dashed = false;         // told apart by more than colour
  std::vector<double> values;  // one a second, from second 1
};

struct Plot {
  std::string key;
  std::string title;
  std::string unit;
  double until_s = 60;                          // the x axis ends here
  double floor = 0;                             // the y axis reaches at least this
  bool logarithmic = false;                     // for times: 1 ms to 10 s in equal steps a tenfold
  std::string (*show)(double value) = nullptr;  // a value as a learner reads it
};

// Draws, lists an image with the plot in words and, where there are values, a table of them.
void draw_plot(Screen& screen, const Rect& rect, const Plot& plot, std::span<const Series> series);

}  // namespace tenfold::ui
