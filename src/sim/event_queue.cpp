// The rarer steps of the event queue: lanes, and counting anew.
#include "sim/event_queue.h"

#include <cassert>

#include "sim/heap_sort.h"

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
  for (const DelayLane& lane : lanes_) {
    if (!lane.waiting.empty()) total += lane.waiting.size() - 1;  // its front is in the heap
  }
  return total;
}

void EventQueue::renumber() {
  std::vector<Event*> waiting;
  heap_.for_each([&](Event& entry) {
    if (!is_lane(entry)) waiting.push_back(&entry);
  });
  for (DelayLane& lane : lanes_) {
    for (auto ticket = lane.waiting.begin(); ticket != lane.waiting.end(); ++ticket) {
      waiting.push_back(&lane.waiting.at(ticket));
    }
  }
  heap_sort(waiting, [](const Event* a, const Event* b) { return before(*a, *b) != 0; });
  next_rank_ = 0;
  for (Event* event : waiting) {
    event->rank = next_rank_ | event->payload();
    next_rank_ += kOneRank;
  }
  heap_.for_each([&](Event& entry) {
    const Lane lane = entry.payload() - kIsLane;
    if (is_lane(entry)) entry = front_of(lane, lanes_[lane].waiting.front());
  });
}

}  // namespace tenfold::sim
