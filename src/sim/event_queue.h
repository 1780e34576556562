// The list of what is going to happen, in order of time and, within one nanosecond, of asking: a
// tournament between the events. Beside it lanes, plain queues for delays that are always the same:
// whoever enters such a lane later leaves it later, so nothing needs sorting, and only the fronts
// of the lanes have a tournament of their own, a small one.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/clock.h"
#include "sim/ring.h"
#include "sim/tournament.h"

namespace tenfold::sim {

struct Event {
  Time time_ns = kNever;
  std::uint32_t payload = 0;  // what it means: the user's own 31 bits
};

// There is no way to take an event back. Instead, its receiver compares what it knows (a
// generation, the moment it waits for) with the event that arrives, and ignores one that is stale.
class EventQueue {
 public:
  using Lane = std::uint32_t;

  // The first sequence number matters only to the test of what happens when they run out.
  explicit EventQueue(std::uint32_t first_sequence = 0)
      : next_rank_(std::uint64_t{first_sequence} << 32) {}

  // REQUIRES: the time is not before the last popped event's, and payload < 2^31.
  void push(Time time_ns, std::uint32_t payload) {
    const Tournament::Seat seat =
        left_ == kNoSeat ? events_.take_seat() : std::exchange(left_, kNoSeat);
    events_.enter(seat, time_ns, next_rank(payload));
  }

  // The lane of a constant delay; asking again for the same delay gives the same lane.
  Lane lane(Duration delay_ns);

  // The event happens the lane's delay after now. REQUIRES: now never runs backwards.
  void push_lane(Lane lane, Time now_ns, std::uint32_t payload) {
    DelayLane& chosen = lanes_[lane];
    const Waiting event = {now_ns + chosen.delay_ns, next_rank(payload)};
    if (chosen.waiting.empty()) fronts_.enter(lane, event.time_ns, event.rank);
    chosen.waiting.push(event);
  }

  // When the next event happens, kNever if none does.
  Time next_time_ns() {
    close_gap();
    const Time time_ns = std::min(fronts_.time_ns(), events_.time_ns());
    return time_ns < Tournament::kNobody ? time_ns : kNever;
  }

  // REQUIRES: the queue is not empty.
  Event pop() {
    close_gap();
    if (fronts_.is_before(events_)) return pop_lane(fronts_.seat());
    left_ = events_.seat();
    return {events_.time_ns(), events_.lower_rank()};
  }

  bool empty() { return next_time_ns() == kNever; }

  std::size_t bytes() const {
    std::size_t bytes = events_.bytes() + fronts_.bytes() + bytes_of(lanes_);
    for (const DelayLane& lane : lanes_) bytes += lane.waiting.bytes();
    return bytes;
  }

 private:
  struct Waiting {
    Time time_ns = kNever;
    std::uint64_t rank = 0;  // the sequence number above the payload
  };
  struct DelayLane {
    Duration delay_ns = 0;
    Ring<Waiting> waiting;
  };

  std::uint64_t next_rank(std::uint32_t payload) {
    assert(payload >> 31 == 0);
    if (next_rank_ >= kLastRank) [[unlikely]]
      renumber();
    const std::uint64_t rank = next_rank_ | payload;
    next_rank_ += kOneRank;
    return rank;
  }

  Event pop_lane(Lane lane) {
    Ring<Waiting>& waiting = lanes_[lane].waiting;
    const Waiting event = waiting.pop();
    if (waiting.empty()) {
      fronts_.leave(lane);
    } else {
      fronts_.enter(lane, waiting.front().time_ns, waiting.front().rank);
    }
    return {event.time_ns, static_cast<std::uint32_t>(event.rank)};
  }

  // A popped event's seat is left as it is, since most often another is pushed next and takes it.
  void close_gap() {
    if (left_ != kNoSeat) free_seat();
  }
  void free_seat();

  // Every 4 billion events the sequence numbers run out: those waiting are counted anew from 0.
  void renumber();

  static constexpr Tournament::Seat kNoSeat = ~Tournament::Seat{0};
  static constexpr std::uint64_t kOneRank = std::uint64_t{1} << 32;
  static constexpr std::uint64_t kLastRank = ~std::uint64_t{0} << 32;

  Tournament events_;
  Tournament::Seat left_ = kNoSeat;
  std::vector<DelayLane> lanes_;
  Tournament fronts_;        // each lane's in the seat of the lane's number
  std::uint64_t next_rank_;  // the next sequence number, above an empty payload
};

}  // namespace tenfold::sim
