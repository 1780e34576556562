// The run on screen: one system or several on the same requests, each with its past, and the
// controls.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/timeline.h"
#include "tutor/inspection.h"
#include "tutor/jobs.h"

namespace tenfold::tutor {

// One of the systems that run in step.
struct Track {
  std::string label;  // "One server, launch day"
  model::Scenario scenario;
  model::Timeline timeline;
  // For drawing: hops since the view last drew (at most 512 are kept).
  std::vector<model::Hop> hops = {};

  const model::System& system() const { return timeline.system(); }
};

// What the learner has picked out, to see more of it.
struct Selection {
  std::size_t track = 0;
  std::string part = {};  // its id; empty: none

  friend bool operator==(const Selection&, const Selection&) = default;
};

struct Run {
  enum class Purpose : std::uint8_t { look, walk, run, compare, challenge, worse, variant };

  // On its way to a time, as fast as it can. Without moments the present itself goes there, and is
  // seen on the way.
  struct Journey {
    sim::Time to{};
    std::vector<model::Timeline::Moment> moments = {};  // by track
  };

  // With these two a viewer knows that what it saw is another moment's: which run of this place it
  // is, and how often it has gone elsewhere without running there.
  std::uint32_t number = 0;
  std::uint32_t jumps = 0;
  Purpose purpose = Purpose::look;
  std::vector<Track> tracks = {};  // none: nothing is shown. The first is the one that is judged
  bool playing = false;
  std::optional<Journey> journey = {};
  double speed = 1;      // 0.25 … 16 simulated seconds a second
  bool settled = false;  // its end was dealt with
  // One request in so many is shown, so that at most about 60 a second of the viewer's time are.
  std::uint32_t hops_one_in = 1;
  Selection selected = {};
  std::string refused = {};  // why what was last asked of that part was not done; else empty
  std::optional<Inspection> inspection = {};  // of one request

  bool is_empty() const { return tracks.empty(); }
  // These require that it is not empty.
  const Track& track() const { return tracks.front(); }
  const model::System& system() const { return track().system(); }
  sim::Time now() const { return system().now(); }
  sim::Time end() const { return system().end(); }
  const model::Scenario& scenario() const { return track().scenario; }
  // Where it is, or is going.
  sim::Time destination() const { return journey ? journey->to : now(); }

  bool is_looking() const { return inspection && inspection->is_under_way(); }
  bool is_moving() const { return playing || journey.has_value(); }
  bool finished() const { return is_empty() || now() >= end(); }
  // Whether it may be started, and whether the learner's own hand may change its load and kill its
  // parts: not in the challenge, which is to be met as it is.
  bool may_play() const;
  bool may_touch() const;
  // The learner has changed it: no longer the lesson's run.
  bool touched() const;
  double traffic() const;  // the slider: times the scenario's load
};

// From the start, paused; the speed that the learner chose stays.
void begin(Run& run, Run::Purpose purpose, std::string label, const model::Scenario& scenario,
           std::uint64_t seed);
// Beside it, with the same requests.
void add_track(Run& run, std::string label, const model::Scenario& scenario, std::uint64_t seed);
void restart(Run& run, std::uint64_t seed);
// Nothing is shown any more.
void clear(Run& run);

// So many seconds of the viewer's, or less where that would be too many events for one call. On a
// journey: as far as the allowance goes.
void play_on(Run& run, double seconds, const Allowance& allowance);
void step_event(Run& run);
// Looks on into the request asked for, as far as the allowance goes.
void look_on(Run& run, const Allowance& allowance);
// Back or on; beyond its ends that is the end. It pauses there.
void go_to(Run& run, sim::Time at);

// In simulated seconds a second, ascending: what set_speed takes.
std::span<const double> speeds();
void set_speed(Run& run, double speed);
// On every track that has the part. Empty when one of them could; else why not.
std::vector<model::Fault> apply(Run& run, const model::Change& change);
std::vector<model::Fault> set_traffic(Run& run, double traffic);
// A parameter of a part, a name by its place among the choices. Of that track alone, but what users
// bring is brought to all of them. Nothing is done where it has that value already.
std::vector<model::Fault> set_parameter(Run& run, std::size_t track, const std::string& part,
                                        std::string_view name, double value);

}  // namespace tenfold::tutor
