// A drawn curve beside a run's.
#include "tutor/drawing.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace {

using namespace tenfold;

const lesson::Curve kCurve{.series = "failed",
                           .at_s = {10, 20, 40},
                           .low = 0,
                           .high = 1000,
                           .unit = "requests",
                           .tolerance = 0.1};

tutor::Drawing drawn(std::vector<double> points, double run) {
  return {.points = std::move(points),
          .drew = true,
          .run = std::vector<double>(tutor::moments_of(kCurve).size(), run)};
}

}  // namespace

TEST_CASE("a run is looked at about every second, and at each of the points") {
  const std::vector<double> moments = tutor::moments_of(kCurve);
  CHECK(moments.size() == 31);
  CHECK(tutor::at_points(kCurve, moments) == kCurve.at_s);
  for (std::size_t i = 1; i < moments.size(); ++i) CHECK(moments[i] == moments[i - 1] + 1);

  lesson::Curve day = kCurve;
  day.at_s = {0.5, 3600.25, 86'400};
  CHECK(tutor::moments_of(day).size() < 200);
  CHECK(tutor::at_points(day, tutor::moments_of(day)) == day.at_s);
  CHECK(tutor::moments_of({}).empty());
}

TEST_CASE(
    "what is drawn goes through its points, straight where they lie so, and swings beyond none") {
  const tutor::Drawing line = drawn({0, 100, 300}, 0);
  CHECK(tutor::drawn_at(kCurve, line, 10) == 0);
  CHECK(tutor::drawn_at(kCurve, line, 15) == doctest::Approx(50));
  CHECK(tutor::drawn_at(kCurve, line, 30) == doctest::Approx(200));
  CHECK(tutor::drawn_at(kCurve, line, 40) == 300);
  const tutor::Drawing peak = drawn({0, 900, 100}, 0);
  const tutor::Drawing bend = drawn({0, 100, 1000}, 0);
  double before = 0;
  for (double at_s = 10; at_s <= 40; at_s += 0.5) {
    CHECK(tutor::drawn_at(kCurve, peak, at_s) >= 0);
    CHECK(tutor::drawn_at(kCurve, peak, at_s) <= 900);
    CHECK(tutor::drawn_at(kCurve, bend, at_s) >= before);
    before = tutor::drawn_at(kCurve, bend, at_s);
  }
}

TEST_CASE("a point is drawn where there is one, and no further than there is room") {
  tutor::Drawing drawing = tutor::blank_drawing(kCurve);
  CHECK(drawing.points == std::vector<double>{500, 500, 500});
  for (const int point : {-1, 3, std::numeric_limits<int>::max()}) {
    tutor::draw_point(drawing, kCurve, point, 1);
  }
  tutor::draw_point(drawing, kCurve, 0, std::nan(""));
  CHECK_FALSE(drawing.drew);
  tutor::draw_point(drawing, kCurve, 0, -5);
  tutor::draw_point(drawing, kCurve, 2, 1e9);
  CHECK(drawing.drew);
  CHECK(drawing.points == std::vector<double>{0, 500, 1000});
}

TEST_CASE("a curve is right within its tolerance on average, and else too low or too high") {
  using tutor::Side;
  CHECK(side_of(kCurve, drawn({400, 500, 750}, 500)) != Side::right);
  CHECK(side_of(kCurve, drawn({400, 500, 700}, 500)) == Side::right);
  CHECK(side_of(kCurve, drawn({100, 500, 500}, 500)) == Side::low);
  CHECK(side_of(kCurve, drawn({500, 500, 900}, 500)) == Side::high);
}

TEST_CASE("the widest place is found, and told as a multiple where there is one") {
  const auto words = [](double height, double run) {
    return tutor::widest_gap(kCurve, drawn({height, height, height}, run)).words;
  };
  CHECK(words(200, 800) == "4 times what you drew");
  CHECK(words(400, 610) == "1.5 times what you drew");
  CHECK(words(900, 300) == "you drew 3 times as much");
  CHECK(words(0, 800) == "800 requests more than you drew");
  CHECK(words(800, 0) == "800 requests less than you drew");
  CHECK(words(800, 950) == "150 requests more than you drew");
  CHECK(words(500, 550) == "never far from what you drew");

  tutor::Drawing peak = drawn({0, 0, 0}, 0);
  peak.run[7] = 600;
  CHECK(tutor::widest_gap(kCurve, peak).moment == 7);
  CHECK(tutor::peak_of(peak) == 7);
}

TEST_CASE("a value is shown in its unit, and on an axis without it") {
  CHECK(tutor::show_in("requests", 1044) == "1,044 requests");
  CHECK(tutor::show_on_axis("requests", 1044) == "1,044");
  CHECK(tutor::show_in("%", 0.5) == "50 %");
  CHECK(tutor::show_on_axis("%", 0.5) == "50 %");
}
