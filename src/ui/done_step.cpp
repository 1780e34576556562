// The result is taken from where its step shows it.
#include "ui/done_step.h"

#include <algorithm>
#include <string>

#include "tutor/debrief.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using tutor::LessonState;
using tutor::Step;

std::string said(const LessonState& at, const lesson::Prediction& predict) {
  if (at.prediction.chosen >= 0) {
    return predict.options[static_cast<std::size_t>(at.prediction.chosen)].text;
  }
  return at.prediction.drawing.drew ? "Drawn by hand" : "";
}

std::string answered(const tutor::Quiz& quiz) {
  const auto right = std::ranges::count_if(
      quiz.states, [](const tutor::QuestionState& state) { return state.right; });
  return quiz.states.empty()
             ? ""
             : std::to_string(right) + " of " + std::to_string(quiz.states.size()) + " right";
}

// What came out of a step; empty where it was only read.
std::string result_of(const LessonState& at, const lesson::Lesson& lesson, Step step) {
  switch (step) {
    case Step::predict:
      return said(at, lesson.predict);
    case Step::run:
      return at.facts.empty() ? "" : tutor::failures_in_words(at.facts);
    case Step::compare: {
      if (at.comparison.empty()) return "";
      const tutor::ComparisonRow& row = at.comparison.front();
      return row.name + ": " + row.before + " before, " + row.after + " after";
    }
    case Step::challenge:
      return at.challenge.met ? "Met" : "";
    case Step::questions:
      return answered(at.quiz);
    case Step::hook:
    case Step::walk:
    case Step::explain:
    case Step::worse:
    case Step::next:
      break;
  }
  return "";
}

}  // namespace

bool show_done_step(Page& page, Step step, bool is_open) {
  constexpr float kRow = 32;
  constexpr float kLeft = 28;
  constexpr float kSign = 12;
  constexpr float kGap = 16;
  Column& column = page.column;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const std::string_view title = tutor::step_title(step);
  const std::string result = result_of(page.at(), page.lesson, step);
  // Beside the title where there is room for all of it, else below.
  const float right = column.x() + column.width() - kSign;
  const float x = column.x() + kLeft;
  const float beside = x + text_width(screen, title, size::kOption) + kGap;
  const float width = text_width(screen, result, size::kSmall);
  const bool is_below = beside + width > right - kGap;
  const float height = std::max(is_below ? kRow + 16 : kRow, screen.target());
  Node node;
  node.id = node_id("done/" + std::string(title));
  node.role = Role::button;
  node.name = result.empty() ? title : std::string(title) + ": " + result;
  node.expanded = is_open ? 1 : 0;
  node.rect = {column.x(), column.y(), column.width(), height};
  const Pressed pressed = pressable(screen, std::move(node));
  const float y = column.y() + (is_below ? 16 : height / 2);
  draw_disc(screen, Icon::check, column.x() + 8, y, 8, c.accent_soft, c.accent);
  draw_text(screen, x, y - 9, title, size::kOption, pressed.hovered ? c.accent : c.text, is_open);
  draw_icon(screen, is_open ? Icon::up : Icon::down, right, y - kSign / 2, kSign, c.muted);
  const float left = is_below ? x : right - kGap - width;
  draw_text(screen, left, is_below ? y + 11 : y - 8,
            fit_text(screen, result, size::kSmall, right - kGap - left + 1), size::kSmall, c.muted);
  column.space(height);
  return pressed.pressed ? !is_open : is_open;
}

}  // namespace tenfold::ui
