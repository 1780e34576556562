// The digits as a whole number, times or divided by a power of five, with the power of two last.
#include "sim/decimal.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace tenfold::sim {
namespace {

constexpr int kExactTens = 27;  // 5^27 is below 2^63
constexpr std::uint64_t kMostDigits = (~std::uint64_t{0} - 9) / 10;
constexpr int kMostTens = 400;  // beyond it all is 0 or infinity

std::uint64_t power_of_five(int exponent) {
  std::uint64_t power = 1;
  for (; exponent > 0; --exponent) power *= 5;
  return power;
}

// 2 to a power of a normal double.
double power_of_two(int exponent) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(1023 + exponent) << 52);
}

// A number of 128 bits, of which the highest may be 0 but not all.
struct Wide {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
};

// The nearest double, times 2^exponent. Whatever is below the highest 64 bits only breaks ties.
double rounded(Wide wide, int exponent) {
  if (wide.high == 0) {
    wide = {wide.low, 0};
    exponent -= 64;
  }
  const int shift = std::countl_zero(wide.high);
  if (shift > 0) {
    wide.high = wide.high << shift | wide.low >> (64 - shift);
    wide.low <<= shift;
  }
  const std::uint64_t bits = wide.high | (wide.low != 0 ? 1 : 0);
  return static_cast<double>(bits) * power_of_two(64 - shift + exponent);
}

Wide product(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t a_low = a & 0xffff'ffff, a_high = a >> 32;
  const std::uint64_t b_low = b & 0xffff'ffff, b_high = b >> 32;
  const std::uint64_t low = a_low * b_low;
  const std::uint64_t middle = a_high * b_low + (low >> 32);
  const std::uint64_t other = a_low * b_high + (middle & 0xffff'ffff);
  return {a_high * b_high + (middle >> 32) + (other >> 32), other << 32 | (low & 0xffff'ffff)};
}

// a × 2^64 ÷ b, its last bit set where there is a remainder. REQUIRES: b < 2^63.
Wide quotient(std::uint64_t a, std::uint64_t b) {
  Wide result{a / b, 0};
  std::uint64_t left = a % b;
  for (int bit = 0; bit < 64; ++bit) {
    left <<= 1;
    result.low <<= 1;
    if (left < b) continue;
    left -= b;
    result.low |= 1;
  }
  if (left != 0) result.low |= 1;
  return result;
}

double scaled(std::uint64_t digits, int tens) {
  if (digits == 0) return 0;
  const int exact = std::clamp(tens, -kExactTens, kExactTens);
  double value = 0;
  if (exact >= 0) {
    value = rounded(product(digits, power_of_five(exact)), exact);
  } else {
    const int shift = std::countl_zero(digits);
    value = rounded(quotient(digits << shift, power_of_five(-exact)), exact - shift - 64);
  }
  for (; tens > kExactTens; --tens) value *= 10;
  for (; tens < -kExactTens; ++tens) value /= 10;
  return value;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The power of ten that "e-3" says, behind which `at` stands then; 0 where it says none.
int read_exponent(const char*& at) {
  if (*at != 'e' && *at != 'E') return 0;
  const char* next = at + 1;
  const bool negative = *next == '-';
  if (*next == '-' || *next == '+') ++next;
  if (!is_digit(*next)) return 0;
  int tens = 0;
  for (; is_digit(*next); ++next) tens = std::min(tens * 10 + (*next - '0'), 10 * kMostTens);
  at = next;
  return negative ? -tens : tens;
}

}  // namespace

double read_decimal(const char* text, const char** end) {
  const char* at = text;
  while (*at == ' ') ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  std::uint64_t digits = 0;
  int tens = 0;
  bool any = false;
  bool behind_point = false;
  for (;; ++at) {
    if (*at == '.' && !behind_point) {
      behind_point = true;
    } else if (!is_digit(*at)) {
      break;
    } else {
      any = true;
      const bool fits = digits <= kMostDigits;
      if (fits) digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
      tens += (fits ? 0 : 1) - (behind_point ? 1 : 0);
    }
  }
  if (!any) {
    *end = text;
    return 0;
  }
  tens += read_exponent(at);
  *end = at;
  const double value = scaled(digits, std::clamp(tens, -kMostTens, kMostTens));
  return negative ? -value : value;
}

}  // namespace tenfold::sim
