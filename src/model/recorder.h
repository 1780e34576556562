// What a viewer wants to see of a run: crossings of links, the whole life of one request, and which
// requests are over. It only listens, so a run is the same with and without it.
#pragma once

#include <cstdint>
#include <vector>

#include "model/call.h"
#include "model/system.h"
#include "model/trace.h"

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

  // A request that is still to come is followed, and no other any more.
  void follow(std::uint32_t request);
  const Trace& trace() const { return trace_; }

  // The list of requests that are over begins anew, or goes on no more.
  void log_finished(bool wanted);
  const std::vector<Finished>& log() const { return log_; }

  // A request has come. Each hook costs one comparison when nobody looks.
  void opened(sim::Time now, const Call& root) {
    if (root.request != followed_) [[likely]]
      return;
    begin_trace(now, root);
  }
  // A call has asked something of another part; what it did itself before is over.
  void asked(sim::Time now, const Call& parent, const Call& call) {
    if (call.request != followed_) [[likely]]
      return;
    add_call(now, parent, call);
  }
  // A call begins to do something; what it did before is over.
  void doing(sim::Time now, const Call& call, Doing what, PartIndex part, PartIndex other) {
    if (call.request != followed_) [[likely]]
      return;
    next_span(now, call, what, part, other);
  }
  // What a call was doing is over. What follows is for its part to tell: time of which it says
  // nothing is a gap.
  void did(sim::Time now, const Call& call) {
    if (call.request != followed_) [[likely]]
      return;
    end_span(now, call);
  }
  // A call's answer is back, or the call is lost.
  void ended(sim::Time now, const Call& call, Failure failure) {
    if (call.request != followed_) [[likely]]
      return;
    end_call(now, call, failure);
  }
  // A request is over, for its user.
  void finished(sim::Time now, const Call& root, Failure failure) {
    if (root.request == followed_) [[unlikely]]
      end_trace(now, failure);
    if (logs_finished_) [[unlikely]]
      keep_finished({root.came_ns, now, root.request, root.part, failure});
  }

 private:
  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  static constexpr std::size_t kMostHops = 4096;
  static constexpr std::size_t kMostSpans = 4096;  // of one request, and its calls
  static constexpr std::size_t kMostFinished = 1U << 17;

  void keep_hop(const Hop& hop);
  void keep_finished(const Finished& finished);
  void begin_trace(sim::Time now, const Call& root);
  void add_call(sim::Time now, const Call& parent, const Call& call);
  void next_span(sim::Time now, const Call& call, Doing what, PartIndex part, PartIndex other);
  void end_span(sim::Time now, const Call& call);
  void end_call(sim::Time now, const Call& call, Failure failure);
  void end_trace(sim::Time now, Failure failure);
  // Into the trace's calls; as many as it has, for one that is not kept.
  std::size_t place_of(const Call& call) const;
  void close_span(sim::Time now, std::size_t place);

  std::uint32_t one_in_ = 0;
  std::vector<Hop> hops_;
  std::uint32_t followed_ = kNobody;  // until it is over
  Trace trace_;
  std::vector<std::uint64_t> keys_;  // of the trace's calls
  bool logs_finished_ = false;
  std::vector<Finished> log_;
};

}  // namespace tenfold::model
