// The slow paths of the two ziggurats: about one draw in a hundred comes here.
#include "sim/random.h"

namespace tenfold::sim {

double Random::exponential_edge(std::size_t layer, double x) {
  // Beyond the tail's start the exponential is itself again.
  if (layer == 0) return detail::kExponentialTail + exponential();
  const double low = detail::kExponential.height[layer];
  const double high = detail::kExponential.height[layer + 1];
  if (low + uniform() * (high - low) < exp(-x)) return x;
  return exponential();
}

double Random::normal_edge(std::size_t layer, double x) {
  if (layer == 0) {
    // Marsaglia's method for the tail.
    for (;;) {
      const double beyond = exponential() / detail::kNormalTail;
      if (2 * exponential() >= beyond * beyond) return detail::kNormalTail + beyond;
    }
  }
  const double low = detail::kNormal.height[layer];
  const double high = detail::kNormal.height[layer + 1];
  if (low + uniform() * (high - low) < exp(-0.5 * x * x)) return x;
  const double again = normal();
  return again < 0 ? -again : again;
}

}  // namespace tenfold::sim
