// The bar at the top of every screen: home, the rooms, the stages, day and night. What does not fit
// opens below it as a panel, over the page, which goes on.
#pragma once

#include "tutor/tutor.h"
#include "ui/screen.h"

namespace tenfold::ui {

// Which of its panels stands open.
enum class ShellPanel : std::uint8_t { none, more, stages };

struct ShellInput {
  const tutor::Tutor& tutor;
  ShellPanel& panel;
  Frame& frame;  // receives the actions, what was chosen of the looks, and the focus
};

// What the bar takes of the screen's top; 0 where there is none.
float shell_height(const Viewport& viewport);

// REQUIRES: no window is open: it lies in one of its own, over the others.
void draw_shell(Screen& screen, const ShellInput& input);

}  // namespace tenfold::ui
