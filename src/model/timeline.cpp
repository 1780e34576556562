// Snapshots, and the way from one to a moment.
#include "model/timeline.h"

#include <algorithm>

namespace tenfold::model {

Timeline::Timeline(const Scenario& scenario, std::uint64_t seed) : present_(scenario, seed) {
  keep_snapshot();
}

void Timeline::seek(sim::Time at) {
  at = std::clamp(at, sim::Time{0}, present_.end());
  if (at < present_.now()) go_back(at);
  for (;;) {
    const sim::Time next_snapshot_ns = snapshots_.back().system.now() + spacing_ns_;
    const bool has_change = present_done_ < done_.size() && done_[present_done_].at <= at;
    const sim::Time stop = has_change ? done_[present_done_].at : at;
    if (next_snapshot_ns <= stop) {
      // After going back the present is among snapshots that are there already.
      present_.run_until(next_snapshot_ns);
      keep_snapshot();
      continue;
    }
    present_.run_until(stop);
    if (!has_change) return;
    present_.apply(done_[present_done_++].change);
  }
}

std::vector<Fault> Timeline::apply(const Change& change) {
  std::vector<Fault> faults = present_.apply(change);
  if (!faults.empty()) return faults;
  done_.resize(present_done_);
  done_.push_back({present_.now(), change});
  ++present_done_;
  std::erase_if(snapshots_,
                [&](const Snapshot& snapshot) { return snapshot.system.now() > present_.now(); });
  return {};
}

void Timeline::go_back(sim::Time at) {
  const auto later =
      std::find_if(snapshots_.begin() + 1, snapshots_.end(),
                   [at](const Snapshot& snapshot) { return snapshot.system.now() > at; });
  const Snapshot& last = *(later - 1);
  present_ = last.system;
  present_done_ = last.done;
}

void Timeline::keep_snapshot() {
  if (snapshots_.size() == kMostSnapshots) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < snapshots_.size(); i += 2) snapshots_[kept++] = snapshots_[i];
    snapshots_.erase(snapshots_.begin() + static_cast<std::ptrdiff_t>(kept), snapshots_.end());
    spacing_ns_ *= 2;
  }
  snapshots_.push_back({present_, present_done_});
}

}  // namespace tenfold::model
