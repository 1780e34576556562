// Simulated time: a whole number of nanoseconds since the start of the run. Integers keep a run equal
// to the bit on every machine, and 64 bits of them last 292 years.
#pragma once

#include <cstdint>
#include <limits>

namespace tenfold::sim {

using TimeNs = std::int64_t;      // a moment
using DurationNs = std::int64_t;  // a length of time

inline constexpr DurationNs kMicrosecond = 1'000;
inline constexpr DurationNs kMillisecond = 1'000'000;
inline constexpr DurationNs kSecond = 1'000'000'000;
inline constexpr DurationNs kMinute = 60 * kSecond;
inline constexpr DurationNs kHour = 60 * kMinute;
inline constexpr DurationNs kDay = 24 * kHour;

// Later than any event: the time of something that is not going to happen.
inline constexpr TimeNs kNever = std::numeric_limits<TimeNs>::max();

// The nearest whole nanosecond; values beyond the clock (292 years) stop at its ends.
constexpr DurationNs round_to_ns(double ns) {
  constexpr double kLimit = 9.2e18;
  if (!(ns < kLimit)) return kNever;
  if (ns < -kLimit) return -kNever;
  return static_cast<DurationNs>(ns < 0 ? ns - 0.5 : ns + 0.5);
}

constexpr DurationNs from_seconds(double seconds) {
  return round_to_ns(seconds * 1e9);
}
constexpr DurationNs from_ms(double ms) {
  return round_to_ns(ms * 1e6);
}
constexpr DurationNs from_us(double us) {
  return round_to_ns(us * 1e3);
}

constexpr double to_seconds(DurationNs duration_ns) {
  return static_cast<double>(duration_ns) / 1e9;
}
constexpr double to_ms(DurationNs duration_ns) {
  return static_cast<double>(duration_ns) / 1e6;
}

// The mean gap between events that happen at a rate a second. Requires rate_rps > 0.
constexpr double gap_ns(double rate_rps) {
  return 1e9 / rate_rps;
}

}  // namespace tenfold::sim
