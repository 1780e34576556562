// Drawn lines against the run's samples.
#include "tutor/drawing.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "tutor/facts.h"

namespace tenfold::tutor {
namespace {

constexpr double kMostMoments = 120;  // about: a run of a day is not read second by second
constexpr double kNear = 0.1;         // of the height: closer is no difference to speak of
constexpr double kNothing = 0.02;     // of the height: less is nothing to take a multiple of

bool is_share(std::string_view unit) { return unit == "%"; }

// 4 → "4 times", 1.52 → "1.5 times".
std::string times(double ratio) {
  constexpr double kWhole = 2.95;
  return show_count(ratio < kWhole ? std::round(ratio * 10) / 10 : std::round(ratio)) + " times";
}

std::string gap_in_words(const lesson::Curve& curve, double drawn, double was) {
  constexpr double kMultiple = 1.5;
  const double height = curve.high - curve.low;
  const double apart = std::abs(was - drawn);
  if (apart <= kNear * height) return "never far from what you drew";
  if (std::min(was, drawn) > kNothing * height) {
    if (was >= kMultiple * drawn) return times(was / drawn) + " what you drew";
    if (drawn >= kMultiple * was) return "you drew " + times(drawn / was) + " as much";
  }
  return show_in(curve.unit, apart) + (was > drawn ? " more" : " less") + " than you drew";
}

// Level at a peak and a dip, at either end that of the line there; else between the slopes of the
// lines on both sides, nearer to the gentler one (their harmonic mean), so that the curve does not
// swing beyond a point.
double slope_at(const lesson::Curve& curve, const Drawing& drawing, std::size_t point) {
  const auto line = [&](std::size_t from) {
    return (drawing.points[from + 1] - drawing.points[from]) /
           (curve.at_s[from + 1] - curve.at_s[from]);
  };
  if (point == 0) return line(0);
  if (point + 1 == drawing.points.size()) return line(point - 1);
  const double before = line(point - 1);
  const double after = line(point);
  return before * after <= 0 ? 0 : 2 * before * after / (before + after);
}

}  // namespace

Drawing blank_drawing(const lesson::Curve& curve) {
  return {.points = std::vector<double>(curve.at_s.size(), (curve.low + curve.high) / 2),
          .drew = false,
          .run = {}};
}

void draw_point(Drawing& drawing, const lesson::Curve& curve, int point, double value) {
  const auto index = static_cast<std::size_t>(point);
  if (point < 0 || index >= drawing.points.size() || !std::isfinite(value)) return;
  drawing.points[index] = std::clamp(value, curve.low, curve.high);
  drawing.drew = true;
}

std::vector<double> moments_of(const lesson::Curve& curve) {
  std::vector<double> moments;
  if (curve.at_s.empty()) return moments;
  const double every_s = std::max(1.0, (curve.at_s.back() - curve.at_s.front()) / kMostMoments);
  for (std::size_t i = 0; i + 1 < curve.at_s.size(); ++i) {
    const double gap_s = curve.at_s[i + 1] - curve.at_s[i];
    const double steps = std::max(1.0, std::floor(gap_s / every_s));
    for (double step = 0; step < steps; ++step) {
      moments.push_back(curve.at_s[i] + gap_s * step / steps);
    }
  }
  moments.push_back(curve.at_s.back());
  return moments;
}

std::vector<double> at_points(const lesson::Curve& curve, const std::vector<double>& values) {
  const std::vector<double> moments = moments_of(curve);
  std::vector<double> found;
  for (const double at_s : curve.at_s) {
    const auto moment = std::lower_bound(moments.begin(), moments.end(), at_s) - moments.begin();
    found.push_back(values[static_cast<std::size_t>(moment)]);
  }
  return found;
}

double drawn_at(const lesson::Curve& curve, const Drawing& drawing, double at_s) {
  const std::vector<double>& times = curve.at_s;
  const auto after = std::upper_bound(times.begin(), times.end(), at_s);
  if (after == times.begin()) return drawing.points.front();
  if (after == times.end()) return drawing.points.back();
  const auto next = static_cast<std::size_t>(after - times.begin());
  const double width = times[next] - times[next - 1];
  const double share = (at_s - times[next - 1]) / width;
  const double rest = 1 - share;
  const double from = drawing.points[next - 1];
  const double to = drawing.points[next];
  // A cubic of these two values and slopes (Hermite).
  return from * rest * rest * (1 + 2 * share) + to * share * share * (1 + 2 * rest) +
         width * share * rest *
             (slope_at(curve, drawing, next - 1) * rest - slope_at(curve, drawing, next) * share);
}

Side side_of(const std::vector<double>& said, const std::vector<double>& was, double allowed) {
  double distance = 0;
  double side = 0;
  for (std::size_t i = 0; i < was.size(); ++i) {
    distance += std::abs(said[i] - was[i]) / static_cast<double>(was.size());
    side += said[i] - was[i];
  }
  if (distance <= allowed) return Side::right;
  return side < 0 ? Side::low : Side::high;
}

Side side_of(const lesson::Curve& curve, const Drawing& drawing) {
  return side_of(drawing.points, at_points(curve, drawing.run),
                 curve.tolerance * (curve.high - curve.low));
}

std::size_t peak_of(const Drawing& drawing) {
  return static_cast<std::size_t>(std::max_element(drawing.run.begin(), drawing.run.end()) -
                                  drawing.run.begin());
}

Gap widest_gap(const lesson::Curve& curve, const Drawing& drawing) {
  const std::vector<double> moments = moments_of(curve);
  std::size_t widest = 0;
  double most = -1;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const double apart = std::abs(drawing.run[i] - drawn_at(curve, drawing, moments[i]));
    if (apart <= most) continue;
    most = apart;
    widest = i;
  }
  const double drawn = drawn_at(curve, drawing, moments[widest]);
  return {.moment = widest, .words = gap_in_words(curve, drawn, drawing.run[widest])};
}

std::string show_in(std::string_view unit, double value) {
  const std::string number = show_on_axis(unit, value);
  return is_share(unit) ? number : number + " " + std::string(unit);
}

std::string show_on_axis(std::string_view unit, double value) {
  return is_share(unit) ? show_share(value) : show_count(value);
}

}  // namespace tenfold::tutor
