// The live pane: diagram, numbers, plots and the controls of the run. Beside the lesson on a wide
// screen, above it on a phone.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/board_hand.h"
#include "ui/diagram_layout.h"
#include "ui/failure_labels.h"
#include "ui/flights.h"
#include "ui/folded_diagram.h"
#include "ui/part_panel.h"
#include "ui/screen.h"
#include "ui/walk_marker.h"

namespace tenfold::ui {

// How much of a narrow screen the pane takes: time and play alone, what leaves room for the lesson,
// or all.
enum class PaneSize : std::uint8_t { small, half, full };
inline constexpr int kPaneSizes = static_cast<int>(PaneSize::full) + 1;

// What the pane remembers of its own looks.
struct PaneLooks {
  PaneSize size = PaneSize::half;
  std::size_t shown_track = 1;         // of several in step, which one a narrow pane shows
  std::vector<Flights> flights;        // by track
  std::vector<FailureSites> failures;  // the same
  WalkMarker walk_marker;
  PartPanelLooks part_panel;
  bool has_details = false;  // whether a wide pane's plots stand open
  OpenZone open_zone;        // of a folded diagram
  BoardHand hand;            // over the bench
  std::vector<Dot> dots;     // of this frame, in screen coordinates
  // Whose dots are in the air: those of another run, or of before a jump, are not.
  bool of_lesson = true;
  std::uint32_t number = 0;
  std::uint32_t jumps = 0;

  bool are_dots_in_the_air() const;
};

struct PaneInput {
  const tutor::Tutor& tutor;
  PaneLooks& looks;
  std::vector<tutor::Action>& actions;
  void (*at_dots)(void* context);  // called once, where the dots belong in the drawing order
  void* context;
  std::array<float, kPaneSizes> heights = {};  // of a narrow pane, by its size
  bool lesson_below = false;  // the pane fills the screen: offer the way to the lesson
  bool to_lesson = false;     // set when that way was taken
  std::optional<std::uint32_t> focus = {};  // set when this node is to take the focus
};

// The heights that a pane may take when it stands above the lesson, at most `room`.
// `scenario`: what it shows, in so many tracks.
std::array<float, kPaneSizes> narrow_pane_heights(const Viewport& viewport, float room,
                                                  const model::Scenario& scenario,
                                                  std::size_t tracks, OpenZone open);

// A wide pane can show the run's plots too; a narrow one leaves them to the lesson column.
void draw_pane(Screen& screen, const Rect& space, bool wide, PaneInput& input);

// The run's diagram alone with its requests, as a picture in a page.
void draw_run_picture(Screen& screen, const Rect& space, PaneInput& input);

}  // namespace tenfold::ui
