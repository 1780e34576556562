// The run's buttons: play, pause, step, restart, speed.
#pragma once

#include <string_view>
#include <vector>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/screen.h"

namespace tenfold::ui {

// A small button with a face of its own: `label` is drawn, `name` is what a screen reader says.
bool tool_button(Screen& screen, std::string_view key, std::string_view label,
                 std::string_view name, Rect rect, bool disabled = false,
                 std::string_view shortcut = {});

// One row, Screen::target() high, for the run on screen.
void draw_run_controls(Screen& screen, float x, float y, float width, const tutor::Tutor& tutor,
                       std::vector<tutor::Action>& actions);

}  // namespace tenfold::ui
