// The life of one request as spans: what each call made on its behalf did, from when to when. Calls
// that are open at once overlap; the path that the answer waited for is cut out of them, and its
// times add up to the request's to the nanosecond.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/system.h"
#include "sim/clock.h"

namespace tenfold::model {

// What a call does, or has done to it.
enum class Doing : std::uint8_t {
  look_up,   // a name
  cross,     // a link, on the way to a part
  wait,      // in a queue, or for what another call has asked already
  cpu,       // has a processor
  disk,      // has the disk
  serve,     // the part's own time, for which it needs no machine
  back_off,  // its user pauses before a further try
  answer,    // its answer enters the link and crosses back
};
// In that order: what lesson files call them.
inline constexpr std::array<std::string_view, 8> kDoingNames = {
    "look_up", "cross", "wait", "cpu", "disk", "serve", "back_off", "answer"};
constexpr std::string_view doing_name(Doing doing) {
  return kDoingNames[static_cast<std::size_t>(doing)];
}

// The four things that a request's time goes to.
enum class Stay : std::uint8_t { waiting, service, wire, backoff };
inline constexpr std::size_t kStays = 4;
Stay stay_of(Doing doing);
std::string_view stay_name(Stay stay);  // what a learner reads: "waiting", "in service", …

// One stay of a call. Parts are indexes into the scenario's parts.
struct Span {
  sim::Time from{};
  sim::Time to{};           // sim::kNever while it lasts
  std::uint16_t part = 0;   // where; what crosses leaves here
  std::uint16_t other = 0;  // where it goes, if it crosses or waits to; else the part again
  std::uint16_t call = 0;   // into Trace::calls
  Doing doing = Doing::cross;
};

struct TracedCall {
  std::uint16_t parent = 0;  // which asked, into Trace::calls; the root's is the root
  std::uint16_t part = 0;    // that was asked
  sim::Time began{};
  // When its answer was back, or it was lost in a crash: sim::kNever if the request was over first.
  sim::Time ended = sim::kNever;
  Failure failure = Failure::none;
};

struct Trace {
  std::uint32_t request = 0;
  std::uint16_t users = 0;  // the clients part
  sim::Time came{};
  sim::Time ended{};  // when it was over, for its user
  bool over = false;
  bool truncated = false;  // it had more calls or spans than are kept: the later ones are missing
  Failure failure = Failure::none;
  std::vector<TracedCall> calls;  // in the order of asking; the first is the root
  // In the order of beginning. Those of one call follow one another, and none of them lasts while
  // what the call has asked for is awaited. None took no time but for crossings, as between
  // neighbours in one machine. What lasted when the request was over is cut there.
  std::vector<Span> spans;
};

// What the answer waited for, step by step: pieces of the trace's spans, in order of time, each
// beginning where the one before it ended, from `came` to `ended`. Where calls were open at once it
// is the way of the one whose answer was the last to be needed. A truncated trace has gaps.
// REQUIRES: the trace is over.
std::vector<Span> waited_path(const Trace& trace);

// Of a path's times, by what they went to.
struct StaySums {
  std::array<sim::Duration, kStays> by_stay{};
  sim::Duration of(Stay stay) const { return by_stay[static_cast<std::size_t>(stay)]; }
};
StaySums sums_of(const std::vector<Span>& path);

}  // namespace tenfold::model
