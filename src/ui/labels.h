// Words beside the curves of a plot, in place of a legend: each where there is room for it.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "ui/screen.h"

namespace tenfold::ui {

using Line = std::vector<ImVec2>;  // from left to right, in the layer's coordinates

// Places for words in a plot: none upon another, none upon a line.
class Labels {
 public:
  Labels(const Rect& area, std::vector<Line> lines) : area_(area), lines_(std::move(lines)) {}

  // Something else stands there.
  void take(const Rect& rect) { taken_.push_back(rect); }

  // Draws the words beside, above or below the line, as near to its end as there is room; not at
  // all where there is none.
  void put(const Screen& screen, std::string_view words, Color color, const Line& line);

 private:
  bool is_free(const Rect& rect) const;

  Rect area_;
  std::vector<Line> lines_;
  std::vector<Rect> taken_;
};

inline constexpr float kLabelPx = 13;

}  // namespace tenfold::ui
