// Three rows: marks that can be pressed, the strip that is dragged, and the times below it.
#include "ui/timeline.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "model/load_shape.h"
#include "tutor/facts.h"
#include "tutor/time_marks.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

constexpr float kMarks = 24;
constexpr float kStrip = 60;
constexpr float kLowStrip = 30;
constexpr float kFoot = 22;
constexpr float kFootPx = 11;
constexpr float kThumb = 10;  // half of the page's own, whose middle stands at the moment

// Where times and rates stand on the strip.
struct Scale {
  Rect strip;
  double end_s = 1;
  double top_rps = 1;

  float x(double at_s) const {
    return strip.x + kThumb +
           (strip.width - 2 * kThumb) *
               static_cast<float>(std::clamp(at_s / std::max(end_s, 1e-9), 0.0, 1.0));
  }
  float height(double rps) const {
    return (strip.height - 3) * static_cast<float>(std::min(rps / top_rps, 1.0));
  }
};

struct Drawn {
  Screen& screen;
  const tutor::Run& run;
  const tutor::Track& track;
  Scale scale;
  std::vector<tutor::TimeMark> marks;
  std::vector<model::LoadShape> planned;

  double planned_rps(double at_s) const {
    double rps = 0;
    for (const model::LoadShape& shape : planned)
      rps += shape.expected_rps(sim::from_seconds(at_s));
    return rps;
  }
  double now_s() const { return sim::to_seconds(run.destination()); }
};

double offered_rps(const model::Sample& sample) { return sample.per_second(sample.counts.offered); }

// What is to come by the lesson's plan, as a dashed line from where the run has come to.
void draw_plan(const Drawn& drawn, float from_x) {
  constexpr float kStep = 6;
  const Scale& scale = drawn.scale;
  const float bottom = scale.strip.y + scale.strip.height;
  const float whole = scale.x(scale.end_s) - scale.x(0);
  float last_x = 0;
  float last_y = 0;
  for (float x = std::max(from_x, scale.x(0)); x <= scale.x(scale.end_s); x += kStep) {
    const double at_s = scale.end_s * static_cast<double>((x - scale.x(0)) / whole);
    const float y = bottom - scale.height(drawn.planned_rps(at_s));
    if (last_x > 0) {
      draw_dashed_line(drawn.screen, last_x, last_y, x, y, drawn.screen.colors.control, 1.5f, 3, 3);
    }
    last_x = x;
    last_y = y;
  }
}

// Load from below, failures from above, on one scale: what has been lived through is filled, what
// is to come is a dashed line.
void draw_load(const Drawn& drawn) {
  const Screen& screen = drawn.screen;
  const Palette& c = screen.colors;
  const Scale& scale = drawn.scale;
  const float bottom = scale.strip.y + scale.strip.height;
  float last_x = scale.x(0);
  float last_y = bottom;
  for (const model::Sample& sample : drawn.track.timeline.seen()) {
    const float x = scale.x(sample.at_s);
    if (x - last_x < 1) continue;
    if (sample.at_s > drawn.now_s() + sample.span_s) break;
    const float y = bottom - scale.height(offered_rps(sample));
    const float failed = scale.height(sample.per_second(sample.counts.failed));
    fill_below(screen, last_x, last_y, x, y, bottom - 1, faded(c.accent, 0.16f));
    fill_rect(screen, {last_x, scale.strip.y + 1, x - last_x, failed}, faded(c.bad, 0.75f), 0);
    draw_line(screen, last_x, last_y, x, y, c.accent, 2);
    last_x = x;
    last_y = y;
  }
  draw_plan(drawn, last_x);
}

Color sign_color(const Palette& c, tutor::TimeMark::Kind kind) {
  using Kind = tutor::TimeMark::Kind;
  if (kind == Kind::warning) return c.strained;
  return kind == Kind::failure ? c.bad : c.control;
}

}  // namespace

void draw_mark_sign(const Screen& screen, float x, float y, tutor::TimeMark::Kind kind) {
  using Kind = tutor::TimeMark::Kind;
  constexpr float kDisc = 8.5f;
  const Palette& c = screen.colors;
  switch (kind) {
    case Kind::warning:
      draw_badge(screen, model::Health::strained, x, y);
      return;
    case Kind::failure:
      draw_badge(screen, model::Health::overloaded, x, y);
      return;
    case Kind::kill:
      draw_disc(screen, Icon::kill, x, y, kDisc, c.dead, c.on_dead);
      return;
    case Kind::heal:
      draw_disc(screen, Icon::heal, x, y, kDisc, c.good, c.card);
      return;
    case Kind::change:
      draw_disc(screen, Icon::pencil, x, y, kDisc, c.accent, c.on_accent);
      return;
  }
}

