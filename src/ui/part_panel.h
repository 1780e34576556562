// The panel of the part that is picked out: what it is there for, its numbers, what its requests
// wait for, and what of it can be changed by hand. What it says is told by tutor/part_story.h.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "tutor/action.h"
#include "tutor/part_story.h"
#include "ui/screen.h"

namespace tenfold::ui {

inline constexpr float kPartPanelWidth = 268;  // beside a diagram; a sheet is as wide as there is

// What the panel remembers of its own looks: what does not fit in its height stands on further
// pages.
struct PartPanelLooks {
  tutor::Selection shown = {};
  std::size_t page = 0;
  // Where something was pressed last: what that does may deal the sections out anew, and the page
  // then is the one on which it stands.
  std::optional<std::size_t> pressed_section = {};
};

struct PartPanelInput {
  const tutor::Run& run;
  std::size_t track;
  const tutor::PartStory& story;
  PartPanelLooks& looks;
  std::vector<tutor::Action>& actions;
  bool closed = false;  // set when it was put away
};

// REQUIRES: the run's selection is that part of that track.
void draw_part_panel(Screen& screen, const Rect& rect, PartPanelInput& input);

}  // namespace tenfold::ui
