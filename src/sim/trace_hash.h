// One number for all that happened in a run. Two runs are taken as equal if these are.
#pragma once

#include <cstdint>

#include "sim/random.h"

namespace tenfold::sim {

class TraceHash {
 public:
  // Order matters: adding a, then b differs from adding b, then a.
  void add(std::uint64_t word) { value_ = mix64(value_ * 0x9e37'79b9'7f4a'7c15U + word); }
  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0x243f'6a88'85a3'08d3U;
};

}  // namespace tenfold::sim
