// Consistent hashing: nodes have points on a ring, and a key belongs to the next point after it. A
// new node takes its keys from all others alike, and no other key moves (Karger and others, 1997).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/bytes.h"
#include "sim/random.h"

namespace tenfold::model {

class HashRing {
 public:
  // Where a node's points lie is the stream's luck, the same whatever other nodes there are.
  // REQUIRES: nodes >= 1 and points_each >= 1.
  HashRing(std::uint32_t nodes, std::uint32_t points_each, sim::Stream stream);

  // Whose the key is, in [0, nodes): the same for ever for equal arguments of the constructor.
  std::uint32_t node_of(std::uint64_t key) const;
  std::size_t bytes() const { return sim::bytes_of(points_); }

  struct Point {
    std::uint64_t place = 0;
    std::uint32_t node = 0;
  };
  const std::vector<Point>& points() const { return points_; }
  static std::uint64_t place_of(std::uint64_t key);  // on the ring

 private:
  std::vector<Point> points_;  // around the ring
};

}  // namespace tenfold::model
