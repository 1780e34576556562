// The list of what is going to happen, in order of time and, within one nanosecond, of asking.
// Two structures of equal order: a 4-ary heap, and beside it lanes, plain queues for delays that
// are always the same (whoever enters such a lane later leaves it later, so nothing needs sorting).
#pragma once

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

  // What the event means: the user's own 32 bits.
  std::uint32_t payload() const { return static_cast<std::uint32_t>(rank); }

  friend bool before(const Event& a, const Event& b) {
    // Bitwise on purpose: without jumps it runs faster, as the outcome cannot be predicted.
    return static_cast<bool>(
        static_cast<int>(a.time_ns < b.time_ns) |
        (static_cast<int>(a.time_ns == b.time_ns) & static_cast<int>(a.rank < b.rank)));
  }
};

// There is no way to take an event back. Instead, its receiver compares what it knows (a
// generation, the moment it waits for) with the event that arrives, and ignores one that is stale.
class EventQueue {
 public:
  using Lane = std::uint32_t;

  // The first sequence number matters only to the test of what happens when they run out.
  explicit EventQueue(std::uint32_t first_sequence = 0) : sequence_(first_sequence) {}

  // Requires that the time is not before the last popped event's.
  void push(Time time_ns, std::uint32_t payload) { heap_.push(stamp(time_ns, payload)); }

  // The lane of a constant delay; asking again for the same delay gives the same lane.
  Lane lane(Duration delay_ns);

  // The event happens the lane's delay after now. Requires that now never runs backwards.
  void push_lane(Lane lane, Time now_ns, std::uint32_t payload) {
    DelayLane& chosen = lanes_[lane];
    const Event event = stamp(now_ns + chosen.delay_ns, payload);
    if (chosen.waiting.empty()) lane_heads_.push({event, lane});
    chosen.waiting.push(event);
  }

  // When the next event happens, kNever if none does.
  Time next_time_ns() {
    const Time heap_ns = heap_.top().time_ns;
    const Time lane_ns = lane_heads_.top().event.time_ns;
    return heap_ns < lane_ns ? heap_ns : lane_ns;
  }

  // Requires that the queue is not empty.
  Event pop() {
    const LaneHead& head = lane_heads_.top();
    if (before(heap_.top(), head.event)) return heap_.pop();
    return pop_lane();
  }

  bool empty() { return next_time_ns() == kNever; }
  std::size_t size() const;

 private:
  struct DelayLane {
    Duration delay_ns = 0;
    Ring<Event> waiting;
  };

  // The front of a lane that is not empty.
  struct LaneHead {
    Event event;
    Lane lane = 0;

    friend bool before(const LaneHead& a, const LaneHead& b) { return before(a.event, b.event); }
  };

  Event stamp(Time time_ns, std::uint32_t payload) {
    if (sequence_ == kLastSequence) [[unlikely]]
      renumber();
    return {time_ns, (std::uint64_t{sequence_++} << 32) | payload};
  }

  Event pop_lane();

  // Every 4 billion events the sequence numbers run out: those waiting are counted anew from 0.
  void renumber();

  static constexpr std::uint32_t kLastSequence = ~std::uint32_t{0};

  QuaternaryHeap<Event> heap_;
  QuaternaryHeap<LaneHead> lane_heads_;
  std::vector<DelayLane> lanes_;
  std::uint32_t sequence_;
};

}  // namespace tenfold::sim
