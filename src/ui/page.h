// A page to read and act on: the lesson's, or a room's. What its functions write goes into a
// column; what the learner does there becomes actions.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/column.h"

namespace tenfold::ui {

struct PaneInput;

struct Page {
  Column& column;
  const tutor::Tutor& tutor;
  const lesson::Lesson& lesson;
  std::vector<tutor::Action>& actions;
  PaneInput& pane;  // for a page that shows the run itself
  // Where in a room the learner is, such as the question asked; when it changes the room's first
  // words, or those from here on, take the focus.
  int place = 0;
  float place_y = 0;
  std::size_t place_node = 0;  // of the mirror's

  const tutor::LessonState& at() const { return tutor.at; }
  bool is_current(tutor::Step step) const { return tutor.at.step == step; }
  // The same page, written into another column.
  Page in(Column& other) const {
    return {.column = other, .tutor = tutor, .lesson = lesson, .actions = actions, .pane = pane};
  }
  void act(tutor::Action action) const { actions.push_back(std::move(action)); }
  // Paragraphs with the run's facts filled in.
  void say(std::string_view key, const lesson::Paragraphs& text, Tone tone = Tone::normal) const;
  // The button that opens the next step, shown while this step is the last one open.
  void proceed(tutor::Step step, std::string_view label) const;
};

}  // namespace tenfold::ui
