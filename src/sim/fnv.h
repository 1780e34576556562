// A number for a text, the same on every platform: FNV-1a (Fowler, Noll and Vo). Quick and short,
// and no proof against anyone who looks for two texts of one number.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

namespace tenfold::sim {

// `Word`: std::uint32_t or std::uint64_t.
template <std::unsigned_integral Word>
class Fnv {
 public:
  void add(std::string_view text) {
    for (const char c : text) mix(static_cast<unsigned char>(c));
  }
  // A part that is no byte; from 0x100 on it is taken for none.
  void mix(Word part) { value_ = (value_ ^ part) * kPrime; }
  Word value() const { return value_; }

 private:
  static constexpr bool kWide = sizeof(Word) == sizeof(std::uint64_t);
  static constexpr auto kPrime = static_cast<Word>(kWide ? 0x100'0000'01b3U : 0x100'0193U);
  Word value_ = static_cast<Word>(kWide ? 0xcbf2'9ce4'8422'2325U : 0x811c'9dc5U);
};

}  // namespace tenfold::sim
