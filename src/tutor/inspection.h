// One request of a run looked into: found by what is remarkable about it, and its life told from a
// copy of the run that goes through it once more. The run itself keeps no book of requests.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/timeline.h"
#include "model/trace.h"

namespace tenfold::tutor {

struct Track;

// Which request is asked for.
enum class Wanted : std::uint8_t {
  slowest,      // of those that ended in the latest second in which any did
  last_failed,  // of the run so far
  typical,      // the median of those answered in the latest second in which any were
  numbered,     // this one
};
// In that order; what a learner reads on a button.
inline constexpr std::array<std::string_view, 3> kWantedNames = {"Slowest", "Last failed",
                                                                 "Typical"};

struct Inspection {
  enum class State : std::uint8_t { searching, following, told, absent };

  Wanted wanted = Wanted::slowest;
  std::size_t track = 0;
  State state = State::searching;
  std::uint32_t request = 0;
  std::string why_absent = {};
  model::Trace trace = {};             // once told
  std::vector<model::Span> path = {};  // what the answer waited for
  // The copy that goes through it, until the request is told, and how far it has to go.
  std::optional<model::Timeline::Moment> copy = {};
  sim::Time from{};  // what ends from here on is searched
  sim::Time until{};

  bool is_under_way() const { return state == State::searching || state == State::following; }
};

Inspection look_for(const Track& track, std::size_t index, Wanted wanted);
Inspection look_at(const Track& track, std::size_t index, std::uint32_t request);
// Goes on a piece of the way: at most 20 ms of simulated time. REQUIRES: it is under way.
void look_on(Inspection& inspection, const Track& track);

// The sums and the reason: "1.9 s, of which 1.7 s waiting (1.7 s at App), 5 ms in service, …".
// REQUIRES: it is told.
std::string story_of(const Inspection& inspection, const Track& track);

}  // namespace tenfold::tutor
