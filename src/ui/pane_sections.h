// What the sections of the pane share: on a wide screen and on a narrow one they show the same run.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "tutor/part_story.h"
#include "ui/pane.h"

namespace tenfold::ui {

inline constexpr float kPad = 12;
inline constexpr float kTitle = 24;
inline constexpr float kNote = 14;
inline constexpr float kLeastDiagram = 110;  // the height of a wide pane's

// One of the tracks on screen, with what its system is like in this frame.
struct ShownTrack {
  std::size_t index;
  const tutor::Track& track;
  Flights& flights;
  std::vector<model::PartState> parts;
};

// What the pane's sections share in a frame.
struct Pane {
  Screen& screen;
  const Rect& space;
  bool wide;
  PaneInput& input;
  const tutor::Run& run;
  std::vector<ShownTrack> tracks;

  float x() const { return space.x + kPad; }
  float width() const { return space.width - 2 * kPad; }
  float right() const { return x() + width(); }
  bool is_compared() const { return tracks.size() > 1; }
  bool shows_both() const { return is_compared() && wide; }
  bool shows_dots() const { return !screen.viewport.reduced_motion; }
  ShownTrack& shown() {
    return tracks[wide ? 0 : std::min(input.looks.shown_track, tracks.size() - 1)];
  }
};

// A track's diagram. `is_covered`: it is listed, but seen and pressed elsewhere.
void show_track(Screen& screen, const Rect& space, ShownTrack& shown, PaneInput& input,
                bool is_covered = false);
// Lets the learner's hand at the bench's board. Whether it is at work there, so that nothing else
// of the diagram is pressed; `shown`: what stands in these places.
bool use_board(Screen& screen, const Rect& space, const model::Scenario& shown,
               const DiagramPlaces& places, PaneInput& input);
// How the height below a wide pane's diagram is shared out.
struct BelowDiagram {
  float note = 0;
  float numbers = 0;
  float time = 0;
  float controls = 0;
  float plots = 0;
  float height() const {
    return note + numbers + 8 + time + 4 + controls + 8 + (plots > 0 ? plots + 8 : 0);
  }
};
// `width`: of the diagram.
BelowDiagram below_diagram(const Screen& screen, const Rect& space, float width, bool both,
                           bool has_plots);
// The height below a narrow pane's diagram.
float below_narrow_diagram(const Screen& screen, float width, PaneSize size);
// What the dots are, below the diagram.
void draw_note(Pane& pane, const Rect& diagram);
// What is told of the part that is picked out, as it is on its own track.
std::optional<tutor::PartStory> story_of_selected(const Pane& pane);
void show_part(Pane& pane, const Rect& rect, const tutor::PartStory& story);

// A system that is being put together and cannot run yet, with what it lacks.
void draw_draft(Screen& screen, const Rect& space, bool wide, PaneInput& input);

// What is below the head of a pane that is not wide.
void draw_narrow_sections(Pane& pane, float y);
void draw_embed(Pane& pane, float y);

}  // namespace tenfold::ui
