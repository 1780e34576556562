// On a phone, from top to bottom: the diagram, its numbers, play beside time, and the grip that
// makes all of it larger or smaller. In a small embed: the diagram, and a foot that says what it
// shows.
#include <algorithm>
#include <cmath>

#include "tutor/debrief.h"
#include "ui/pane_sections.h"
#include "ui/run_controls.h"
#include "ui/run_numbers.h"
#include "ui/text_blocks.h"
#include "ui/timeline.h"
#include "ui/waterfall.h"

namespace tenfold::ui {
namespace {

constexpr float kGrip = 24;       // the foot, by which the size is chosen
constexpr float kEmbedFoot = 82;  // below the diagram of a small embed

// The diagram or what lies over it and as far below it as that: whether anything does.
bool draw_narrow_picture(Pane& pane, const Rect& diagram, float below) {
  Screen& screen = pane.screen;
  const std::optional<tutor::PartStory> part = story_of_selected(pane);
  const Rect cover{diagram.x, diagram.y, diagram.width, diagram.height + below};
  const bool is_covered = part || pane.run.inspection;
  {
    const Covered covered(is_covered);
    show_track(screen, diagram, pane.shown(), pane.input, is_covered);
  }
  if (part) {
    show_part(pane, cover, *part);
  } else if (pane.run.inspection) {
    draw_waterfall(screen, cover, pane.run, pane.input.actions);
  }
  if (!is_covered) pane.input.at_dots(pane.input.context);
  return is_covered;
}

// Play and the run's time side by side, in this width.
void draw_transport(Pane& pane, float x, float y, float width) {
  constexpr float kPlay = 54;  // with its gap
  const float time = timeline_height(true);
  draw_play(pane.screen, x, y + time / 2 - 20, pane.input.tutor, true, pane.input.actions);
  draw_timeline(pane.screen, {x + kPlay, y, width - kPlay, time}, pane.run, pane.shown().index,
                pane.input.actions);
}

// By its foot a narrow pane is made larger and smaller: dragged, or step by step with buttons.
void draw_grip(Pane& pane) {
  Screen& screen = pane.screen;
  const Palette& c = screen.colors;
  PaneLooks& looks = pane.input.looks;
  const float bottom = pane.space.y + pane.space.height;
  const float middle = pane.space.x + pane.space.width / 2;
  const float target = screen.viewport.touch ? size::kTouchTarget : kGrip;
  draw_line(screen, pane.space.x, bottom - 0.5f, pane.space.x + pane.space.width, bottom - 0.5f,
            c.line);
  const Rect pill{middle - 18, bottom - 15, 36, 12};
  fill_rect(screen, pill, c.pane, 6);
  stroke_rect(screen, pill, c.soft, 1, 6);
  draw_line(screen, middle - 9, bottom - 9, middle + 9, bottom - 9, c.control, 2);
  const int now = static_cast<int>(looks.size);
  const auto step = [&](int by, Icon icon, std::string_view name) {
    const bool is_last = now + by < 0 || now + by >= kPaneSizes;
    const float x = middle + static_cast<float>(by) * 56;
    Node node;
    node.id = node_id(name);
    node.role = Role::button;
    node.name = name;
    node.disabled = is_last;
    node.rect = {x - target / 2, bottom - target, target, target};
    if (pressable(screen, std::move(node)).pressed) looks.size = static_cast<PaneSize>(now + by);
    draw_icon(screen, icon, x - 7, bottom - 16, 14, is_last ? c.soft : c.muted);
  };
  step(-1, Icon::up, "Show less of the system");
  step(1, Icon::down, "Show more of the system");
  Node grip;
  grip.id = node_id("pane/grip");
  grip.name = "Grip below the system: drag it up or down";
  grip.rect = {middle - 32, bottom - target, 64, target};
  const std::optional<Stroke> stroke = drawable(screen, std::move(grip));
  if (!stroke || stroke->from.y == stroke->to.y) return;
  const float wanted = stroke->to.y - pane.space.y;
  const auto& heights = pane.input.heights;
  const auto nearest = std::min_element(heights.begin(), heights.end(), [&](float a, float b) {
    return std::fabs(a - wanted) < std::fabs(b - wanted);
  });
  looks.size = static_cast<PaneSize>(nearest - heights.begin());
}

}  // namespace

float below_narrow_diagram(const Screen& screen, float width, PaneSize size) {
  const float below = run_numbers_height(width) + timeline_height(true) + kGrip;
  if (size != PaneSize::full) return below;
  return below + (screen.viewport.reduced_motion ? 0 : kNote) + run_controls_height(screen) + 4;
}

// Above the lesson, as large as the learner wants it.
void draw_narrow_sections(Pane& pane, float y) {
  Screen& screen = pane.screen;
  const float x = pane.x();
  const float width = pane.width();
  const PaneSize size = pane.input.looks.size;
  const float foot = pane.space.y + pane.space.height - kGrip;
  const bool is_full = size == PaneSize::full;
  const float time = timeline_height(true);
  const float controls = is_full ? run_controls_height(screen) + 4 : 0;
  const float time_y = foot - controls - time;
  if (size != PaneSize::small) {
    const float numbers = run_numbers_height(width);
    const float numbers_y = foot + kGrip - below_narrow_diagram(screen, width, size);
    if (!draw_narrow_picture(pane, {x, y, width, numbers_y - y}, numbers)) {
      draw_run_numbers(screen, x, numbers_y, width, pane.shown().track.system(),
                       sim::to_seconds(pane.run.end()));
    }
    if (is_full) draw_note(pane, {x, y, width, numbers_y + numbers - y});
  }
  if (is_full) {
    draw_timeline(screen, {x, time_y, width, time}, pane.run, pane.shown().index,
                  pane.input.actions);
    draw_run_controls(screen, x, foot - controls, width, pane.input.tutor, nullptr,
                      pane.input.actions);
  } else {
    draw_transport(pane, x, time_y, width);
  }
  draw_grip(pane);
}

// In a small embed: the diagram, and below it play, what the run shows, and its curve.
void draw_embed(Pane& pane, float y) {
  constexpr float kCurve = 176;
  constexpr float kPx = 14;
  Screen& screen = pane.screen;
  const Palette& c = screen.colors;
  const float x = pane.x();
  const float foot = pane.space.y + pane.space.height - kEmbedFoot;
  if (draw_narrow_picture(pane, {x, y, pane.width(), foot - 2 - y}, kEmbedFoot + 2)) return;
  fill_rect(screen, {pane.space.x, foot, pane.space.width, kEmbedFoot}, c.card, 0);
  draw_line(screen, pane.space.x, foot, pane.space.x + pane.space.width, foot, c.line);
  draw_play(screen, x, foot + 20, pane.input.tutor, true, pane.input.actions);
  const float curve_x = pane.right() - kCurve;
  draw_timeline(screen, {curve_x, foot, kCurve, timeline_height(true)}, pane.run,
                pane.shown().index, pane.input.actions);
  const tutor::LessonState& at = pane.input.tutor.at;
  const std::string claim = at.prediction.is_settled() ? tutor::failures_in_words(at.facts)
                            : at.open                  ? tutor::current(pane.input.tutor).hook.title
                                                       : std::string();
  if (claim.empty()) return;
  const float left = x + 54;
  const TextBlock& block =
      screen.texts.get(screen, node_id("embed/claim"), claim, curve_x - left - 12, {.px = kPx});
  const float height = static_cast<float>(block.lines.count) * kPx * 1.4f;
  draw_block(screen, block, left, foot + (kEmbedFoot - height) / 2, kPx * 1.4f, {.px = kPx},
             c.text);
  Node node;
  node.id = node_id("embed/claim");
  node.layer = screen.layer;
  node.name = block.plain;
  node.font_px = kPx;
  node.rect = {left, foot + (kEmbedFoot - height) / 2, curve_x - left - 12, height};
  screen.mirror.add(std::move(node));
}

std::array<float, kPaneSizes> narrow_pane_heights(const Viewport& viewport, float room,
                                                  const model::Scenario& scenario,
                                                  std::size_t tracks, OpenZone open) {
  constexpr float kTop = 6;
  constexpr float kMost = 300;  // of a diagram
  const float width = viewport.width - 2 * kPad;
  const float small = kTop + timeline_height(true) + kGrip;
  const float head = tracks > 1 ? kTitle : 0;
  const float around = small + head + run_numbers_height(width);
  const float least = is_folded(scenario, width)
                          ? folded_height(scenario, open)
                          : std::clamp(least_diagram_height(scenario), 146.0f, 260.0f);
  const float half = std::clamp(viewport.height * 0.46f, around + least, around + kMost);
  return {small + head, std::min(half, room), room};
}

}  // namespace tenfold::ui
