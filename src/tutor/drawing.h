// A curve as a learner draws it before a run, and how it lies beside the run's: the same for a
// question and for a lesson's prediction.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/question.h"

namespace tenfold::tutor {

struct Drawing {
  std::vector<double> points;  // as drawn, by the curve's at_s
  bool drew = false;           // at least one was moved
  std::vector<double> run;     // once it is known, by moments_of(curve)
};

// A level line halfway up, which nobody has drawn.
Drawing blank_drawing(const lesson::Curve& curve);

// Moves a point to the nearest value that can be drawn. Does nothing for a point that is none, and
// for what is no number.
void draw_point(Drawing& drawing, const lesson::Curve& curve, int point, double value);

// When the run is looked at: at each of the points, and between them about every second, so that
// its own shape is seen.
std::vector<double> moments_of(const lesson::Curve& curve);
// Of values by moments_of(curve) those at the points.
std::vector<double> at_points(const lesson::Curve& curve, const std::vector<double>& values);

// What is drawn at a time between the first and the last point: a smooth curve through the points
// that rises and falls only where they do (F. Fritsch, R. Carlson, 1980).
double drawn_at(const lesson::Curve& curve, const Drawing& drawing, double at_s);

// Right: off by no more than `allowed` on average. Otherwise to which side most of it is off.
enum class Side : std::uint8_t { right, low, high };
Side side_of(const std::vector<double>& said, const std::vector<double>& was, double allowed);
// REQUIRES: the run is known.
Side side_of(const lesson::Curve& curve, const Drawing& drawing);

// The highest value of the run's. REQUIRES: the run is known.
std::size_t peak_of(const Drawing& drawing);

// Where the two are furthest apart, as an index into moments_of(curve), and how far, in words.
// REQUIRES: the run is known.
struct Gap {
  std::size_t moment = 0;
  std::string words;  // "4 times what you drew"
};
Gap widest_gap(const lesson::Curve& curve, const Drawing& drawing);

// A value as a learner reads it: 0.5 in "%" → "50 %", 1044 in "requests" → "1,044 requests"; on an
// axis, whose unit stands beside it, "50 %" and "1,044".
std::string show_in(std::string_view unit, double value);
std::string show_on_axis(std::string_view unit, double value);

}  // namespace tenfold::tutor
