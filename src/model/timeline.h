// A run in which one can go to any moment, back as well as on. It keeps snapshots on the way and
// goes on from the last before the moment, doing again what was done to the system, so what is seen
// there is what was there, to the bit.
#pragma once

#include <cstddef>
#include <cstdint>
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
  // The run as it is at some time.
  struct Moment {
    System system;
    std::size_t done = 0;  // how many of all that was done it has been through
  };

  // What all snapshots of a run may take, so that two on screen take 64 MiB: what a page on a phone
  // can spare.
  static constexpr std::size_t kMostBytes = std::size_t{32} << 20;

  // REQUIRES: check(scenario) is empty.
  Timeline(const Scenario& scenario, std::uint64_t seed, std::size_t most_bytes = kMostBytes);

  // The system at the present moment.
  const System& system() const { return present_.system; }

  // On to a time; one that is past, or beyond the end, is as near as can be.
  void run_until(sim::Time at);
  // The next event, or what was done by hand before it. False when none is left before the end.
  bool step();
  // To any time, at once; beyond the run's ends that is the end.
  void seek(sim::Time at);

  // The way to a time in pieces, while the present stays what it is: a copy of the latest moment
  // kept that is not after it, which then goes on and at last takes the present's place.
  Moment moment_before(sim::Time at) const;
  void go_on(Moment& moment, sim::Time at);
  void take_place(Moment&& moment);
  // Whether the way to a time leads on from the present, and from no later moment that is kept.
  bool leads_to(sim::Time at) const;

  // The same by what had come: the latest moment kept at which the request was still to come. The
  // start, when it came before all others.
  Moment moment_before_request(std::uint32_t request) const;

  // A copy goes on as the run did, for looking into it: no snapshots are kept of that.
  void repeat(Moment& moment, sim::Time at) const;

  // Does something to the system now. What was done later, before going back, has not been done
  // any more. Faults as of System::apply.
  std::vector<Fault> apply(const Change& change);
  // All that was done by hand, by time; of these, what the present has been through comes first.
  std::span<const Done> done() const { return done_; }
  std::span<const Done> done_by_now() const { return std::span(done_).first(present_.done); }

  // As System's, of the run as it goes on from the present; what lies on a way is not kept.
  void sample_hops(std::uint32_t one_in);
  void take_hops(std::vector<Hop>& out) { present_.system.take_hops(out); }

  // Second by second, as far as the run has been seen: also what lies ahead of the present, as long
  // as nothing else is done.
  const std::vector<Sample>& seen() const;

  // Memory of all snapshots, as System::bytes counts.
  std::size_t bytes() const { return bytes_; }
  // The run is too large for snapshots on the way, so the way back begins at its start.
  bool keeps_only_the_start() const { return only_start_; }

 private:
  struct Snapshot {
    Moment moment;
    std::size_t bytes;
  };

  void keep_snapshot(const Moment& moment);
  void thin_out();
  const Moment& kept_before(sim::Time at) const;

  Moment present_;
  std::vector<Done> done_;           // by time
  std::vector<Snapshot> snapshots_;  // by time; the first is the start
  std::uint32_t hops_one_in_ = 0;
  std::size_t bytes_ = 0;
  std::size_t most_bytes_;
  bool only_start_ = false;
  sim::Duration spacing_ns_ = sim::kSecond;
  std::vector<Sample> seen_;  // when the present is not the latest moment seen
};

}  // namespace tenfold::model
