// Reading ranges and trying whether they fit together.
#include "lesson/ranges.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lesson/words.h"

namespace tenfold::lesson {
namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();
constexpr double kMost = std::numeric_limits<double>::max();

}  // namespace

Range read_range(Report& report, Fields& fields) {
  Range range{.low = -kEndless, .high = kEndless, .text = {}};
  if (const auto low = fields.optional("at_least")) {
    range.low = as_number(report, *low, -kMost, kMost).value_or(-kEndless);
  }
  if (const auto high = fields.optional("below")) {
    range.high = as_number(report, *high, -kMost, kMost).value_or(kEndless);
  }
  return range;
}

// In order of their low ends each must begin where the one before it ends.
void check_ranges(Report& report, const std::string& path, std::vector<Range> ranges) {
  double end = -kEndless;
  while (!ranges.empty()) {
    const auto lowest = std::min_element(
        ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.low < b.low; });
    const Range range = *lowest;
    ranges.erase(lowest);
    if (range.low >= range.high) {
      report.add(path, "give " + quoted(range.text) + " no room: at_least must be less than below");
    } else if (range.low > end) {
      report.add(path,
                 "leave a gap between " + number_word(end) + " and " + number_word(range.low));
    } else if (range.low < end) {
      report.add(path, "overlap between " + number_word(range.low) + " and " +
                           number_word(std::min(end, range.high)));
    }
    end = std::max(end, range.high);
  }
  if (!std::isinf(end)) report.add(path, "leave out what is " + number_word(end) + " or more");
}

}  // namespace tenfold::lesson
