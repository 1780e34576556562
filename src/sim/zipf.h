// Popularity: the k-th most wanted of n things is wanted in proportion to 1 / k^exponent.
// An alias table draws one in constant time; copies share it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/random.h"

namespace tenfold::sim {

class Zipf {
 public:
  // REQUIRES: n >= 1 and exponent >= 0 (0: all alike). Takes time and memory in proportion to n.
  // Method: Vose, "A Linear Algorithm for Generating Random Numbers with a Given Distribution",
  // 1991.
  Zipf(std::uint32_t n, double exponent);

  // A rank in [0, n); 0 is the most popular.
  std::uint32_t draw(Random& random) const {
    const std::uint32_t column = random.below(size());
    const Column chosen = (*columns_)[column];
    // Without a jump, which nothing could predict before the column has come from memory.
    const std::uint64_t drawn = random.bits() >> 32;
    const auto own = static_cast<std::uint32_t>((drawn - chosen.keep) >> 32);  // all ones, or none
    return chosen.alias ^ ((chosen.alias ^ column) & own);
  }

  // The share of all wants that goes to a rank.
  double share(std::uint32_t rank) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(columns_->size()); }
  double exponent() const { return exponent_; }

 private:
  // 8 bytes: what a draw costs is mostly the way to a column that no cache holds.
  struct Column {
    std::uint32_t keep = 0;   // the chance that the column's own rank is meant, of 2^32
    std::uint32_t alias = 0;  // the rank meant otherwise
  };

  double exponent_;
  double total_weight_ = 0;
  std::shared_ptr<const std::vector<Column>> columns_;
};

}  // namespace tenfold::sim
