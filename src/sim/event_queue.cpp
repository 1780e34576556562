// The rarer steps of the event queue: lanes, and counting anew.
#include "sim/event_queue.h"

#include <algorithm>
#include <cassert>

namespace tenfold::sim {

EventQueue::Lane EventQueue::lane(Duration delay_ns) {
  assert(delay_ns >= 0);
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    if (lanes_[i].delay_ns == delay_ns) return static_cast<Lane>(i);
  }
  lanes_.push_back({delay_ns, {}});
  return static_cast<Lane>(lanes_.size() - 1);
}

std::size_t EventQueue::size() const {
  std::size_t total = heap_.size();
  for (const DelayLane& lane : lanes_) total += lane.waiting.size();
  return total;
}

Event EventQueue::pop_lane() {
  const Lane lane = lane_heads_.pop().lane;
  Ring<Event>& waiting = lanes_[lane].waiting;
  const Event event = waiting.pop();
  if (!waiting.empty()) lane_heads_.push({waiting.front(), lane});
  return event;
}

void EventQueue::renumber() {
  std::vector<Event*> waiting;
  heap_.for_each([&](Event& event) { waiting.push_back(&event); });
  for (DelayLane& lane : lanes_) {
    for (auto ticket = lane.waiting.begin(); ticket != lane.waiting.end(); ++ticket) {
      waiting.push_back(&lane.waiting.at(ticket));
    }
  }
  std::sort(waiting.begin(), waiting.end(),
            [](const Event* a, const Event* b) { return before(*a, *b); });
  sequence_ = 0;
  for (Event* event : waiting) {
    event->rank = (std::uint64_t{sequence_++} << 32) | event->payload();
  }
  lane_heads_.for_each([&](LaneHead& head) { head.event = lanes_[head.lane].waiting.front(); });
}

}  // namespace tenfold::sim
