// Following requests in tests.
#include "traces.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace tenfold::model::test {

namespace {

bool is_piece_of(const Span& piece, const Span& span) {
  return piece.from >= span.from && piece.to <= span.to && piece.part == span.part &&
         piece.other == span.other && piece.call == span.call && piece.doing == span.doing;
}

}  // namespace

Trace follow_next(System& system) {
  system.follow_next();
  while (!system.trace().over && system.step()) continue;
  return system.trace();
}

std::string fault_of_path(const Trace& trace) {
  sim::Time at = trace.came;
  const std::vector<Span> path = waited_path(trace);
  for (const Span& piece : path) {
    const std::string what = std::string(doing_name(piece.doing)) + " at " +
                             std::to_string(sim::to_ms(piece.from - trace.came)) + " ms";
    if (piece.from != at) return "a gap before " + what;
    if (piece.to <= piece.from) return "no time for " + what;
    const bool happened = std::any_of(trace.spans.begin(), trace.spans.end(),
                                      [&](const Span& span) { return is_piece_of(piece, span); });
    if (!happened) return "not in the trace: " + what;
    at = piece.to;
  }
  if (at != trace.ended) return "a gap at the end";
  const StaySums sums = sums_of(path);
  const sim::Duration sum =
      std::accumulate(sums.by_stay.begin(), sums.by_stay.end(), sim::Duration{0});
  return sum == trace.ended - trace.came ? "" : "times that do not add up";
}

Trace followed(const Scenario& scenario, double from_s) {
  for (const Fault& fault : check(scenario)) FAIL_CHECK(fault.place << " " << fault.reason);
  System system(scenario, 1);
  system.run_until(tenfold::sim::from_seconds(from_s));
  Trace trace = follow_next(system);
  CHECK(trace.over);
  CHECK_FALSE(trace.truncated);
  CHECK(fault_of_path(trace) == "");
  return trace;
}

}  // namespace tenfold::model::test
