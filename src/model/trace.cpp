// Cutting the path that an answer waited for out of all that was done for it.
#include "model/trace.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <tuple>

namespace tenfold::model {
namespace {

// A stretch of a call's time up to a moment: its own span, or a call that it made.
struct Stretch {
  sim::Time from{};
  sim::Time to{};
  bool ends_there = false;  // at the moment, not later
  const Span* span = nullptr;
  std::uint16_t child = 0;  // without a span

  // What ended at a moment is what led on from it. If nothing did, what had been begun last was the
  // one still hoped for: what is left of earlier tries is heard by nobody.
  bool explains_better_than(const Stretch& other) const {
    return std::tie(to, ends_there, from) > std::tie(other.to, other.ends_there, other.from);
  }
};

// What the call had been waiting for at a moment; nothing at its beginning.
std::optional<Stretch> stretch_before(const Trace& trace, std::uint16_t call, sim::Time at) {
  std::optional<Stretch> best;
  const auto consider = [&](Stretch stretch) {
    stretch.ends_there = stretch.to <= at;
    stretch.to = std::min(stretch.to, at);
    if (stretch.from >= stretch.to) return;
    if (!best || stretch.explains_better_than(*best)) best = stretch;
  };
  for (const Span& span : trace.spans) {
    if (span.call == call) consider({.from = span.from, .to = span.to, .span = &span});
  }
  for (std::size_t i = 1; i < trace.calls.size(); ++i) {
    const TracedCall& child = trace.calls[i];
    if (child.parent != call) continue;
    consider({.from = child.began, .to = child.ended, .child = static_cast<std::uint16_t>(i)});
  }
  return best;
}

}  // namespace

Stay stay_of(Doing doing) {
  switch (doing) {
    case Doing::wait:
      return Stay::waiting;
    case Doing::look_up:
    case Doing::cpu:
    case Doing::disk:
    case Doing::serve:
      return Stay::service;
    case Doing::cross:
    case Doing::answer:
      return Stay::wire;
    case Doing::back_off:
      return Stay::backoff;
  }
  return Stay::waiting;
}

std::string_view stay_name(Stay stay) {
  switch (stay) {
    case Stay::waiting:
      return "waiting";
    case Stay::service:
      return "in service";
    case Stay::wire:
      return "on the wire";
    case Stay::backoff:
      return "in backoff";
  }
  return "";
}

std::vector<Span> waited_path(const Trace& trace) {
  assert(trace.over);
  std::vector<Span> path;  // the last first
  std::uint16_t call = 0;
  sim::Time at = trace.ended;
  while (at > trace.came) {
    const std::optional<Stretch> stretch = stretch_before(trace, call, at);
    if (!stretch) {
      if (call == 0) break;
      at = trace.calls[call].began;
      call = trace.calls[call].parent;
    } else if (stretch->span == nullptr) {
      at = stretch->to;
      call = stretch->child;
    } else {
      path.push_back(*stretch->span);
      path.back().to = stretch->to;
      at = stretch->from;
    }
  }
  std::reverse(path.begin(), path.end());
  return path;
}

StaySums sums_of(const std::vector<Span>& path) {
  StaySums sums;
  for (const Span& span : path) {
    sums.by_stay[static_cast<std::size_t>(stay_of(span.doing))] += span.to - span.from;
  }
  return sums;
}

}  // namespace tenfold::model
