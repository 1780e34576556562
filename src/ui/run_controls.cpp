// Buttons in one row that keep their places, so that a hand finds them again.
#include "ui/run_controls.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "tutor/facts.h"
#include "tutor/run.h"
#include "ui/shapes.h"

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

namespace {

constexpr float kGap = 8;
constexpr float kPlay = 42;

// Takes the press, draws the ground; the caller draws its face.
Pressed press_tool(Screen& screen, std::string_view key, std::string_view name, const Rect& rect,
                   bool disabled, std::string_view shortcut) {
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
  if (state.hovered) fill_rect(screen, rect, c.accent_soft);
  stroke_rect(screen, rect, disabled ? c.line : c.control);
  return state;
}

// Where the next button of the row stands.
struct Row {
  float left;
  float top;
  float height;
  float target;  // of a button

  Rect place(float width) {
    const Rect rect{left, top + (height - target) / 2, width, target};
    left += width + kGap;
    return rect;
  }
};

void draw_speed(Screen& screen, Row& row, const tutor::Run& run, std::vector<Action>& actions) {
  if (icon_button(screen, "run/slower", Icon::minus, "Slower", row.place(row.target))) {
    actions.push_back(tutor::SetSpeed{next_speed(run.speed, -1)});
  }
  const Rect rect = row.place(36);
  const std::string text = show_speed(run.speed);
  draw_text(screen, rect.x + (rect.width - text_width(screen, text, size::kButton, true)) / 2,
            rect.y + (rect.height - size::kButton) / 2 - 1, text, size::kButton, screen.colors.text,
            true);
  Node node;
  node.id = node_id("run/speed");
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = "Speed " + text;
  node.font_px = size::kButton;
  node.rect = rect;
  screen.mirror.add(std::move(node));
  if (icon_button(screen, "run/faster", Icon::plus, "Faster", row.place(row.target))) {
    actions.push_back(tutor::SetSpeed{next_speed(run.speed, 1)});
  }
}

// Whether it was pressed.
bool details_button(Screen& screen, const Rect& rect, bool is_open) {
  constexpr float kIcon = 16;
  const Palette& c = screen.colors;
  Node node;
  node.id = node_id("run/details");
  node.role = Role::button;
  node.name = "Details";
  node.expanded = is_open ? 1 : 0;
  node.rect = rect;
  fill_rect(screen, rect, is_open ? c.accent_soft : c.card);
  const Pressed state = pressable(screen, std::move(node));
  stroke_rect(screen, rect, state.hovered ? c.accent : c.control);
  draw_icon(screen, Icon::search, rect.x + 12, rect.y + (rect.height - kIcon) / 2, kIcon, c.accent);
  draw_text(screen, rect.x + 34, rect.y + (rect.height - size::kButton) / 2 - 1, "Details",
            size::kButton, c.accent, true);
  return state.pressed;
}

}  // namespace

bool tool_button(Screen& screen, std::string_view key, std::string_view label,
                 std::string_view name, Rect rect, bool disabled, std::string_view shortcut) {
  const Pressed state = press_tool(screen, key, name, rect, disabled, shortcut);
  const std::string shown = fit_text(screen, label, size::kButton, rect.width - 8, true);
  const float width = text_width(screen, shown, size::kButton, true);
  draw_text(screen, rect.x + (rect.width - width) / 2,
            rect.y + (rect.height - size::kButton) / 2 - 1, shown, size::kButton,
            disabled ? screen.colors.muted : screen.colors.accent, true);
  return state.pressed;
}

bool icon_button(Screen& screen, std::string_view key, Icon icon, std::string_view name, Rect rect,
                 bool disabled, std::string_view shortcut) {
  constexpr float kIcon = 18;
  const Pressed state = press_tool(screen, key, name, rect, disabled, shortcut);
  draw_icon(screen, icon, rect.x + (rect.width - kIcon) / 2, rect.y + (rect.height - kIcon) / 2,
            kIcon, disabled ? screen.colors.control : screen.colors.accent);
  return state.pressed;
}

