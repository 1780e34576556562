// Random numbers that are a hash of (seed, stream, counter). Every source has a stream of its own,
// so adding a part to a system leaves the draws of the others as they were, and two systems that
// are compared meet the same arrivals and the same luck (common random numbers).
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/ziggurat.h"

namespace tenfold::sim {

// A bijection of 64 bits in which every input bit stirs every output bit: the finaliser of
// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
constexpr std::uint64_t mix64(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58'476d'1ce4'e5b9U;
  x = (x ^ (x >> 27)) * 0x94d0'49bb'1331'11ebU;
  return x ^ (x >> 31);
}

// A sequence of draws. The n-th is mix64(start + n * constant): cheap, copyable, 8 bytes of state.
class Random {
 public:
  constexpr explicit Random(std::uint64_t start) : state_(start) {}

  // 64 even bits.
  constexpr std::uint64_t bits() {
    state_ += 0x9e37'79b9'7f4a'7c15U;
    return mix64(state_);
  }

  // Even in [0, 1), a multiple of 2^-53.
  constexpr double uniform() {
    return static_cast<double>(static_cast<std::int64_t>(bits() >> 11)) * (1.0 / detail::kTwo53);
  }

  // True with probability p.
  constexpr bool chance(double p) { return uniform() < p; }

  // A whole number in [0, n), each as likely up to 2^-32. REQUIRES: n > 0.
  constexpr std::uint32_t below(std::uint32_t n) {
    const std::uint64_t draw = bits();
    const std::uint64_t low = (draw & 0xffff'ffffU) * n;
    return static_cast<std::uint32_t>(((draw >> 32) * n + (low >> 32)) >> 32);
  }

  // Exponential with mean 1.
  double exponential() {
    const std::uint64_t draw = bits();
    const auto layer = static_cast<std::size_t>(draw & 255);
    const auto place = static_cast<std::int64_t>(draw >> 11);
    const double x = static_cast<double>(place) * detail::kExponential.width[layer];
    if (place < detail::kExponential.inside[layer]) [[likely]]
      return x;
    return exponential_edge(layer, x);
  }

  // Normal with mean 0 and variance 1.
  double normal() {
    const std::uint64_t draw = bits();
    const auto layer = static_cast<std::size_t>(draw & 255);
    const auto place = static_cast<std::int64_t>(draw >> 11);
    const double sign = (draw & 256) != 0 ? -1.0 : 1.0;
    const double x = static_cast<double>(place) * detail::kNormal.width[layer];
    if (place < detail::kNormal.inside[layer]) [[likely]]
      return sign * x;
    return sign * normal_edge(layer, x);
  }

  friend constexpr bool operator==(const Random&, const Random&) = default;

 private:
  // The rare draws that fell between a layer's sure part and the curve, or into the tail.
  double exponential_edge(std::size_t layer, double x);
  double normal_edge(std::size_t layer, double x);

  std::uint64_t state_;
};

// A name for a source of randomness, from which draws, or further streams, are made.
class Stream {
 public:
  constexpr explicit Stream(std::uint64_t seed) : key_(mix64(seed ^ 0x7465'6e66'6f6c'6421U)) {}

  // An independent stream for the index-th thing (a part, a kind of draw) that this one names.
  constexpr Stream child(std::uint64_t index) const {
    Stream stream(0);
    stream.key_ = mix64(key_ ^ mix64(index + 0xd1b5'4a32'd192'ed03U));
    return stream;
  }

  // All the draws of this stream, one after the other.
  constexpr Random draws() const { return Random(key_); }

  // The draws that belong to the index-th thing (a request), whatever was drawn for others before.
  constexpr Random draws_for(std::uint64_t index) const {
    return Random(mix64(key_ + index * 0xa076'1d64'78bd'642fU));
  }

  friend constexpr bool operator==(const Stream&, const Stream&) = default;

 private:
  std::uint64_t key_;
};

}  // namespace tenfold::sim
