// Snapshots, and the way from one to a moment.
#include "model/timeline.h"

#include <algorithm>
#include <utility>

namespace tenfold::model {
namespace {

sim::Time time_of(const Timeline::Moment& moment) { return moment.system.now(); }

}  // namespace

Timeline::Timeline(const Scenario& scenario, std::uint64_t seed, std::size_t most_bytes)
    : present_{.system = System(scenario, seed)}, most_bytes_(most_bytes) {
  keep_snapshot(present_);
}

void Timeline::run_until(sim::Time at) {
  at = std::min(at, system().end());
  if (at >= system().now()) go_on(present_, at);
}

bool Timeline::step() {
  const sim::Time before = system().now();
  if (!present_.system.step()) return false;
  if (present_.done == done_.size() || done_[present_.done].at >= system().now()) return true;
  const sim::Time done_at = done_[present_.done].at;
  seek(before);
  go_on(present_, done_at);
  return true;
}

void Timeline::seek(sim::Time at) {
  at = std::clamp(at, sim::Time{0}, system().end());
  if (leads_to(at)) {
    go_on(present_, at);
    return;
  }
  Moment moment = moment_before(at);
  go_on(moment, at);
  take_place(std::move(moment));
}

bool Timeline::leads_to(sim::Time at) const {
  return system().now() <= at && time_of(kept_before(at)) <= system().now();
}

Timeline::Moment Timeline::moment_before(sim::Time at) const { return kept_before(at); }

Timeline::Moment Timeline::moment_before_request(std::uint32_t request) const {
  const auto later = std::find_if(
      snapshots_.begin() + 1, snapshots_.end(),
      [request](const Snapshot& kept) { return kept.moment.system.requests_offered() > request; });
  return (later - 1)->moment;
}

const Timeline::Moment& Timeline::kept_before(sim::Time at) const {
  const auto later = std::find_if(snapshots_.begin() + 1, snapshots_.end(),
                                  [at](const Snapshot& kept) { return time_of(kept.moment) > at; });
  return (later - 1)->moment;
}

void Timeline::go_on(Moment& moment, sim::Time at) {
  while (!only_start_) {
    const sim::Time next = time_of(snapshots_.back().moment) + spacing_ns_;
    if (next > at) break;
    repeat(moment, std::max(next, time_of(moment)));
    keep_snapshot(moment);
  }
  repeat(moment, at);
}

void Timeline::repeat(Moment& moment, sim::Time at) const {
  while (moment.done < done_.size() && done_[moment.done].at <= at) {
    moment.system.run_until(done_[moment.done].at);
    moment.system.apply(done_[moment.done++].change);
  }
  moment.system.run_until(at);
}

void Timeline::take_place(Moment&& moment) {
  if (seen().size() > moment.system.series().size()) seen_ = seen();
  present_ = std::move(moment);
  std::vector<Hop> passed_by;
  take_hops(passed_by);
  sample_hops(hops_one_in_);
}

std::vector<Fault> Timeline::apply(const Change& change) {
  std::vector<Fault> faults = present_.system.apply(change);
  if (!faults.empty()) return faults;
  done_.resize(present_.done);
  done_.push_back({system().now(), change});
  ++present_.done;
  seen_.clear();
  std::erase_if(snapshots_, [&](const Snapshot& kept) {
    if (time_of(kept.moment) <= system().now()) return false;
    bytes_ -= kept.bytes;
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

void Timeline::keep_snapshot(const Moment& moment) {
  const std::size_t bytes = moment.system.bytes();
  snapshots_.push_back({moment, bytes});
  bytes_ += bytes;
  while (bytes_ > most_bytes_ && snapshots_.size() > 1) thin_out();
}

// Every second one goes; of two, the later.
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
