// Simulated time: a whole number of nanoseconds since the start of the run. Integers keep a run
// equal to the bit on every machine, and 64 bits of them last 292 years.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace tenfold::sim {

using Time = std::int64_t;      // a moment, in ns
using Duration = std::int64_t;  // a length of time, in ns

inline constexpr Duration kMicrosecond = 1'000;
inline constexpr Duration kMillisecond = 1'000'000;
inline constexpr Duration kSecond = 1'000'000'000;
inline constexpr Duration kMinute = 60 * kSecond;
inline constexpr Duration kHour = 60 * kMinute;
inline constexpr Duration kDay = 24 * kHour;

// Later than any event: the time of something that is not going to happen.
inline constexpr Time kNever = std::numeric_limits<Time>::max();

// The nearest whole nanosecond; values beyond the clock (292 years) stop at its ends.
constexpr Duration round_to_ns(double ns) {
  // The usual case by arithmetic alone: beside 2^52 a double has no room for less than 1, so adding
  // rounds, and the whole number is in the lowest bits. Halves go to the even neighbour.
  constexpr double kBeside = 0x1p52;
  if (ns >= 0 && ns < kBeside / 2) [[likely]] {
    return std::bit_cast<Duration>(ns + kBeside) - std::bit_cast<Duration>(kBeside);
  }
  constexpr double kLimit = 9.2e18;
  if (!(ns < kLimit)) return kNever;
  if (ns < -kLimit) return -kNever;
  return static_cast<Duration>(ns < 0 ? ns - 0.5 : ns + 0.5);
}

constexpr Duration from_seconds(double seconds) { return round_to_ns(seconds * 1e9); }
constexpr Duration from_ms(double ms) { return round_to_ns(ms * 1e6); }

constexpr double to_seconds(Duration duration_ns) { return static_cast<double>(duration_ns) / 1e9; }
constexpr double to_ms(Duration duration_ns) { return static_cast<double>(duration_ns) / 1e6; }

// The mean gap between events that happen at a rate a second. REQUIRES: rate_rps > 0.
constexpr double gap_ns(double rate_rps) { return 1e9 / rate_rps; }

}  // namespace tenfold::sim
