// Keeping hops, spans and what is over.
#include "model/recorder.h"

#include <algorithm>
#include <iterator>

namespace tenfold::model {
namespace {

// A span that took no time was none, but for crossings: those between neighbours in one machine.
bool was_none(const Span& span) {
  return span.from == span.to && stay_of(span.doing) != Stay::wire;
}

}  // namespace

void Recorder::take_hops(std::vector<Hop>& out) {
  out.insert(out.end(), hops_.begin(), hops_.end());
  hops_.clear();
}

void Recorder::keep_hop(const Hop& hop) {
  if (hops_.size() < kMostHops) hops_.push_back(hop);
}

void Recorder::log_finished(bool wanted) {
  logs_finished_ = wanted;
  if (wanted) log_.clear();
}

void Recorder::keep_finished(const Finished& finished) {
  if (log_.size() < kMostFinished) log_.push_back(finished);
}

void Recorder::follow(std::uint32_t request) {
  followed_ = request;
  trace_ = {};
  trace_.request = request;
  keys_.clear();
}

void Recorder::begin_trace(sim::Time now, const Call& root) {
  trace_.users = root.part;
  trace_.came = now;
  trace_.calls.push_back({.part = root.part, .began = now});
  keys_.push_back(root.key);
}

void Recorder::add_call(sim::Time now, const Call& parent, const Call& call) {
  const std::size_t place = place_of(parent);
  if (place == keys_.size()) return;
  close_span(now, place);
  if (keys_.size() == kMostSpans) {
    trace_.truncated = true;
    return;
  }
  trace_.calls.push_back(
      {.parent = static_cast<std::uint16_t>(place), .part = call.part, .began = now});
  keys_.push_back(call.key);
}

void Recorder::next_span(sim::Time now, const Call& call, Doing what, PartIndex part,
                         PartIndex other) {
  const std::size_t place = place_of(call);
  if (place == keys_.size()) return;
  close_span(now, place);
  if (trace_.spans.size() == kMostSpans) {
    trace_.truncated = true;
    return;
  }
  trace_.spans.push_back({now, sim::kNever, part, other, static_cast<std::uint16_t>(place), what});
}

void Recorder::end_span(sim::Time now, const Call& call) {
  const std::size_t place = place_of(call);
  if (place != keys_.size()) close_span(now, place);
}

void Recorder::end_call(sim::Time now, const Call& call, Failure failure) {
  const std::size_t place = place_of(call);
  if (place == keys_.size()) return;
  close_span(now, place);
  trace_.calls[place].ended = now;
  trace_.calls[place].failure = failure;
}

void Recorder::end_trace(sim::Time now, Failure failure) {
  for (Span& span : trace_.spans) span.to = std::min(span.to, now);
  std::erase_if(trace_.spans, was_none);
  trace_.calls.front().ended = now;
  trace_.calls.front().failure = failure;
  trace_.ended = now;
  trace_.failure = failure;
  trace_.over = true;
  followed_ = kNobody;
}

// The latest first: they do the most.
std::size_t Recorder::place_of(const Call& call) const {
  const auto found = std::find(keys_.rbegin(), keys_.rend(), call.key);
  return found == keys_.rend() ? keys_.size()
                               : static_cast<std::size_t>(std::distance(found, keys_.rend())) - 1;
}

// Of a call's spans only the last can be open.
void Recorder::close_span(sim::Time now, std::size_t place) {
  std::vector<Span>& spans = trace_.spans;
  const auto last = std::find_if(spans.rbegin(), spans.rend(),
                                 [place](const Span& span) { return span.call == place; });
  if (last == spans.rend() || last->to != sim::kNever) return;
  last->to = now;
  if (was_none(*last)) spans.erase(std::next(last).base());
}

}  // namespace tenfold::model
