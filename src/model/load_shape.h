// When users ask: a Poisson process whose rate follows the day's shape. Arrivals come by thinning
// (Lewis and Shedler, 1979): candidates come at the highest rate, and one counts with the chance of
// (rate then) / (highest rate).
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "model/settings.h"
#include "sim/clock.h"
#include "sim/random.h"

namespace tenfold::model {

class System;

inline constexpr std::array<std::string_view, 5> kShapes = {"steady", "launch", "step", "diurnal",
                                                            "bursty"};

class LoadShape {
 public:
  explicit LoadShape(sim::Stream stream);

  // From the parameters of a clients part.
  void configure(const Settings& settings);

  // Requests a second over an average day, and at the busiest moment; the traffic slider counts.
  double average_rps() const { return average_rps_ * traffic_; }
  double highest_rps() const { return highest_rps_ * traffic_; }

  // Requests a second that are to be expected then. Bursts come by chance: of them, the average.
  double expected_rps(sim::Time at) const;

  // The next arrival after now; kNever when none comes by the end. It may be asked for anew at any
  // later time, as arrivals have no memory.
  sim::Time next(sim::Time now, sim::Time end);

 private:
  enum class Kind : std::uint8_t { steady, launch, step, diurnal, bursty };

  // Calm and burst take turns, each for an exponential time: a Markov-modulated Poisson process of
  // two states. It begins calm.
  struct Weather {
    sim::Random draws;
    bool bursts = true;
    sim::Time until_ns = 0;
  };

  void pass(Weather& weather, sim::Time at) const;
  double rate_rps(sim::Time at, const Weather& weather) const;  // at the lesson's own traffic
  // From 0 for the lowest rate to 1 for the highest.
  double height(sim::Time at, const Weather& weather) const;
  double launch_height(sim::Time at) const;

  Kind kind_ = Kind::steady;
  double average_rps_ = 0;
  double lowest_rps_ = 0;
  double highest_rps_ = 0;
  double traffic_ = 1;
  sim::Duration start_ns_ = 0;
  sim::Duration ramp_ns_ = 0;
  sim::Duration hold_ns_ = 0;
  sim::Duration fall_ns_ = 0;
  sim::Duration day_ns_ = 1;
  double calm_ns_ = 0;
  double burst_ns_ = 0;
  sim::Random draws_;
  Weather weather_;  // as of the last question
};

// What is planned for all who ask in a system, as it stands.
std::vector<LoadShape> load_shapes(const System& system);

}  // namespace tenfold::model