namespace {

// What the curve is.
void draw_caption(const Drawn& drawn) {
  constexpr float kRoom = 50;
  const Rect& strip = drawn.scale.strip;
  if (strip.height < kRoom) return;
  draw_text(drawn.screen, strip.x + 8, strip.y + 5, "requests a second", kFootPx,
            drawn.screen.colors.muted);
}

// In a row, none over another; each points to its moment.
void draw_marks(const Drawn& drawn, std::vector<tutor::Action>& actions) {
  Screen& screen = drawn.screen;
  const Scale& scale = drawn.scale;
  const float right = scale.strip.x + scale.strip.width;
  float free_from = scale.strip.x;
  for (std::size_t i = 0; i < drawn.marks.size(); ++i) {
    const tutor::TimeMark& mark = drawn.marks[i];
    const float x = scale.x(mark.at_s);
    const float left = std::max(x - kMarks / 2, free_from);
    if (left + kMarks > right) break;
    free_from = left + kMarks;
    Node node;
    node.id = node_id("timeline/mark" + std::to_string(i));
    node.role = Role::button;
    node.name = tutor::show_clock(mark.at_s) + ": " + mark.words;
    node.disabled = !drawn.run.may_play();
    node.rect = {left, scale.strip.y - kMarks, kMarks, kMarks};
    const Pressed state = pressable(screen, std::move(node));
    const float middle = left + kMarks / 2;
    const float top = scale.strip.y - kMarks / 2;
    const Color color = faded(screen.colors.text, state.hovered ? 0.8f : 0.4f);
    draw_line(screen, middle, top + 8, x, scale.strip.y, color, 1);
    draw_dashed_line(screen, x, scale.strip.y, x, scale.strip.y + scale.strip.height,
                     sign_color(screen.colors, mark.kind), 1.25f, 2, 3);
    draw_mark_sign(screen, middle, top, mark.kind);
    if (state.pressed) actions.push_back(tutor::GoTo{mark.at_s});
  }
}

void draw_handle(const Drawn& drawn, std::vector<tutor::Action>& actions) {
  Screen& screen = drawn.screen;
  const Scale& scale = drawn.scale;
  const Rect& strip = scale.strip;
  Node node;
  node.id = node_id("timeline");
  node.role = Role::slider;
  node.layer = screen.layer;
  node.name = "Moment of the run";
  node.value = tutor::moment_in_words(drawn.track, drawn.marks, drawn.run.destination());
  node.now = drawn.now_s();
  node.high = scale.end_s;
  node.step = 0.1;
  node.stride = 1;
  node.disabled = !drawn.run.may_play();
  node.rect = strip;
  const float x = scale.x(drawn.now_s());
  const Color color = screen.colors.text;
  draw_line(screen, x, strip.y, x, strip.y + strip.height, color, 2);
  ImGui::GetWindowDrawList()->AddCircleFilled(screen.at(x, strip.y + strip.height), 6.5f, color);
  draw_focus(screen, node);
  if (const std::optional<double> moved = moved_to(screen, node)) {
    actions.push_back(tutor::GoTo{*moved});
  }
  screen.mirror.add(std::move(node));
}

// What is to be known before one goes on from here; otherwise where the strip begins and ends.
void draw_foot(const Drawn& drawn) {
  Screen& screen = drawn.screen;
  const Rect& strip = drawn.scale.strip;
  const float y = strip.y + strip.height + 5;
  const std::string lost = tutor::would_be_lost(drawn.track);
  std::string words;
  if (!lost.empty()) {
    words = "What you do here takes the place of what you did later: " + lost;
  } else if (drawn.run.journey && drawn.track.timeline.keeps_only_the_start()) {
    words = "So large a run is made anew from its start: going back takes longer";
  }
  if (words.empty()) {
    const std::string end = tutor::show_clock(drawn.scale.end_s);
    draw_text(screen, strip.x, y, "0:00", kFootPx, screen.colors.muted);
    draw_text(screen, strip.x + strip.width - text_width(screen, end, kFootPx), y, end, kFootPx,
              screen.colors.muted);
    // The moment hangs below the handle, as a plate of its own.
    const std::string now = tutor::show_clock(drawn.now_s());
    constexpr float kPlate = 17;
    const float width = text_width(screen, now, kFootPx, true) + kPlate * 0.8f;
    const float middle = std::clamp(drawn.scale.x(drawn.now_s()) - width / 2, strip.x + 30,
                                    strip.x + strip.width - 30 - width);
    draw_pill(screen, middle, y + 3, kPlate, now, kFootPx, screen.colors.text, screen.colors.page,
              screen.colors.text);
    return;
  }
  Node node;
  node.id = node_id("timeline/note");
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = words;
  node.font_px = kFootPx;
  node.rect = {strip.x, y, strip.width, kFoot};
  draw_text(screen, strip.x, y, fit_text(screen, words, kFootPx, strip.width), kFootPx,
            screen.colors.strained_text);
  screen.mirror.add(std::move(node));
}

}  // namespace

float timeline_height(bool low) { return kMarks + (low ? kLowStrip : kStrip) + kFoot; }

void draw_timeline(Screen& screen, const Rect& rect, const tutor::Run& run, std::size_t track,
                   std::vector<tutor::Action>& actions) {
  const tutor::Track& shown = run.tracks[track];
  Drawn drawn{screen, run, shown, {}, tutor::marks_of(shown), load_shapes(shown.system())};
  drawn.scale.strip = {rect.x, rect.y + kMarks, rect.width, rect.height - kMarks - kFoot};
  drawn.scale.end_s = sim::to_seconds(run.end());
  for (const model::LoadShape& shape : drawn.planned) drawn.scale.top_rps += shape.highest_rps();
  for (const model::Sample& sample : drawn.track.timeline.seen()) {
    drawn.scale.top_rps = std::max(drawn.scale.top_rps, offered_rps(sample));
  }
  drawn.scale.top_rps *= 1.25;  // the caption stands above
  draw_card(screen, drawn.scale.strip, Depth::card, size::kRound);
  draw_load(drawn);
  draw_caption(drawn);
  draw_marks(drawn, actions);
  draw_handle(drawn, actions);
  draw_foot(drawn);
}

}  // namespace tenfold::ui
