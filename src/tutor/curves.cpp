// Looking series up.
#include "tutor/curves.h"

#include <algorithm>
#include <array>

namespace tenfold::tutor {
namespace {

using model::Sample;

struct WholeSeries {
  std::string_view name;
  double (*value)(const Sample&);
};

constexpr std::array<WholeSeries, 7> kWhole = {{
    {"offered", [](const Sample& s) { return s.per_second(s.counts.offered); }},
    {"good", [](const Sample& s) { return s.per_second(s.counts.good); }},
    {"failed", [](const Sample& s) { return s.per_second(s.counts.failed); }},
    {"in_system", [](const Sample& s) { return s.in_system; }},
    {"p50_ms", [](const Sample& s) { return s.p50_ms; }},
    {"p99_ms", [](const Sample& s) { return s.p99_ms; }},
    {"cost_month", [](const Sample& s) { return s.cost_month; }},
}};

struct PartSeries {
  std::string_view name;
  double (*value)(const Sample&, std::size_t part);
};

constexpr std::array<PartSeries, 2> kOfParts = {{
    {"utilisation",
     [](const Sample& s, std::size_t part) { return static_cast<double>(s.utilisation[part]); }},
    {"waiting",
     [](const Sample& s, std::size_t part) { return static_cast<double>(s.waiting[part]); }},
}};

const Sample& sample_at(const std::vector<Sample>& samples, double at_s) {
  const auto found = std::upper_bound(samples.begin(), samples.end(), at_s,
                                      [](double time, const Sample& s) { return time < s.at_s; });
  return found == samples.end() ? samples.back() : *found;
}

template <typename Value>
std::vector<double> at_times(const model::System& run, const std::vector<double>& at_s,
                             const Value& value) {
  std::vector<double> values;
  const std::vector<Sample>& samples = run.series();
  for (const double time : at_s) {
    values.push_back(samples.empty() ? 0 : value(sample_at(samples, time)));
  }
  return values;
}

}  // namespace

std::optional<std::vector<double>> curve_of(const model::System& run,
                                            const model::Scenario& scenario,
                                            std::string_view series,
                                            const std::vector<double>& at_s) {
  for (const WholeSeries& whole : kWhole) {
    if (whole.name == series) return at_times(run, at_s, whole.value);
  }
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    for (const PartSeries& one : kOfParts) {
      if (scenario.parts[i].id + '.' + std::string(one.name) != series) continue;
      return at_times(run, at_s, [&](const Sample& sample) { return one.value(sample, i); });
    }
  }
  return std::nullopt;
}

std::vector<std::string> curve_names(const model::Scenario& scenario) {
  std::vector<std::string> names;
  for (const WholeSeries& whole : kWhole) names.emplace_back(whole.name);
  for (const model::PartSpec& part : scenario.parts) {
    for (const PartSeries& one : kOfParts) names.push_back(part.id + '.' + std::string(one.name));
  }
  return names;
}

}  // namespace tenfold::tutor
