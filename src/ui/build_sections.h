// The sections of the bench's column, which share the page and the draft that is on it.
#pragma once

#include "tutor/build_room.h"
#include "ui/page.h"

namespace tenfold::ui {
inline namespace later {

// What the sections share in a frame.
struct BuildView {
  Page& page;
  const tutor::BuildState& state;

  Column& column() const { return page.column; }
  const design::Draft& draft() const { return state.history.draft(); }
  void edit(design::Step step) const { page.act(tutor::EditDraft{std::move(step)}); }
};

// The problems that one can design for.
void show_problems(const BuildView& view);
// The one that is being designed for.
void show_problem(const BuildView& view);
// All that is known of one part, and can be done to it.
void show_inspector(const BuildView& view, const model::PartSpec& part);
// What the system is to be good for, and how the run on screen does.
void show_build_goals(const BuildView& view);
// What can happen to it, now and at a time.
void show_trouble(const BuildView& view);

}  // namespace later
}  // namespace tenfold::ui
