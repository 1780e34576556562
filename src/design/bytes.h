// The small things that a link is made of: whole numbers, decimals, names and texts as bytes, and
// bytes as letters that an address may hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::design {

// Of a kind's, parameter's or choice's name: no two of one list have the same (a test sees to it).
std::uint16_t hash_of(std::string_view name);
std::uint32_t checksum_of(std::string_view bytes);

class ByteWriter {
 public:
  const std::string& bytes() const { return bytes_; }
  void byte(unsigned value) { bytes_ += static_cast<char>(value); }
  void hash(std::string_view name);
  void count(std::uint64_t value);  // 7 bits a byte, the lowest first
  void text(std::string_view text);
  // A decimal of few digits takes as few bytes; any other number takes 10.
  void number(double value);

 private:
  std::string bytes_;
};

// After the end, or the first thing that cannot be, everything reads as 0.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  bool is_good() const { return is_good_; }
  bool is_at_end() const { return left_.empty(); }
  unsigned byte();
  std::uint16_t hash();
  std::uint64_t count();
  std::string_view text(std::size_t longest);  // bytes
  double number();                             // finite

 private:
  void stop();

  std::string_view left_;
  bool is_good_ = true;
};

// Base64 with - and _ and without padding (RFC 4648, section 5).
std::string letters_of(std::string_view bytes);
// False when a letter is none of these, or they do not end as `letters_of` would: `bad` is where.
bool read_letters(std::string_view letters, std::string& bytes, std::size_t& bad);

}  // namespace tenfold::design
