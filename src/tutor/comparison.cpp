// Comparing runs pair by pair: on the same requests most of the chance in two runs is the same, and
// cancels out of their difference.
#include "tutor/comparison.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>

#include "model/twins.h"

namespace tenfold::tutor {
namespace {

enum class Scale : std::uint8_t { share, time, count, dollars };

struct Row {
  std::string_view name;
  std::string_view fact;
  Scale scale;
};

constexpr std::array<Row, 5> kRows = {{
    {"Answered in time", "good_share", Scale::share},
    {"Failed requests", "failed", Scale::count},
    {"Good answers: half within (p50)", "p50_ms", Scale::time},
    {"Good answers: 99 of 100 within (p99)", "p99_ms", Scale::time},
    {"Cost a month", "cost_month", Scale::dollars},
}};

std::string times(double ratio) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), ratio < 10 ? "%.1f×" : "%.0f×", ratio);
  return buffer.data();
}

std::string with_sign(double difference, const std::string& amount) {
  return (difference < 0 ? "−" : "+") + amount;
}

std::string change_in_words(Scale scale, double before, double after) {
  const double difference = after - before;
  switch (scale) {
    case Scale::share: {
      std::string points = show_share(std::abs(difference));
      points.replace(points.find(" %"), std::string::npos, " points");
      return with_sign(difference, points);
    }
    case Scale::time: {
      if (before <= 0 || after <= 0) return with_sign(difference, show_ms(std::abs(difference)));
      return difference < 0 ? times(before / after) + " faster" : times(after / before) + " slower";
    }
    case Scale::count:
      return with_sign(difference, show_count(std::abs(difference)));
    case Scale::dollars:
      break;
  }
  return with_sign(difference, show_dollars(std::abs(difference)));
}

double value_of(const Facts& facts, std::string_view name) {
  const Fact* fact = find_fact(facts, name);
  return fact == nullptr ? 0 : fact->value;
}

}  // namespace

std::vector<ComparisonRow> compare(const std::vector<FactPair>& pairs) {
  std::vector<ComparisonRow> rows;
  for (const Row& row : kRows) {
    if (pairs.empty()) {
      rows.push_back({std::string(row.name), "…", "…", "…"});
      continue;
    }
    const Fact* before = find_fact(*pairs.front().before, row.fact);
    const Fact* after = find_fact(*pairs.front().after, row.fact);
    if (before == nullptr || after == nullptr) continue;
    model::PairedDifference difference;
    for (const FactPair& pair : pairs) {
      difference.add(value_of(*pair.before, row.fact), value_of(*pair.after, row.fact));
    }
    std::string change = "measuring …";
    if (before->value == after->value || (pairs.size() > 1 && !difference.is_told())) {
      change = "no difference";
    } else if (pairs.size() > 1) {
      change = change_in_words(row.scale, before->value, after->value);
    }
    rows.push_back({std::string(row.name), before->shown, after->shown, change});
  }
  return rows;
}

}  // namespace tenfold::tutor
