// What there is to say of one part of a running system: what it is there for, its numbers now, what
// its requests wait for, Little's law with its own three numbers, and what of it can be turned.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/system.h"
#include "tutor/run.h"

namespace tenfold::tutor {

// One number, with its unit, as it stands in the last whole second.
struct PartNumber {
  std::string name;   // "Waiting"
  std::string value;  // "412 of 1,000"
};

// So many of the requests at the part wait for this.
struct PartWait {
  std::string what;  // "in its own queue", "for Database"
  std::uint32_t requests = 0;
};

// Over the run so far, of all requests that were let in: how many a second, how long each has been
// here, and how many there were on average. L = λ × W holds for any such count (J. Little, 1961),
// in the time of those still here too; `number` is counted by itself, not worked out of the two.
struct LittlesLaw {
  double rate_rps = 0;
  double time_ms = 0;
  double number = 0;
  std::string words;  // "97.3/s × 412 ms = 40.1 here"
};

// What there is a number for every second of, to be plotted.
enum class PartCurve : std::uint8_t { none, waiting, utilisation };

struct Knob {
  std::string parameter;  // its name
  std::string words;      // "Queue limit"
  std::string value;      // "1,000 requests"
  // What a press of either button sets; nothing at the range's end.
  std::optional<double> less = {};
  std::optional<double> more = {};
  std::string less_words = {};  // "Workers: down to 8 workers"
  std::string more_words = {};
};

struct PartStory {
  std::size_t place = 0;  // in the scenario
  std::string label;
  std::string kind;     // "App server"
  std::string machine;  // it stands on; empty: on none
  std::string_view does;
  std::string_view omits;
  model::Health health = model::Health::up;
  std::vector<PartNumber> numbers;
  std::uint32_t inside = 0;     // requests at it in this moment
  std::vector<PartWait> waits;  // the most first; empty: nothing waits
  std::optional<LittlesLaw> little;
  PartCurve curve = PartCurve::none;
  std::uint32_t limit = 0;  // of those waiting
  std::vector<Knob> knobs;
  bool can_die = false;
  // What to set to slow it down, and to have it at the scenario's speed again: one of the two.
  std::optional<double> slow = {};
  std::optional<double> full_speed = {};
};

inline constexpr std::string_view kSlowness = "slowness";  // the parameter that the two set
inline constexpr double kSlowdown = 10;                    // times

// Nothing, when the track has no such part.
std::optional<PartStory> story_of(const Track& track, std::string_view part);

// Why nothing of the run may be changed by hand; empty when it may.
std::string_view why_untouchable(const Run& run);

}  // namespace tenfold::tutor
