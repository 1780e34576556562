// The run on screen and its controls.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/system.h"
#include "tutor/jobs.h"

namespace tenfold::tutor {

// A run on screen: the system, its twin where two are compared, and the controls.
struct LiveRun {
  enum class Purpose : std::uint8_t { look, walk, run, compare, challenge, worse, variant };
  Purpose purpose = Purpose::look;
  std::string label;  // "One server, launch day"
  model::Scenario scenario;
  std::unique_ptr<model::System> system;
  std::unique_ptr<model::System> twin;  // same requests, other system; only in compare
  model::Scenario twin_scenario;
  std::string twin_label;
  bool playing = false;
  std::optional<sim::Time> going_to;  // on its way to that moment, as fast as it can
  double speed = 1;                   // 0.25 … 16 simulated seconds a second
  double traffic = 1;                 // the slider: times the scenario's load
  bool touched = false;               // the learner changed it: no longer the lesson's run
  bool settled = false;               // its end was dealt with
  // For drawing: hops since the view last drew (at most 512 are kept), one request in `hops_one_in`
  // being shown so that at most about 60 a second of the viewer's time are.
  std::vector<model::Hop> hops;
  std::vector<model::Hop> twin_hops;
  std::uint32_t hops_one_in = 1;
  bool is_moving() const { return playing || going_to.has_value(); }
  bool finished() const { return !system || system->now() >= system->end(); }
  // Whether it may be started, and whether the learner's own hand may change its load and kill its
  // parts: not in the challenge, which is to be met as it is.
  bool may_play() const;
  bool may_touch() const;
};

// From the start, paused; the speed that the learner chose stays.
void begin(LiveRun& live, LiveRun::Purpose purpose, std::string label,
           const model::Scenario& scenario, std::uint64_t seed);
// Beside it, with the same requests.
void begin_twin(LiveRun& live, std::string label, const model::Scenario& scenario,
                std::uint64_t seed);
void restart(LiveRun& live, std::uint64_t seed);

// So many seconds of the viewer's, or less where that would be too many events for one call. On its
// way to a moment: as far as the allowance goes.
void play_on(LiveRun& live, double seconds, const Allowance& allowance);
void step_event(LiveRun& live);
void go_to(LiveRun& live, sim::Time at);  // at most to its end; nothing is shown on the way

// In simulated seconds a second, ascending: what set_speed takes.
std::span<const double> speeds();
void set_speed(LiveRun& live, double speed);
// On the system and its twin, where they have the part. False when neither could.
bool apply(LiveRun& live, const model::Change& change);
bool set_traffic(LiveRun& live, double traffic);

}  // namespace tenfold::tutor
