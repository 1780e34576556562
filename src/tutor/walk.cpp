// Matching the stops of a walk to the path of a real request.
#include "tutor/walk.h"

#include <algorithm>
#include <array>

namespace tenfold::tutor {
namespace {

std::string_view doing_name(model::PathStep::Doing doing) {
  constexpr std::array<std::string_view, 6> kNames = {"look_up", "cross", "wait",
                                                      "cpu",     "disk",  "answer"};
  return kNames[static_cast<std::size_t>(doing)];
}

}  // namespace

WalkState followed_walk(const lesson::Walk& walk, const model::Scenario& scenario,
                        model::System& system) {
  system.follow_next();
  while (!system.followed_done() && system.now() < system.end()) {
    system.run_until(std::min(system.now() + 100 * sim::kMillisecond, system.end()));
  }
  WalkState state;
  state.path = system.path();
  std::size_t from = 0;
  for (const lesson::WalkStop& stop : walk.stops) {
    int found = -1;
    for (std::size_t i = from; i < state.path.size() && found < 0; ++i) {
      const model::PathStep& step = state.path[i];
      if (scenario.parts[step.part].id == stop.part && doing_name(step.doing) == stop.doing) {
        found = static_cast<int>(i);
        from = i + 1;
      }
    }
    state.step_of_stop.push_back(found);
  }
  return state;
}

}  // namespace tenfold::tutor
