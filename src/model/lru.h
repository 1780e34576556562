// A memory of fixed room that forgets what was not used for the longest time. Things are numbers
// from 0 up, so it is three arrays and no search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/bytes.h"

namespace tenfold::model {

class Lru {
 public:
  // Things are in [0, things).
  explicit Lru(std::uint32_t things = 0);

  // Uses a thing: true if it was in memory. It is there afterwards, if there is any room at all.
  bool use(std::uint32_t thing);
  // With less room, the longest unused go at once.
  void set_capacity(std::uint32_t capacity);
  void clear();

  std::uint32_t size() const { return size_; }
  std::uint32_t capacity() const { return capacity_; }
  std::size_t bytes() const { return sim::bytes_of(nodes_); }

 private:
  struct Node {
    std::uint32_t newer = 0;
    std::uint32_t older = 0;
    bool present = false;
  };

  void put_first(std::uint32_t thing);
  void take_out(std::uint32_t thing);
  void forget_oldest();

  // A ring in order of use through one more node, the last: its `older` is the newest thing.
  std::vector<Node> nodes_;
  std::uint32_t end_;
  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = 0;
};

}  // namespace tenfold::model
