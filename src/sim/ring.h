// A queue in a circle of memory: first in, first out, no allocation once it has grown to its need.
// Every element keeps a ticket, its number in the order of entering, by which it can be reached.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/bytes.h"

namespace tenfold::sim {

template <typename T>
class Ring {
 public:
  using Ticket = std::uint64_t;

  bool empty() const { return first_ == end_; }
  std::size_t size() const { return static_cast<std::size_t>(end_ - first_); }

  Ticket push(const T& value) {
    if (size() == slots_.size()) grow();
    slots_[place(end_)] = value;
    return end_++;
  }

  // Require that the ring is not empty.
  const T& front() const {
    assert(!empty());
    return slots_[place(first_)];
  }
  T pop() {
    assert(!empty());
    return slots_[place(first_++)];
  }

  // The ticket of the front; the next push gives end().
  Ticket begin() const { return first_; }
  Ticket end() const { return end_; }

  // REQUIRES: begin() <= ticket < end().
  T& at(Ticket ticket) {
    assert(first_ <= ticket && ticket < end_);
    return slots_[place(ticket)];
  }

  void clear() { first_ = end_; }
  std::size_t bytes() const { return bytes_of(slots_); }

 private:
  std::size_t place(Ticket ticket) const {
    return static_cast<std::size_t>(ticket) & (slots_.size() - 1);
  }

  void grow() {
    std::vector<T> larger(slots_.empty() ? 16 : slots_.size() * 2);
    for (Ticket ticket = first_; ticket != end_; ++ticket) {
      larger[static_cast<std::size_t>(ticket) & (larger.size() - 1)] = slots_[place(ticket)];
    }
    slots_ = std::move(larger);
  }

  std::vector<T> slots_;  // its size is 0 or a power of two
  Ticket first_ = 0;
  Ticket end_ = 0;
};

}  // namespace tenfold::sim
