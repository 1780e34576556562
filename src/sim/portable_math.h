// exp, log, pow, sqrt and cos from additions, multiplications and divisions alone. The platforms'
// own differ in the last bit, and one bit is enough to send two runs of the same seed apart. All
// are constexpr, so tables can be made of them while compiling.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace tenfold::sim {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

namespace detail {
// ln 2 in two parts: the first has 32 trailing zero bits, so a whole number times it is exact.
inline constexpr double kLn2High = 6.93147180369123816490e-01;
inline constexpr double kLn2Low = 1.90821492927058770002e-10;
inline constexpr double kInverseLn2 = 1.44269504088896338700;

// 1 / n, for the coefficients of series.
inline constexpr std::array<double, 25> kReciprocal = [] {
  std::array<double, 25> table{};
  for (std::size_t n = 1; n < table.size(); ++n) table[n] = 1.0 / static_cast<double>(n);
  return table;
}();

constexpr double power_of_two(int exponent) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}
}  // namespace detail

// The natural logarithm, within 2 units in the last place. log(0) is -infinity. REQUIRES: x >= 0.
// Method: x = m 2^e with m near 1, then ln m = 2 artanh((m - 1) / (m + 1)) by its series.
constexpr double log(double x) {
  if (x == kInfinity) return x;
  int exponent = 0;
  if (x < std::numeric_limits<double>::min()) {
    if (x <= 0) return -kInfinity;
    x *= detail::power_of_two(54);
    exponent = -54;
  }
  const auto bits = std::bit_cast<std::uint64_t>(x);
  exponent += static_cast<int>(bits >> 52) - 1023;
  double m = std::bit_cast<double>((bits & 0x000f'ffff'ffff'ffffU) | 0x3ff0'0000'0000'0000U);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++exponent;
  }
  const double s = (m - 1) / (m + 1);
  const double z = s * s;
  double series = 0;
  for (std::size_t n = 23; n >= 3; n -= 2) series = series * z + detail::kReciprocal[n];
  const double ln_m = 2 * s + 2 * s * (z * series);
  const double e = exponent;
  return e * detail::kLn2High + (ln_m + e * detail::kLn2Low);
}

// e to the power x, within 2 units in the last place; 0 below -708 and infinity above 709.
// Method: x = k ln 2 + r with |r| <= ln 2 / 2, then the Taylor series of e^r.
constexpr double exp(double x) {
  if (x < -708) return 0;
  if (x > 709) return kInfinity;
  const double scaled = x * detail::kInverseLn2;
  const int k = static_cast<int>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  const double r = (x - k * detail::kLn2High) - k * detail::kLn2Low;
  double series = 1;
  for (std::size_t n = 13; n >= 2; --n) series = 1 + series * (r * detail::kReciprocal[n]);
  return (1 + series * r) * detail::power_of_two(k);
}

// x to the power y, as exp(y log x): a relative error of about |y log x| / 10^16. REQUIRES: x >= 0.
constexpr double pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (x == 0) return y > 0 ? 0 : kInfinity;
  return exp(y * log(x));
}

// The square root by Newton's steps, within 1 unit in the last place. REQUIRES: x >= 0.
constexpr double sqrt(double x) {
  if (x <= 0 || x == kInfinity) return x <= 0 ? 0 : x;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  double root = std::bit_cast<double>((bits >> 1) + 0x1ff8'0000'0000'0000U);
  for (int step = 0; step < 5; ++step) root = 0.5 * (root + x / root);
  return root;
}

// The cosine of so many whole turns (1 is 360 degrees), within 1e-15. REQUIRES: |turns| < 2^52.
constexpr double cos_turns(double turns) {
  double t = turns - static_cast<double>(static_cast<std::int64_t>(turns));
  if (t < 0) t = -t;
  if (t > 0.5) t = 1 - t;
  const bool mirrored = t > 0.25;
  if (mirrored) t = 0.5 - t;
  const double x = t * 6.283185307179586;
  double series = 1;
  for (std::size_t n = 24; n >= 2; n -= 2) {
    series = 1 - series * x * x * (detail::kReciprocal[n] * detail::kReciprocal[n - 1]);
  }
  return mirrored ? -series : series;
}

}  // namespace tenfold::sim
