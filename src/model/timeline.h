// A run in which one can go to any moment, back as well as on. It keeps snapshots on the way and
// goes on from the last before the moment, doing again what was done to the system, so what is seen
// there is what was there, to the bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/scenario.h"
#include "model/system.h"

namespace tenfold::model {

class Timeline {
 public:
  // Something done to the system by hand.
  struct Done {
    sim::Time at;
    Change change;
  };
  // A copy of the run at some moment.
  struct Moment {
    System system;
    std::size_t done = 0;  // how many of all that was done it has been through
  };

  // What all snapshots of a run may take: half of the memory that a page on a phone may have.
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;

  // REQUIRES: check(scenario) is empty.
  Timeline(const Scenario& scenario, std::uint64_t seed, std::size_t most_bytes = kMostBytes);

  // The system at the present moment.
  const System& system() const { return present_.system; }

  // On to a moment; one that is past changes nothing.
  void run_until(sim::Time at);
  // The next event. False when none is left before the end.
  bool step();

  // Sets out for a moment; beyond the run's ends that is the end. On the way back the present stays
  // what it is until the moment is reached.
  void set_out(sim::Time at);
  bool is_under_way() const { return going_to_.has_value(); }
  // Where it goes; when it does not, the present moment.
  sim::Time destination() const { return going_to_.value_or(system().now()); }
  // Goes on for at least so many events, where there are as many on the way.
  void travel(std::uint64_t events);
  void stay() { end_journey(); }
  // The whole way at once.
  void seek(sim::Time at);

  // Does something to the system now. What was done later, before going back, has not been done
  // any more. Faults as of System::apply.
  std::vector<Fault> apply(const Change& change);
  // All that was done by hand, by time; of these, what the present has been through comes first.
  std::span<const Done> done() const { return done_; }
  std::span<const Done> done_by_now() const { return std::span(done_).first(present_.done); }

  // As System's, of the run as it goes on from the present; what a journey passes by is not kept.
  void sample_hops(std::uint32_t one_in);
  void take_hops(std::vector<Hop>& out) { present_.system.take_hops(out); }

  // Second by second, as far as the run has been seen: also what lies ahead of the present, as long
  // as nothing else is done.
  const std::vector<Sample>& seen() const;

  // To look into what was: a copy of the latest moment kept that is not after `at`, and the way on
  // from there, as it was.
  Moment moment_before(sim::Time at) const;
  void advance(Moment& moment, sim::Time at) const;

  // Memory of all snapshots, as System::bytes counts.
  std::size_t bytes() const { return bytes_; }
  // The run is too large for snapshots on the way, so the way back begins at its start.
  bool keeps_only_the_start() const { return only_start_; }

 private:
  struct Snapshot {
    Moment moment;
    std::size_t bytes;
  };

  void end_journey();
  void go_on(Moment& moment, sim::Time at);
  void keep_snapshot(const Moment& moment);
  void thin_out();
  const Snapshot& snapshot_before(sim::Time at) const;

  Moment present_;
  std::optional<sim::Time> going_to_;
  std::optional<Moment> on_the_way_;  // where the way does not lead on from the present
  std::vector<Done> done_;            // by time
  std::vector<Snapshot> snapshots_;   // by time; the first is the start
  std::uint32_t hops_one_in_ = 0;
  std::size_t bytes_ = 0;
  std::size_t most_bytes_;
  bool only_start_ = false;
  sim::Duration spacing_ns_ = sim::kSecond;
  std::vector<Sample> seen_;  // when the present is not the latest moment seen
};

}  // namespace tenfold::model
