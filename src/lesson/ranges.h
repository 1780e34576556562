// Ranges that options stand for, [low, high): together they hold every number once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lesson/fields.h"

namespace tenfold::lesson {

struct Range {
  double low = 0;
  double high = 0;
  std::string_view text;  // of its option
};

// From "at_least" and "below"; a bound left out is no bound.
Range read_range(Report& report, Fields& fields);

// Notes gaps and overlaps.
void check_ranges(Report& report, const std::string& path, std::vector<Range> ranges);

// REQUIRES: options with low, high and text.
template <typename Option>
std::vector<Range> ranges_of(const std::vector<Option>& options) {
  std::vector<Range> ranges;
  for (const Option& option : options) ranges.push_back({option.low, option.high, option.text});
  return ranges;
}

}  // namespace tenfold::lesson
