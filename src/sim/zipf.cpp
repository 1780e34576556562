// Building the alias table: columns that are too small are filled up from those that are too large.
#include "sim/zipf.h"

#include <cassert>

#include "sim/portable_math.h"

namespace tenfold::sim {
namespace {

// What each of n ranks weighs. Only those of the primes need the power: (pq)^e = p^e q^e, and every
// other number is met once, as the product of its smallest prime and the rest (the linear sieve of
// Gries and Misra, 1978).
std::vector<double> weights(std::uint32_t n, double exponent) {
  std::vector<double> weight(n, 0.0);
  weight[0] = 1;
  std::vector<std::uint32_t> primes;
  for (std::uint32_t number = 2; number <= n; ++number) {
    if (weight[number - 1] == 0) {
      weight[number - 1] = pow(number, -exponent);
      primes.push_back(number);
    }
    for (const std::uint32_t prime : primes) {
      if (std::uint64_t{prime} * number > n) break;
      weight[prime * number - 1] = weight[prime - 1] * weight[number - 1];
      if (number % prime == 0) break;
    }
  }
  return weight;
}

}  // namespace

Zipf::Zipf(std::uint32_t n, double exponent) : exponent_(exponent) {
  assert(n >= 1);
  std::vector<double> weight = weights(n, exponent);
  for (const double each : weight) total_weight_ += each;
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t rank = 0; rank < n; ++rank) {
    weight[rank] *= n / total_weight_;
    (weight[rank] < 1 ? small : large).push_back(rank);
  }
  const auto columns = std::make_shared<std::vector<Column>>(n);
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    (*columns)[poor] = {static_cast<std::uint32_t>(weight[poor] * 0x1p32), rich};
    weight[rich] -= 1 - weight[poor];
    if (weight[rich] < 1) {
      large.pop_back();
      small.push_back(rich);
    }
  }
  // What is left differs from a full column by rounding alone: both ways lead to its own rank.
  for (const auto& full : {small, large}) {
    for (const std::uint32_t rank : full) (*columns)[rank].alias = rank;
  }
  columns_ = columns;
}

double Zipf::share(std::uint32_t rank) const {
  assert(rank < size());
  return pow(rank + 1.0, -exponent_) / total_weight_;
}

}  // namespace tenfold::sim
