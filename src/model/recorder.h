// What a viewer wants to see of a run: crossings of links, and the whole path of one request.
// It only listens, so a run is the same with and without it.
#pragma once

#include <cstdint>
#include <vector>

#include "model/call.h"
#include "model/system.h"

namespace tenfold::model {

class Recorder {
 public:
  void sample_hops(std::uint32_t one_in) { one_in_ = one_in; }
  void take_hops(std::vector<Hop>& out);
  void hop(sim::Time now, const Call& call, PartIndex from, PartIndex to, bool reply) {
    if (one_in_ == 0 || call.request % one_in_ != 0 || call.request == kNoRequest) [[likely]]
      return;
    keep_hop({now, call.request, from, to, reply, call.failure});
  }

  // The next request offered is followed.
  void follow_next() { waits_for_request_ = true; }
  void offered(std::uint32_t request) {
    if (waits_for_request_) [[unlikely]]
      begin_path(request);
  }

  // A followed request begins to do something; what it did before is over.
  void doing(sim::Time now, const Call& call, PathStep::Doing what, PartIndex part,
             PartIndex other) {
    if (call.request != followed_) [[likely]]
      return;
    next_step(now, what, part, other);
  }
  void finished(sim::Time now, const Call& root) {
    if (root.request == followed_) [[unlikely]]
      end_path(now);
  }

  const std::vector<PathStep>& path() const { return path_; }
  bool path_done() const { return path_done_; }

 private:
  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  static constexpr std::size_t kMostHops = 4096;

  void keep_hop(const Hop& hop);
  void begin_path(std::uint32_t request);
  void next_step(sim::Time now, PathStep::Doing what, PartIndex part, PartIndex other);
  void end_path(sim::Time now);

  std::uint32_t one_in_ = 0;
  std::vector<Hop> hops_;
  bool waits_for_request_ = false;
  std::uint32_t followed_ = kNobody;
  bool step_open_ = false;
  bool path_done_ = false;
  std::vector<PathStep> path_;
};

}  // namespace tenfold::model
