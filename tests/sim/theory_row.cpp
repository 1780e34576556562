// Printing and judging rows.
#include "theory_row.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdio>

namespace tenfold::sim::test {
namespace {

constexpr double kWidest = 0.02;

// With digits enough for lessons/proof.json, which is made of these lines, and few enough to be the
// same on every platform.
void print_row(const std::string& name, double expected, double measured, double half_width) {
  std::printf("%-58s expected %12.10g  simulated %12.10g +- %.6g\n", name.c_str(), expected,
              measured, half_width);
  std::fflush(stdout);
}

std::string percent(double share) { return with("", 100 * share) + " %"; }

}  // namespace

std::string with(const std::string& text, double value) {
  std::array<char, 32> number{};
  std::snprintf(number.data(), number.size(), "%.4g", value);
  return text.empty() ? number.data() : text + " " + number.data();
}

void check_against_theory(const std::string& name, double expected, const Moments& measured) {
  const Interval interval = confidence_interval(measured, kConfidence);
  print_row(name, expected, interval.mean, interval.half_width);
  CHECK_MESSAGE(interval.contains(expected), name, " is ",
                percent((interval.mean - expected) / expected), " off, ",
                with("", std::fabs(interval.mean - expected) / interval.half_width),
                " times the half-width of the 99.9 % interval");
  CHECK_MESSAGE(interval.half_width < kWidest * expected, name, " is known only to ",
                percent(interval.half_width / expected));
}

void check_exactly(const std::string& name, double expected, double measured) {
  print_row(name, expected, measured, 0);
  CHECK_MESSAGE(measured == doctest::Approx(expected).epsilon(1e-9), name, " is ",
                percent((measured - expected) / expected), " off");
}

}  // namespace tenfold::sim::test
