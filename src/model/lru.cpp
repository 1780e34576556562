// Moving things to the front, and forgetting from the back.
#include "model/lru.h"

#include <cassert>

namespace tenfold::model {

Lru::Lru(std::uint32_t things) : nodes_(things + 1), end_(things) { clear(); }

void Lru::clear() {
  for (Node& node : nodes_) node.present = false;
  nodes_[end_].older = end_;
  nodes_[end_].newer = end_;
  size_ = 0;
}

bool Lru::use(std::uint32_t thing) {
  assert(thing < end_);
  if (nodes_[thing].present) {
    take_out(thing);
    put_first(thing);
    return true;
  }
  if (capacity_ == 0) return false;
  if (size_ == capacity_) forget_oldest();
  nodes_[thing].present = true;
  ++size_;
  put_first(thing);
  return false;
}

void Lru::set_capacity(std::uint32_t capacity) {
  capacity_ = capacity;
  while (size_ > capacity_) forget_oldest();
}

void Lru::put_first(std::uint32_t thing) {
  const std::uint32_t second = nodes_[end_].older;
  nodes_[thing].newer = end_;
  nodes_[thing].older = second;
  nodes_[second].newer = thing;
  nodes_[end_].older = thing;
}

void Lru::take_out(std::uint32_t thing) {
  const Node& node = nodes_[thing];
  nodes_[node.older].newer = node.newer;
  nodes_[node.newer].older = node.older;
}

void Lru::forget_oldest() {
  const std::uint32_t oldest = nodes_[end_].newer;
  take_out(oldest);
  nodes_[oldest].present = false;
  --size_;
}

}  // namespace tenfold::model