void draw_traffic(Screen& screen, const Rect& space, const tutor::Run& run,
                  std::vector<Action>& actions) {
  constexpr float kWidest = 300;
  const std::string traffic =
      "Traffic: " + tutor::show_count(std::round(run.traffic() * 100)) + " % of the lesson's";
  draw_text(screen, space.x, space.y, fit_text(screen, traffic, size::kCaption, space.width),
            size::kCaption, screen.colors.text);
  Node node;
  node.id = node_id("traffic");
  node.name = "Traffic";
  node.value = traffic;
  node.now = run.traffic();
  node.low = 0;
  node.high = 3;
  node.step = 0.1;
  node.disabled = !run.may_touch();
  node.rect = {space.x, space.y + 18, std::min(space.width, kWidest), 24};
  if (const std::optional<double> moved = slider(screen, std::move(node))) {
    actions.push_back(tutor::SetTraffic{*moved});
  }
}

void draw_play(Screen& screen, float x, float y, const tutor::Tutor& tutor, bool restarts,
               std::vector<Action>& actions) {
  const tutor::Run& run = run_now(tutor);
  const Palette& c = screen.colors;
  const bool is_over = run.may_play() && run.finished();
  const bool anew = restarts && is_over && !run.playing;
  Node node;
  node.id = node_id(anew ? "run/restart" : run.playing ? "run/pause" : "run/play");
  node.role = Role::button;
  node.name = anew ? "Restart the run" : run.playing ? "Pause" : "Play";
  node.rect = {x, y, kPlay, kPlay};
  node.disabled = !run.playing && !anew && (is_over || !run.may_play());
  node.shortcut = " ";
  const bool is_still = node.disabled;
  const Pressed state = pressable(screen, std::move(node));
  const float middle = kPlay / 2;
  draw_disc(screen,
            anew          ? Icon::restart
            : run.playing ? Icon::pause
                          : Icon::play,
            x + middle, y + middle, middle,
            is_still        ? c.control
            : state.hovered ? c.text
                            : c.accent,
            is_still        ? c.card
            : state.hovered ? c.page
                            : c.on_accent);
  if (!state.pressed) return;
  if (anew) {
    actions.push_back(tutor::Restart{});
  } else if (run.playing) {
    actions.push_back(tutor::Pause{});
  } else {
    actions.push_back(tutor::Play{});
  }
}

float run_controls_height(const Screen& screen) { return std::max(kPlay, screen.target()); }

void draw_run_controls(Screen& screen, float x, float y, float width, const tutor::Tutor& tutor,
                       bool* details, std::vector<Action>& actions) {
  const tutor::Run& run = run_now(tutor);
  const bool none = !run.may_play();
  const bool over = !none && run.finished();
  Row row{x, y, run_controls_height(screen), screen.target()};
  draw_play(screen, row.left, y + (row.height - kPlay) / 2, tutor, false, actions);
  row.left += kPlay + kGap + 4;
  const float square = std::max(row.target, 40.0f);
  if (icon_button(screen, "run/step", Icon::step, "Step one event", row.place(square), none || over,
                  ".")) {
    actions.push_back(tutor::StepEvent{});
  }
  if (icon_button(screen, "run/restart", Icon::restart, "Restart the run", row.place(square),
                  none)) {
    actions.push_back(tutor::Restart{});
  }
  row.left += kGap;
  draw_speed(screen, row, run, actions);
  if (details == nullptr) return;

  constexpr float kDetails = 104;
  constexpr float kRoomForTraffic = 150;
  const Rect toggle{x + width - kDetails, y + (row.height - row.target) / 2, kDetails, row.target};
  row.left += 2 * kGap;
  if (const float room = toggle.x - row.left - 2 * kGap; room >= kRoomForTraffic) {
    draw_traffic(screen, {row.left, y, room, row.height}, run, actions);
  }
  if (details_button(screen, toggle, *details)) *details = !*details;
}

}  // namespace tenfold::ui
