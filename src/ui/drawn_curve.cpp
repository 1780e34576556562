// The plot is drawn into with one stroke; the same points are sliders, one above each time, for the
// keyboard and for the mirror. The pointer's picture lies over them.
#include "ui/drawn_curve.h"

#include <algorithm>
#include <cmath>

#include "tutor/facts.h"
#include "ui/labels.h"
#include "ui/listed_table.h"

namespace tenfold::ui {
namespace {

constexpr float kHeight = 200;      // of the axes
constexpr float kWidest = 560;      // of the plot
constexpr float kPx = 11;           // of words on the axes
constexpr float kSide = 14;         // beside the first and the last point
constexpr float kSliderWidth = 24;  // the least that a target may have

// Where times and values stand, and what is drawn there.
struct Axes {
  Screen& screen;
  const DrawnCurve& shown;
  Rect area;
  std::vector<double> moments;  // of the run's values

  const lesson::Curve& curve() const { return shown.curve; }
  const tutor::Drawing& drawing() const { return shown.drawing; }
  bool run_is_known() const { return !shown.drawing.run.empty(); }

  float x(double at_s) const {
    const double share =
        (at_s - curve().at_s.front()) / (curve().at_s.back() - curve().at_s.front());
    return area.x + kSide + (area.width - 2 * kSide) * static_cast<float>(share);
  }
  float y(double value) const {
    const double share = (value - curve().low) / (curve().high - curve().low);
    return area.y + area.height * static_cast<float>(1 - std::clamp(share, 0.0, 1.0));
  }
  double value_at(float y) const {
    const double share = 1 - static_cast<double>((y - area.y) / area.height);
    return std::lerp(curve().low, curve().high, std::clamp(share, 0.0, 1.0));
  }
  ImVec2 drawn(std::size_t point) const {
    return {x(curve().at_s[point]), y(drawing().points[point])};
  }
  ImVec2 ran(std::size_t moment) const { return {x(moments[moment]), y(drawing().run[moment])}; }
};

ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

// The steps between gridlines: 1, 2, 2.5 or 5 times a power of ten, five of them at most.
double step_of(const lesson::Curve& curve) {
  const double least = (curve.high - curve.low) / 5;
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double step : {1.0, 2.0, 2.5, 5.0}) {
    if (step * power >= least * (1 - 1e-9)) return step * power;
  }
  return 10 * power;
}

std::vector<double> gridlines(const lesson::Curve& curve) {
  const double step = step_of(curve);
  const double first = std::ceil(curve.low / step - 1e-9) + 0.0;  // no -0
  std::vector<double> values;
  for (double i = first; i * step <= curve.high + step * 1e-9; ++i) values.push_back(i * step);
  return values;
}

Axes lay_out(Column& column, const DrawnCurve& shown) {
  float gutter = 0;
  for (const double value : gridlines(shown.curve)) {
    const std::string label = tutor::show_on_axis(shown.curve.unit, value);
    gutter = std::max(gutter, text_width(column.screen(), label, kPx));
  }
  gutter += 8;
  return {.screen = column.screen(),
          .shown = shown,
          .area = {column.x() + gutter, column.y() + 20, std::min(column.width(), kWidest) - gutter,
                   kHeight},
          .moments = tutor::moments_of(shown.curve)};
}

void draw_axes(const Axes& axes) {
  const Screen& screen = axes.screen;
  const Palette& c = screen.colors;
  const Rect& area = axes.area;
  const std::string& unit = axes.curve().unit;
  for (const double value : gridlines(axes.curve())) {
    const float y = axes.y(value);
    const std::string label = tutor::show_on_axis(unit, value);
    draw_line(screen, area.x, y, area.x + area.width, y, c.line);
    draw_text(screen, area.x - 8 - text_width(screen, label, kPx), y - kPx / 2 - 1, label, kPx,
              c.muted);
  }
  if (unit != "%") draw_text(screen, area.x, area.y - 19, unit, kPx, c.muted);
  float free_from = area.x - 20;
  for (const double at_s : axes.curve().at_s) {
    const std::string clock = tutor::show_clock(at_s);
    const float width = text_width(screen, clock, kPx);
    const float x = axes.x(at_s) - width / 2;
    if (x < free_from) continue;
    draw_text(screen, x, area.y + area.height + 6, clock, kPx, c.muted);
    free_from = x + width + 6;
  }
}

// Upright strips between the two curves: those may cross anywhere.
void draw_between(const Axes& axes) {
  const Color tint = faded(axes.screen.colors.bad, 0.10f);
  constexpr float kStrip = 1;
  for (std::size_t i = 0; i + 1 < axes.moments.size(); ++i) {
    const ImVec2 from = axes.ran(i);
    const ImVec2 to = axes.ran(i + 1);
    for (float x = from.x; x < to.x; x += kStrip) {
      const float share = (x - from.x) / (to.x - from.x);
      const double at_s = std::lerp(axes.moments[i], axes.moments[i + 1], double{share});
      const float run = std::lerp(from.y, to.y, share);
      const float drawn = axes.y(tutor::drawn_at(axes.curve(), axes.drawing(), at_s));
      const float right = std::min(x + kStrip, to.x);
      canvas().AddRectFilled(axes.screen.at(x, std::min(run, drawn)),
                             axes.screen.at(right, std::max(run, drawn)), tint);
    }
  }
}

void draw_run(const Axes& axes) {
  for (std::size_t i = 0; i < axes.moments.size(); ++i) {
    const ImVec2 at = axes.ran(i);
    canvas().PathLineTo(axes.screen.at(at.x, at.y));
  }
  canvas().PathStroke(axes.screen.colors.bad, 0, 2.5f);
}

// Dots of 3 px along the curve, and a knob at each point while it can be moved.
void draw_yours(const Axes& axes) {
  constexpr float kPitch = 6;
  constexpr int kPieces = 16;  // from point to point, each as good as straight
  const Screen& screen = axes.screen;
  const bool pale = !axes.drawing().drew;
  const Color color = faded(screen.colors.accent, pale ? 0.5f : 1.0f);
  const std::vector<double>& at_s = axes.curve().at_s;
  float next = 0;  // to the next dot
  ImVec2 from = axes.drawn(0);
  for (std::size_t i = 0; i + 1 < at_s.size(); ++i) {
    for (int piece = 1; piece <= kPieces; ++piece) {
      const double moment = std::lerp(at_s[i], at_s[i + 1], static_cast<double>(piece) / kPieces);
      const ImVec2 to{axes.x(moment),
                      axes.y(tutor::drawn_at(axes.curve(), axes.drawing(), moment))};
      const float length = std::hypot(to.x - from.x, to.y - from.y);
      for (; next < length; next += kPitch) {
        const ImVec2 dot = from + (to - from) * (next / length);
        canvas().AddCircleFilled(screen.at(dot.x, dot.y), 1.5f, color);
      }
      next -= length;
      from = to;
    }
  }
  if (!axes.shown.open) return;
  for (std::size_t i = 0; i < axes.drawing().points.size(); ++i) {
    const ImVec2 knob = axes.drawn(i);
    canvas().AddCircleFilled(screen.at(knob.x, knob.y), 4.5f, color);
  }
}

std::string peak_in_words(const Axes& axes, std::string (*show)(std::string_view, double)) {
  const std::size_t peak = tutor::peak_of(axes.drawing());
  return show(axes.curve().unit, axes.drawing().run[peak]) + " at " +
         tutor::show_clock(axes.moments[peak]);
}

void draw_peak(const Axes& axes, Labels& labels) {
  const Color color = axes.screen.colors.bad;
  const ImVec2 at = axes.ran(tutor::peak_of(axes.drawing()));
  const std::string words = peak_in_words(axes, tutor::show_on_axis);
  const float width = text_width(axes.screen, words, kLabelPx, true);
  const bool left = at.x - width - 10 >= axes.area.x;
  const Rect rect{left ? at.x - width - 10 : at.x + 10, at.y - 12, width, kLabelPx + 3};
  canvas().AddCircleFilled(axes.screen.at(at.x, at.y), 4.5f, color);
  draw_text(axes.screen, rect.x, rect.y, words, kLabelPx, color, true);
  labels.take(rect);
}

// The pill at the widest place, beside a dashed line from curve to curve.
void draw_gap(const Axes& axes, Labels& labels) {
  const Screen& screen = axes.screen;
  const Palette& c = screen.colors;
  const tutor::Gap gap = tutor::widest_gap(axes.curve(), axes.drawing());
  const ImVec2 run = axes.ran(gap.moment);
  const double at_s = axes.moments[gap.moment];
  const float drawn = axes.y(tutor::drawn_at(axes.curve(), axes.drawing(), at_s));
  const float top = std::min(run.y, drawn);
  const float bottom = std::max(run.y, drawn);
  for (float y = top; y < bottom; y += 5) {
    draw_line(screen, run.x, y, run.x, std::min(y + 2, bottom), c.text);
  }
  const float width = text_width(screen, gap.words, kPx, true) + 14;
  const bool left = run.x - width - 8 >= axes.area.x;
  const float most = axes.area.x + axes.area.width - width;
  const Rect pill{left ? run.x - width - 8 : std::min(run.x + 8, most), (top + bottom) / 2 - 10,
                  width, 20};
  fill_rect(screen, pill, c.card, 10);
  stroke_rect(screen, pill, c.text, 1.25f, 10);
  draw_text(screen, pill.x + 7, pill.y + 4, gap.words, kPx, c.text, true);
  labels.take(pill);
  labels.take({run.x - 2, top, 4, bottom - top});
}

void draw_labels(const Axes& axes) {
  const Palette& c = axes.screen.colors;
  const bool drew = axes.drawing().drew;
  Line run;
  Line yours;
  for (std::size_t i = 0; i < axes.drawing().run.size(); ++i) run.push_back(axes.ran(i));
  for (const double at_s : axes.moments) {
    if (!drew) break;
    yours.emplace_back(axes.x(at_s), axes.y(tutor::drawn_at(axes.curve(), axes.drawing(), at_s)));
  }
  Labels labels(axes.area, {run, yours});
  if (axes.run_is_known()) draw_peak(axes, labels);
  if (axes.run_is_known() && drew) draw_gap(axes, labels);
  labels.put(axes.screen, "the run", c.bad, run);
  labels.put(axes.screen, "you", c.accent, yours);
}

// What is scrolled out of sight is not drawn.
void draw(const Axes& axes, const Rect& whole) {
  const Screen& screen = axes.screen;
  if (!ImGui::IsRectVisible(screen.at(whole.x, whole.y),
                            screen.at(whole.x + whole.width, whole.y + whole.height))) {
    return;
  }
  const bool drew = axes.drawing().drew;
  draw_axes(axes);
  if (axes.run_is_known() && drew) draw_between(axes);
  if (axes.run_is_known()) draw_run(axes);
  if (drew || !axes.run_is_known()) draw_yours(axes);
  draw_labels(axes);
}

std::string in_words(const Axes& axes) {
  const lesson::Curve& curve = axes.curve();
  const std::string span = "from " + tutor::show_clock(curve.at_s.front()) + " to " +
                           tutor::show_clock(curve.at_s.back());
  if (axes.shown.open) {
    return "Your curve, " + span + ". Draw it with the pointer, or move its points.";
  }
  if (!axes.run_is_known()) return "Your curve, " + span + ".";
  const std::string run = "The run, " + span + ": highest " + peak_in_words(axes, tutor::show_in);
  if (!axes.drawing().drew) return run + ".";
  const tutor::Gap gap = tutor::widest_gap(curve, axes.drawing());
  return run + ". Furthest from your curve at " + tutor::show_clock(axes.moments[gap.moment]) +
         ": " + gap.words + ".";
}

void list_values(const Axes& axes, const Rect& rect) {
  const lesson::Curve& curve = axes.curve();
  const std::vector<double> run =
      axes.run_is_known() ? tutor::at_points(curve, axes.drawing().run) : std::vector<double>{};
  std::vector<std::vector<std::string>> rows{{"At"}};
  if (axes.drawing().drew) rows[0].emplace_back("You drew");
  if (!run.empty()) rows[0].emplace_back("The run");
  for (std::size_t i = 0; i < curve.at_s.size(); ++i) {
    std::vector<std::string>& row = rows.emplace_back();
    row.push_back(tutor::show_clock(curve.at_s[i]));
    if (axes.drawing().drew) row.push_back(tutor::show_in(curve.unit, axes.drawing().points[i]));
    if (!run.empty()) row.push_back(tutor::show_in(curve.unit, run[i]));
  }
  const std::string caption = run.empty()           ? "What you drew"
                              : axes.drawing().drew ? "What you drew and what it was"
                                                    : "What it was";
  list_table(axes.screen, axes.shown.key + "/table", caption, rows, rect);
}

// Every point that a stroke passes over takes its height there, and the one it comes nearer to the
// height it has now: leaving a point changes it no more.
std::vector<PointMove> moves_of(const Axes& axes, const Stroke& stroke) {
  std::vector<PointMove> moves;
  const std::vector<double>& at_s = axes.curve().at_s;
  std::size_t nearest = 0;
  const auto distance = [&](std::size_t point, ImVec2 place) {
    return std::abs(axes.x(at_s[point]) - place.x);
  };
  for (std::size_t i = 0; i < at_s.size(); ++i) {
    if (distance(i, stroke.to) < distance(nearest, stroke.to)) nearest = i;
    const float x = axes.x(at_s[i]);
    const bool passed = (stroke.from.x < x) != (stroke.to.x < x);
    if (!passed) continue;
    const float share = (x - stroke.from.x) / (stroke.to.x - stroke.from.x);
    moves.push_back(
        {static_cast<int>(i), axes.value_at(std::lerp(stroke.from.y, stroke.to.y, share))});
  }
  const bool is_passed = std::any_of(moves.begin(), moves.end(), [nearest](const PointMove& move) {
    return move.point == static_cast<int>(nearest);
  });
  if (!is_passed && distance(nearest, stroke.to) <= distance(nearest, stroke.from)) {
    moves.push_back({static_cast<int>(nearest), axes.value_at(stroke.to.y)});
  }
  return moves;
}

// A little more than the axes, so that their ends can be drawn.
Rect with_edges(const Rect& area) {
  constexpr float kEdge = 8;
  return {area.x, area.y - kEdge, area.width, area.height + 2 * kEdge};
}

void add_slider(const Axes& axes, std::size_t point, std::vector<PointMove>& moves) {
  constexpr double kSteps = 50;
  const lesson::Curve& curve = axes.curve();
  const std::string at = "At " + tutor::show_clock(curve.at_s[point]);
  Node node;
  node.id = node_id(axes.shown.key + "/point/" + std::to_string(point));
  node.name = at;
  node.value = at + ": " + tutor::show_in(curve.unit, axes.drawing().points[point]);
  node.now = axes.drawing().points[point];
  node.low = curve.low;
  node.high = curve.high;
  node.step = (curve.high - curve.low) / kSteps;
  node.rect = {axes.drawn(point).x - kSliderWidth / 2, axes.area.y, kSliderWidth, axes.area.height};
  const auto moved = bare_slider(axes.screen, std::move(node));
  if (moved) moves.push_back({static_cast<int>(point), *moved});
}

}  // namespace

float drawn_curve_height() { return kHeight + 52; }

std::vector<PointMove> show_drawn_curve(Column& column, const DrawnCurve& shown) {
  const Axes axes = lay_out(column, shown);
  const Rect whole{column.x(), column.y(), std::min(column.width(), kWidest), kHeight + 44};
  draw(axes, whole);
  std::vector<PointMove> moves;
  Node node;
  node.id = node_id(shown.key);
  node.role = Role::image;
  node.layer = axes.screen.layer;
  node.name = in_words(axes);
  node.rect = shown.open ? with_edges(axes.area) : whole;
  if (shown.open) {
    if (const auto stroke = drawable(axes.screen, std::move(node))) moves = moves_of(axes, *stroke);
    for (std::size_t i = 0; i < shown.curve.at_s.size(); ++i) add_slider(axes, i, moves);
  } else {
    axes.screen.mirror.add(std::move(node));
    list_values(axes, whole);
  }
  column.space(whole.height + 8);
  if (shown.open) {
    column.paragraph(shown.key + "/how",
                     "Draw with the pointer, or move a point with Tab and the arrow keys.",
                     Tone::muted, size::kSmall);
  }
  return moves;
}

}  // namespace tenfold::ui
