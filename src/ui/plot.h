// A small plot of a run over time, with its words for those who do not see it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/system.h"
#include "ui/screen.h"

namespace tenfold::ui {

// One number of each of a run's samples.
struct Series {
  std::string_view name;
  Color color = 0;
  bool dashed = false;  // told apart by more than colour
  double (*value)(const model::Sample& sample) = nullptr;
  std::span<const model::Sample> samples = {};

  // Instead of `value`: of one of the parts.
  double (*of_part)(const model::Sample& sample, std::size_t part) = nullptr;
  std::size_t part = 0;

  double at(std::size_t index) const {
    return of_part != nullptr ? of_part(samples[index], part) : value(samples[index]);
  }
};

struct Plot {
  std::string key;
  std::string title;
  double until_s = 60;                          // the x axis ends here
  double floor = 0;                             // the y axis reaches at least this
  bool logarithmic = false;                     // for times: 1 ms to 10 s in equal steps a tenfold
  std::string (*show)(double value) = nullptr;  // a value as a learner reads it
  std::optional<double> limit = {};             // a dashed line where it is within reach, and words
};

// Draws, lists an image with the plot in words and, where there are values, a table of them.
void draw_plot(Screen& screen, const Rect& rect, const Plot& plot, std::span<const Series> series);

}  // namespace tenfold::ui
