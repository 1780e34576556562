// A run in which one can go to any moment, back as well as on. It keeps snapshots on the way and
// goes on from the last before the moment, doing again what was done to the system, so what is seen
// there is what was there, to the bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/scenario.h"
#include "model/system.h"

namespace tenfold::model {

class Timeline {
 public:
  // REQUIRES: check(scenario) is empty.
  Timeline(const Scenario& scenario, std::uint64_t seed);

  // The system at the present moment.
  const System& system() const { return present_; }

  // Makes a moment the present one; beyond the run's end that is the end.
  void seek(sim::Time at);

  // Does something to the system now. What was done later, before going back, has not been done
  // any more. Faults as of System::apply.
  std::vector<Fault> apply(const Change& change);

 private:
  struct Snapshot {
    System system;
    std::size_t done;  // how many of done_ it has been through
  };
  struct Done {
    sim::Time at;
    Change change;
  };

  // 32 copies of a large system are a few megabytes, and a run of a minute has one every 2 seconds.
  static constexpr std::size_t kMostSnapshots = 32;

  void go_back(sim::Time at);
  void keep_snapshot();

  System present_;
  std::size_t present_done_ = 0;
  std::vector<Done> done_;           // by time
  std::vector<Snapshot> snapshots_;  // by time; the first is the start
  sim::Duration spacing_ns_ = sim::kSecond;
};

}  // namespace tenfold::model
