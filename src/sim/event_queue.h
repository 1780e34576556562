// The list of what is going to happen, in order of time and, within one nanosecond, of asking: a
// 4-ary heap. Beside it lanes, plain queues for delays that are always the same: whoever enters
// such a lane later leaves it later, so nothing needs sorting, and only its front is in the heap.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/clock.h"
#include "sim/quaternary_heap.h"
#include "sim/ring.h"

namespace tenfold::sim {

// 16 bytes. The rank decides between events of one moment: the sequence number above the payload.
struct Event {
  Time time_ns = kNever;
  std::uint64_t rank = ~std::uint64_t{0};

  // What the event means: the user's own 31 bits.
  std::uint32_t payload() const { return static_cast<std::uint32_t>(rank); }

  // By time, then by rank, in one subtraction: its sign says which comes first. A comparison of two
  // numbers would make compilers jump, and half of the jumps go the way that was not expected.
  friend std::uint64_t before(const Event& a, const Event& b) {
    return static_cast<std::uint64_t>(a.time_ns - b.time_ns - Time{a.rank < b.rank}) >> 63;
  }
};

// There is no way to take an event back. Instead, its receiver compares what it knows (a
// generation, the moment it waits for) with the event that arrives, and ignores one that is stale.
class EventQueue {
 public:
  using Lane = std::uint32_t;

  // The first sequence number matters only to the test of what happens when they run out.
  explicit EventQueue(std::uint32_t first_sequence = 0)
      : next_rank_(std::uint64_t{first_sequence} << 32) {}

  // Requires that the time is not before the last popped event's, and payload < 2^31.
  void push(Time time_ns, std::uint32_t payload) { heap_.push(stamp(time_ns, payload)); }

  // The lane of a constant delay; asking again for the same delay gives the same lane.
  Lane lane(Duration delay_ns);

  // The event happens the lane's delay after now. Requires that now never runs backwards.
  void push_lane(Lane lane, Time now_ns, std::uint32_t payload) {
    DelayLane& chosen = lanes_[lane];
    const Event event = stamp(now_ns + chosen.delay_ns, payload);
    if (chosen.waiting.empty()) heap_.push(front_of(lane, event));
    chosen.waiting.push(event);
  }

  // When the next event happens, kNever if none does.
  Time next_time_ns() { return heap_.top().time_ns; }

  // Requires that the queue is not empty.
  Event pop() {
    const Event first = heap_.pop();
    return is_lane(first) ? pop_lane(first.payload() - kIsLane) : first;
  }

  bool empty() { return next_time_ns() == kNever; }
  std::size_t size() const;

 private:
  struct DelayLane {
    Duration delay_ns = 0;
    Ring<Event> waiting;
  };

  // In the heap a lane stands for its front event, at that one's place in the order.
  static constexpr std::uint32_t kIsLane = std::uint32_t{1} << 31;
  static bool is_lane(const Event& entry) { return (entry.rank & kIsLane) != 0; }
  static Event front_of(Lane lane, const Event& event) {
    return {event.time_ns, (event.rank >> 32 << 32) | kIsLane | lane};
  }

  Event stamp(Time time_ns, std::uint32_t payload) {
    assert(payload < kIsLane);
    if (next_rank_ >= kLastRank) [[unlikely]]
      renumber();
    const std::uint64_t rank = next_rank_ | payload;
    next_rank_ += kOneRank;
    return {time_ns, rank};
  }

  Event pop_lane(Lane lane) {
    Ring<Event>& waiting = lanes_[lane].waiting;
    const Event event = waiting.pop();
    if (!waiting.empty()) heap_.push(front_of(lane, waiting.front()));
    return event;
  }

  // Every 4 billion events the sequence numbers run out: those waiting are counted anew from 0.
  void renumber();

  static constexpr std::uint64_t kOneRank = std::uint64_t{1} << 32;
  static constexpr std::uint64_t kLastRank = ~std::uint64_t{0} << 32;

  QuaternaryHeap<Event> heap_;
  std::vector<DelayLane> lanes_;
  std::uint64_t next_rank_;  // the next sequence number, above an empty payload
};

}  // namespace tenfold::sim
