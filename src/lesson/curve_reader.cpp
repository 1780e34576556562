// Reading a curve: points in the order of time, inside the run, and room to draw in.
#include "lesson/curve_reader.h"

#include "lesson/words.h"

namespace tenfold::lesson {

Curve read_curve(Report& report, Fields& fields, const model::Scenario& run) {
  constexpr double kMost = 1e12;
  Curve curve;
  curve.series = fields.text("series");
  fields.list("at_s", 3, 8, [&](const Cursor& item) {
    const double at_s = as_number(report, item, 0, 86'400).value_or(0);
    if (!curve.at_s.empty() && at_s <= curve.at_s.back() && !report.covers(item.path)) {
      report.add(item.path, "must be later than the one before");
    }
    if (!run.parts.empty() && at_s > run.duration_s) {
      report.add(item.path, "is after the run's end at " + number_word(run.duration_s));
    }
    curve.at_s.push_back(at_s);
  });
  curve.low = fields.number("low", -kMost, kMost);
  curve.high = fields.number("high", -kMost, kMost);
  const std::string high = fields.at().path + "/high";
  if (curve.high <= curve.low && !report.covers(high)) {
    report.add(high, "must be more than low");
  }
  curve.unit = read_unit(report, fields);
  curve.tolerance = read_tolerance(fields);
  return curve;
}

std::string read_unit(Report& report, Fields& fields) {
  constexpr std::size_t kLongestUnit = 20;
  const auto unit = fields.required("unit");
  return unit ? as_text(report, *unit, kLongestUnit).value_or("") : "";
}

double read_tolerance(Fields& fields) { return fields.number("tolerance", 0.02, 0.5); }

}  // namespace tenfold::lesson
