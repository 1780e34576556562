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
  return fronts_.take_seat();
}

void EventQueue::free_seat() {
  events_.leave(left_);
  events_.give_back(left_);
  left_ = kNoSeat;
}

void EventQueue::renumber() {
  struct Numbered {
    Time time_ns;
    std::uint64_t* rank;
  };
  std::vector<Numbered> waiting;
  for (Tournament::Seat seat = 0; seat < events_.seats(); ++seat) {
    if (seat == left_ || !events_.is_taken(seat)) continue;
    waiting.push_back({events_.time_ns(seat), &events_.rank(seat)});
  }
  for (DelayLane& lane : lanes_) {
    for (auto ticket = lane.waiting.begin(); ticket != lane.waiting.end(); ++ticket) {
      Waiting& event = lane.waiting.at(ticket);
      waiting.push_back({event.time_ns, &event.rank});
    }
  }
  heap_sort(waiting, [](const Numbered& a, const Numbered& b) {
    return a.time_ns != b.time_ns ? a.time_ns < b.time_ns : *a.rank < *b.rank;
  });
  next_rank_ = 0;
  for (const Numbered& event : waiting) {
    *event.rank = next_rank_ | static_cast<std::uint32_t>(*event.rank);
    next_rank_ += kOneRank;
  }
  for (Lane lane = 0; lane < lanes_.size(); ++lane) {
    if (!lanes_[lane].waiting.empty()) fronts_.rank(lane) = lanes_[lane].waiting.front().rank;
  }
}

}  // namespace tenfold::sim
