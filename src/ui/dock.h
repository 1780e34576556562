// The foot of a narrow screen, where the one main button of what is read stands in reach of a thumb
// wherever the page is scrolled to.
#pragma once

#include <string>

#include "ui/screen.h"

namespace tenfold::ui {

class Dock {
 public:
  // `screen`: of the layer that stays. The button is as wide as what is read.
  Dock(Screen& screen, float x, float width) : screen_(screen), x_(x), width_(width) {}

  static constexpr float kHeight = 72;

  bool is_taken() const { return is_taken_; }
  // Takes the button in: lists it, and says whether it was pressed. REQUIRES: it is not taken.
  bool press(Node node, std::string label);
  // Draws it, over what is read.
  void draw() const;

 private:
  Screen& screen_;
  float x_;
  float width_;
  bool is_taken_ = false;
  bool is_hovered_ = false;
  std::string label_;
  Node node_;
};

}  // namespace tenfold::ui
