// The run's buttons: play, pause, step, restart, speed; where there is room its traffic, too, and
// the way to its plots.
#pragma once

#include <string_view>
#include <vector>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/icons.h"
#include "ui/screen.h"

namespace tenfold::ui {

// A small button with a face of its own: `label` is drawn, `name` is what a screen reader says.
bool tool_button(Screen& screen, std::string_view key, std::string_view label,
                 std::string_view name, Rect rect, bool disabled = false,
                 std::string_view shortcut = {});
// The same with a sign for a label.
bool icon_button(Screen& screen, std::string_view key, Icon icon, std::string_view name, Rect rect,
                 bool disabled = false, std::string_view shortcut = {});

// How many requests come: a slider under its words. 44 px high.
void draw_traffic(Screen& screen, const Rect& space, const tutor::Run& run,
                  std::vector<tutor::Action>& actions);

// The one round button: whatever moves the run. `restarts`: once the run is over, it begins anew.
void draw_play(Screen& screen, float x, float y, const tutor::Tutor& tutor, bool restarts,
               std::vector<tutor::Action>& actions);

float run_controls_height(const Screen& screen);

// One row for the run on screen. `details`: whether its plots stand open, where that can be chosen;
// null: it can not. It is changed when the learner chooses.
void draw_run_controls(Screen& screen, float x, float y, float width, const tutor::Tutor& tutor,
                       bool* details, std::vector<tutor::Action>& actions);

}  // namespace tenfold::ui
