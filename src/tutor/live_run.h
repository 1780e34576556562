// The run on screen and its controls.
#pragma once

#include <span>
#include <string>

#include "tutor/tutor.h"

namespace tenfold::tutor {

// From the start, paused; the speed that the learner chose stays.
void begin(LiveRun& live, LiveRun::Purpose purpose, std::string label,
           const model::Scenario& scenario, std::uint64_t seed);
// Beside it, with the same requests.
void begin_twin(LiveRun& live, std::string label, const model::Scenario& scenario,
                std::uint64_t seed);
void restart(LiveRun& live, std::uint64_t seed);

// So many seconds of the viewer's, or less where that would be too many events for one call.
void play_on(LiveRun& live, double seconds);
void step_event(LiveRun& live);
void finish(LiveRun& live);

// In simulated seconds a second, ascending: what set_speed takes.
std::span<const double> speeds();
void set_speed(LiveRun& live, double speed);
// On the system and its twin, where they have the part. False when neither could.
bool apply(LiveRun& live, const model::Change& change);
bool set_traffic(LiveRun& live, double traffic);

}  // namespace tenfold::tutor
