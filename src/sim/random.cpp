// The two ziggurats, and their slow paths: about one draw in a hundred comes here.
#include "sim/random.h"

#include "sim/portable_math.h"

namespace tenfold::sim {
namespace detail {
namespace {

// Stacks the layers: edge[i + 1] is where the density is area / edge[i] higher than at edge[i].
// `tail_start` is where the endless bottom layer begins; `area` is that of every layer.
template <typename Density, typename Inverse>
Ziggurat make_ziggurat(double tail_start, double area, Density density, Inverse inverse) {
  Ziggurat table{};
  double edge = area / density(tail_start);
  double next = tail_start;
  table.height[0] = 0;
  for (std::size_t i = 0; i < kLayers; ++i) {
    table.inside[i] = static_cast<std::int64_t>(next / edge * kTwo53);
    table.width[i] = edge / kTwo53;
    table.height[i + 1] = i + 1 == kLayers ? 1 : density(next);
    edge = next;
    next = i + 2 >= kLayers ? 0 : inverse(area / edge + density(edge));
  }
  return table;
}

}  // namespace

const Ziggurat kExponential = make_ziggurat(
    kExponentialTail, 3.949659822581572e-3, [](double x) { return exp(-x); },
    [](double y) { return -log(y); });

const Ziggurat kNormal = make_ziggurat(
    kNormalTail, 4.92867323399e-3, [](double x) { return exp(-0.5 * x * x); },
    [](double y) { return sqrt(-2 * log(y)); });

}  // namespace detail

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
