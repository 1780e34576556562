// Buttons in one row that keep their places, so that a hand finds them again.
#include "ui/run_controls.h"

#include <algorithm>
#include <string>

#include "tutor/facts.h"
#include "tutor/run.h"

namespace tenfold::ui {

using tutor::Action;

namespace {

std::string show_speed(double speed) {
  if (speed == 0.25) return "¼×";
  if (speed == 0.5) return "½×";
  return tutor::show_count(speed) + "×";
}

double next_speed(double speed, int direction) {
  const std::span<const double> speeds = tutor::speeds();
  const auto faster = std::upper_bound(speeds.begin(), speeds.end(), speed);
  const auto wanted = faster - speeds.begin() - 1 + direction;
  const auto last = static_cast<std::ptrdiff_t>(speeds.size()) - 1;
  return speeds[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last))];
}

}  // namespace

bool tool_button(Screen& screen, std::string_view key, std::string_view label,
                 std::string_view name, Rect rect, bool disabled, std::string_view shortcut) {
  const Palette& c = screen.colors;
  Node node;
  node.id = node_id(key);
  node.role = Role::button;
  node.name = name;
  node.rect = rect;
  node.disabled = disabled;
  node.shortcut = shortcut;
  fill_rect(screen, rect, c.card);
  const Pressed state = pressable(screen, std::move(node));
  if (state.hovered) fill_rect(screen, rect, faded(c.accent, 0.12f));
  stroke_rect(screen, rect, c.control);
  const float width = text_width(screen, label, 14, true);
  draw_text(screen, rect.x + (rect.width - width) / 2, rect.y + (rect.height - 14) / 2 - 1, label,
            14, disabled ? c.muted : c.accent, true);
  return state.pressed;
}

void draw_run_controls(Screen& screen, float x, float y, float width, const tutor::Tutor& tutor,
                       std::vector<Action>& actions) {
  const tutor::Run& run = run_now(tutor);
  const bool none = !run.may_play();
  const bool over = !none && run.finished();
  const float height = screen.target();
  const float unit = (width - 5 * 6) / 11;
  float left = x;
  const auto place = [&](float units) {
    const Rect rect{left, y, unit * units, height};
    left += rect.width + 6;
    return rect;
  };
  if (run.playing) {
    if (tool_button(screen, "run/pause", "Pause", "Pause", place(2.4f), false, " ")) {
      actions.push_back(tutor::Pause{});
    }
  } else {
    if (tool_button(screen, "run/play", "Play", "Play", place(2.4f), none || over, " ")) {
      actions.push_back(tutor::Play{});
    }
  }
  if (tool_button(screen, "run/step", "Step", "Step one event", place(2.2f), none || over, ".")) {
    actions.push_back(tutor::StepEvent{});
  }
  if (tool_button(screen, "run/restart", "Restart", "Restart the run", place(2.8f), none)) {
    actions.push_back(tutor::Restart{});
  }
  if (tool_button(screen, "run/slower", "−", "Slower", place(1.1f))) {
    actions.push_back(tutor::SetSpeed{next_speed(run.speed, -1)});
  }
  const Rect speed = place(1.4f);
  const std::string text = show_speed(run.speed);
  draw_text(screen, speed.x + (speed.width - text_width(screen, text, 14, true)) / 2,
            speed.y + (height - 14) / 2 - 1, text, 14, screen.colors.text, true);
  Node node;
  node.id = node_id("run/speed");
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = "Speed " + text;
  node.font_px = 14;
  node.rect = speed;
  screen.mirror.add(std::move(node));
  if (tool_button(screen, "run/faster", "+", "Faster", place(1.1f))) {
    actions.push_back(tutor::SetSpeed{next_speed(run.speed, 1)});
  }
}

}  // namespace tenfold::ui
