// A value that goes up and down: its name over it, and at the right a button each way.
#pragma once

#include <string>
#include <string_view>

#include "ui/column.h"
#include "ui/screen.h"

namespace tenfold::ui {

struct Stepper {
  std::string words;  // "Queue limit"
  std::string value;  // "1,000 requests"
  std::string less;   // what the buttons are called: "Workers: down to 8 workers"
  std::string more;
  bool can_less = true;
  bool can_more = true;
};

// As high as a target, across `width`. -1, 1: it was stepped down, or up; else 0.
int draw_stepper(Screen& screen, std::string_view key, float x, float y, float width,
                 const Stepper& stepper);
// The same as the next line of a column.
int show_stepper(Column& column, std::string_view key, const Stepper& stepper);

}  // namespace tenfold::ui
