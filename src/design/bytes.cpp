// Bytes and letters.
#include "design/bytes.h"

#include <array>
#include <bit>
#include <cmath>

#include "sim/fnv.h"

namespace tenfold::design {
namespace {

constexpr std::string_view kLetters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// A number is digits times a power of ten, from 10⁻⁸ to 10⁶; both in one count. The last power
// stands for a number that is told by its own 8 bytes.
constexpr int kPowers = 16;
constexpr int kLowest = -8;
constexpr int kRaw = kPowers - 1;
constexpr double kMostDigits = 1e14;

double scaled(double digits, int power) {
  double factor = 1;
  for (int i = std::abs(power); i > 0; --i) factor *= 10;
  // One rounding, of two exact numbers: what reading the decimal gives.
  return power < 0 ? digits / factor : digits * factor;
}

}  // namespace

std::uint32_t checksum_of(std::string_view bytes) {
  sim::Fnv<std::uint32_t> sum;
  sum.add(bytes);
  return sum.value();
}

std::uint16_t hash_of(std::string_view name) {
  const std::uint32_t sum = checksum_of(name);
  return static_cast<std::uint16_t>(sum ^ (sum >> 16U));
}

void ByteWriter::hash(std::string_view name) {
  const unsigned value = hash_of(name);
  byte(value & 0xffU);
  byte(value >> 8U);
}

void ByteWriter::count(std::uint64_t value) {
  for (; value >= 0x80U; value >>= 7U) byte(static_cast<unsigned>(value & 0x7fU) | 0x80U);
  byte(static_cast<unsigned>(value));
}

void ByteWriter::text(std::string_view text) {
  count(text.size());
  bytes_ += text;
}

void ByteWriter::number(double value) {
  for (int code = kRaw - 1; code >= 0; --code) {
    const double digits = std::round(scaled(value, -(code + kLowest)));
    if (!(digits >= 0 && digits < kMostDigits) || scaled(digits, code + kLowest) != value) continue;
    count(static_cast<std::uint64_t>(digits) * kPowers + static_cast<unsigned>(code));
    return;
  }
  count(kRaw);
  const auto bits = std::bit_cast<std::uint64_t>(value);
  for (unsigned shift = 0; shift < 64; shift += 8) {
    byte(static_cast<unsigned>((bits >> shift) & 0xffU));
  }
}

void ByteReader::stop() {
  is_good_ = false;
  left_ = {};
}

unsigned ByteReader::byte() {
  if (left_.empty()) {
    stop();
    return 0;
  }
  const auto value = static_cast<unsigned char>(left_.front());
  left_.remove_prefix(1);
  return value;
}

std::uint16_t ByteReader::hash() {
  const unsigned low = byte();
  return static_cast<std::uint16_t>(low | byte() << 8U);
}

std::uint64_t ByteReader::count() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 63; shift += 7) {
    const unsigned next = byte();
    value |= std::uint64_t{next & 0x7fU} << shift;
    if (next < 0x80U) return value;
  }
  stop();
  return 0;
}

std::string_view ByteReader::text(std::size_t longest) {
  const std::uint64_t length = count();
  if (length > longest || length > left_.size()) {
    stop();
    return {};
  }
  const std::string_view text = left_.substr(0, static_cast<std::size_t>(length));
  left_.remove_prefix(text.size());
  return text;
}

double ByteReader::number() {
  const std::uint64_t coded = count();
  const auto code = static_cast<int>(coded % kPowers);
  const auto digits = static_cast<double>(coded / kPowers);
  double value = scaled(digits, code + kLowest);
  if (code == kRaw) {
    std::uint64_t bits = 0;
    for (unsigned shift = 0; shift < 64; shift += 8) bits |= std::uint64_t{byte()} << shift;
    value = std::bit_cast<double>(bits) + 0.0;  // of two zeros there is one
  }
  if (std::isfinite(value)) return value;
  stop();
  return 0;
}

std::string letters_of(std::string_view bytes) {
  std::string letters;
  unsigned bits = 0;
  unsigned waiting = 0;
  for (const char c : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(c);
    for (waiting += 8; waiting >= 6;) {
      waiting -= 6;
      letters += kLetters[bits >> waiting & 63U];
    }
  }
  if (waiting > 0) letters += kLetters[bits << (6 - waiting) & 63U];
  return letters;
}

bool read_letters(std::string_view letters, std::string& bytes, std::size_t& bad) {
  unsigned bits = 0;
  unsigned waiting = 0;
  for (bad = 0; bad < letters.size(); ++bad) {
    const std::size_t value = kLetters.find(letters[bad]);
    if (value == std::string_view::npos) return false;
    bits = bits << 6U | static_cast<unsigned>(value);
    waiting += 6;
    if (waiting < 8) continue;
    waiting -= 8;
    bytes += static_cast<char>(bits >> waiting & 0xffU);
  }
  // What is left over is less than a letter, and zeros.
  bad = letters.empty() ? 0 : letters.size() - 1;
  return waiting < 6 && (bits & ((1U << waiting) - 1)) == 0;
}

}  // namespace tenfold::design
