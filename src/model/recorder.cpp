// Keeping hops and path steps.
#include "model/recorder.h"

namespace tenfold::model {

void Recorder::take_hops(std::vector<Hop>& out) {
  out.insert(out.end(), hops_.begin(), hops_.end());
  hops_.clear();
}

void Recorder::keep_hop(const Hop& hop) {
  if (hops_.size() < kMostHops) hops_.push_back(hop);
}

void Recorder::begin_path(std::uint32_t request) {
  waits_for_request_ = false;
  followed_ = request;
  step_open_ = false;
  path_done_ = false;
  path_.clear();
}

void Recorder::next_step(sim::Time now, PathStep::Doing what, PartIndex part, PartIndex other) {
  if (step_open_) {
    path_.back().to = now;
    // A step that took no time was none, but for crossings: those between neighbours in one
    // machine.
    const PathStep& last = path_.back();
    const bool crossed = last.part != last.other;
    if (last.from == last.to && !crossed) path_.pop_back();
  }
  path_.push_back({now, now, part, other, what});
  step_open_ = true;
}

void Recorder::end_path(sim::Time now) {
  if (step_open_) path_.back().to = now;
  step_open_ = false;
  path_done_ = true;
  followed_ = kNobody;
}

}  // namespace tenfold::model
