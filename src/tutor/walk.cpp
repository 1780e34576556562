// Matching the stops of a walk to the spans of a real request.
#include "tutor/walk.h"

#include <algorithm>

namespace tenfold::tutor {

WalkState followed_walk(const lesson::Walk& walk, const model::Scenario& scenario,
                        model::System& system) {
  system.follow_next();
  while (!system.trace().over && system.now() < system.end()) {
    system.run_until(std::min(system.now() + 100 * sim::kMillisecond, system.end()));
  }
  WalkState state;
  if (system.trace().over) state.spans = system.trace().spans;
  std::size_t from = 0;
  for (const lesson::WalkStop& stop : walk.stops) {
    int found = -1;
    for (std::size_t i = from; i < state.spans.size() && found < 0; ++i) {
      const model::Span& span = state.spans[i];
      if (scenario.parts[span.part].id == stop.part &&
          model::doing_name(span.doing) == stop.doing) {
        found = static_cast<int>(i);
        from = i + 1;
      }
    }
    state.span_of_stop.push_back(found);
  }
  return state;
}

}  // namespace tenfold::tutor
