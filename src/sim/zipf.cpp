// Building the alias table: columns that are too small are filled up from those that are too large.
#include "sim/zipf.h"

#include <cassert>
#include <vector>

#include "sim/portable_math.h"

namespace tenfold::sim {

Zipf::Zipf(std::uint32_t n, double exponent) : size_(n), exponent_(exponent) {
  assert(n >= 1);
  std::vector<double> weight(n);
  for (std::uint32_t rank = 0; rank < n; ++rank) {
    weight[rank] = pow(rank + 1.0, -exponent);
    total_weight_ += weight[rank];
  }
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t rank = 0; rank < n; ++rank) {
    weight[rank] *= n / total_weight_;
    (weight[rank] < 1 ? small : large).push_back(rank);
  }
  const auto columns = std::make_shared<Column[]>(n);
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    columns[poor] = {static_cast<std::uint32_t>(weight[poor] * 0x1p32), rich};
    weight[rich] -= 1 - weight[poor];
    if (weight[rich] < 1) {
      large.pop_back();
      small.push_back(rich);
    }
  }
  // What is left differs from a full column by rounding alone: both ways lead to its own rank.
  for (const auto& full : {small, large}) {
    for (const std::uint32_t rank : full) columns[rank].alias = rank;
  }
  columns_ = columns;
}

double Zipf::share(std::uint32_t rank) const {
  assert(rank < size_);
  return pow(rank + 1.0, -exponent_) / total_weight_;
}

}  // namespace tenfold::sim
