// How much of something there was, added up over time: 3 requests for 2 ns make 6 request-ns.
// Divided by the time that passed it is the average number. Kept as a sum of moments, because
// integral = (sum of the moments of leaving) - (sum of the moments of entering): one addition a
// change.
#pragma once

#include <cassert>
#include <cstdint>

#include "sim/clock.h"

namespace tenfold::sim {

class TimeIntegral {
 public:
  // REQUIRES: now never runs backwards between calls.
  void rise(Time now_ns, std::uint64_t by = 1) {
    sum_ -= by * static_cast<std::uint64_t>(now_ns);
    level_ += by;
  }
  // REQUIRES: by <= level().
  void fall(Time now_ns, std::uint64_t by = 1) {
    assert(by <= level_);
    sum_ += by * static_cast<std::uint64_t>(now_ns);
    level_ -= by;
  }

  std::uint64_t level() const { return level_; }

  // The integral from 0 to now, exact below 2^64 (200,000 requests in flight for a whole day) and
  // modulo 2^64 above, so that the difference of two readings is right even then.
  std::uint64_t up_to(Time now_ns) const {
    return sum_ + level_ * static_cast<std::uint64_t>(now_ns);
  }

 private:
  std::uint64_t sum_ = 0;
  std::uint64_t level_ = 0;
};

}  // namespace tenfold::sim
