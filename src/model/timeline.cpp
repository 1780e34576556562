// Snapshots, and the way from one to a moment.
#include "model/timeline.h"

#include <algorithm>
#include <utility>

namespace tenfold::model {
namespace {

constexpr sim::Duration kStretch = 10 * sim::kMillisecond;  // between two looks at how far it came

sim::Time time_of(const Timeline::Moment& moment) { return moment.system.now(); }

}  // namespace

Timeline::Timeline(const Scenario& scenario, std::uint64_t seed, std::size_t most_bytes)
    : present_{.system = System(scenario, seed)}, most_bytes_(most_bytes) {
  keep_snapshot(present_);
}

void Timeline::run_until(sim::Time at) {
  end_journey();
  go_on(present_, std::min(at, system().end()));
}

bool Timeline::step() {
  end_journey();
  System& system = present_.system;
  const sim::Time before = system.now();
  if (!system.step()) return false;
  // What was done by hand comes before the event, if it lies between.
  const bool passed_by = present_.done < done_.size() && done_[present_.done].at < system.now();
  if (!passed_by) return true;
  const sim::Time at = done_[present_.done].at;
  present_ = moment_before(before);
  go_on(present_, at);
  return true;
}

void Timeline::set_out(sim::Time at) {
  at = std::clamp(at, sim::Time{0}, system().end());
  const bool is_back = at < system().now();
  const Moment& kept = snapshot_before(at).moment;
  const auto leads_there = [&](const Moment& moment) {
    return time_of(moment) <= at && time_of(moment) >= time_of(kept);
  };
  if (on_the_way_ && !leads_there(*on_the_way_)) on_the_way_.reset();
  if (!on_the_way_ && (is_back || time_of(kept) > system().now())) on_the_way_ = kept;
  going_to_ = at;
}

void Timeline::travel(std::uint64_t events) {
  if (!going_to_) return;
  Moment& moment = on_the_way_ ? *on_the_way_ : present_;
  const std::uint64_t until = moment.system.events() + events;
  while (time_of(moment) < *going_to_ && moment.system.events() < until) {
    go_on(moment, std::min(time_of(moment) + kStretch, *going_to_));
  }
  if (time_of(moment) < *going_to_) return;
  // At the moment itself stands what was done then.
  go_on(moment, *going_to_);
  if (on_the_way_) {
    if (seen().size() > moment.system.series().size()) seen_ = seen();
    present_ = std::move(*on_the_way_);
  }
  end_journey();
  std::vector<Hop> passed_by;
  take_hops(passed_by);
  present_.system.sample_hops(hops_one_in_);
}

void Timeline::seek(sim::Time at) {
  set_out(at);
  while (is_under_way()) travel(~std::uint32_t{0});
}

void Timeline::end_journey() {
  going_to_.reset();
  on_the_way_.reset();
}

std::vector<Fault> Timeline::apply(const Change& change) {
  end_journey();
  std::vector<Fault> faults = present_.system.apply(change);
  if (!faults.empty()) return faults;
  done_.resize(present_.done);
  done_.push_back({system().now(), change});
  ++present_.done;
  seen_.clear();
  std::erase_if(snapshots_, [&](const Snapshot& snapshot) {
    if (time_of(snapshot.moment) <= system().now()) return false;
    bytes_ -= snapshot.bytes;
    return true;
  });
  return {};
}

void Timeline::sample_hops(std::uint32_t one_in) {
  hops_one_in_ = one_in;
  present_.system.sample_hops(one_in);
}

const std::vector<Sample>& Timeline::seen() const {
  const std::vector<Sample>& now = system().series();
  return seen_.size() > now.size() ? seen_ : now;
}

Timeline::Moment Timeline::moment_before(sim::Time at) const {
  return snapshot_before(at).moment;
}

void Timeline::advance(Moment& moment, sim::Time at) const {
  while (moment.done < done_.size() && done_[moment.done].at <= at) {
    moment.system.run_until(done_[moment.done].at);
    moment.system.apply(done_[moment.done++].change);
  }
  moment.system.run_until(at);
}

const Timeline::Snapshot& Timeline::snapshot_before(sim::Time at) const {
  const auto later = std::find_if(
      snapshots_.begin() + 1, snapshots_.end(),
      [at](const Snapshot& snapshot) { return time_of(snapshot.moment) > at; });
  return *(later - 1);
}

// Keeps snapshots where it comes further than the last one.
void Timeline::go_on(Moment& moment, sim::Time at) {
  for (;;) {
    const sim::Time next_ns = time_of(snapshots_.back().moment) + spacing_ns_;
    if (next_ns > at || only_start_) break;
    advance(moment, std::max(next_ns, time_of(moment)));
    keep_snapshot(moment);
  }
  advance(moment, at);
}

void Timeline::keep_snapshot(const Moment& moment) {
  const std::size_t bytes = moment.system.bytes();
  snapshots_.push_back({moment, bytes});
  bytes_ += bytes;
  while (bytes_ > most_bytes_ && snapshots_.size() > 1) thin_out();
}

// Every second one goes, the last as well where it would be alone with the start.
void Timeline::thin_out() {
  std::size_t kept = 0;
  bytes_ = 0;
  for (std::size_t i = 0; i < snapshots_.size(); i += 2) {
    bytes_ += snapshots_[i].bytes;
    if (kept != i) snapshots_[kept] = std::move(snapshots_[i]);
    ++kept;
  }
  snapshots_.erase(snapshots_.begin() + static_cast<std::ptrdiff_t>(kept), snapshots_.end());
  only_start_ = kept == 1;
  spacing_ns_ *= 2;
}

}  // namespace tenfold::model
