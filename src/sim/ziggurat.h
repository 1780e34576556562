// Tables for drawing exponential and normal numbers with one multiplication in 99 of 100 cases:
// the density is covered by 256 layers of equal area. Method and constants: Marsaglia and Tsang,
// "The Ziggurat Method for Generating Random Variables", 2000.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/portable_math.h"

namespace tenfold::sim::detail {

inline constexpr std::size_t kLayers = 256;
inline constexpr double kTwo53 = 9007199254740992.0;

struct Ziggurat {
  std::array<std::uint64_t, kLayers>
      inside;                              // below this, of 2^53, a point is surely under the curve
  std::array<double, kLayers> width;       // of a layer, divided by 2^53
  std::array<double, kLayers + 1> height;  // of the density at the layer's edge, 1 at the top
};

// Stacks the layers: edge[i + 1] is where the density is area / edge[i] higher than at edge[i].
// `tail_start` is where the endless bottom layer begins; `area` is that of every layer.
template <typename Density, typename Inverse>
constexpr Ziggurat make_ziggurat(double tail_start, double area, Density density, Inverse inverse) {
  Ziggurat table{};
  double edge = area / density(tail_start);
  double next = tail_start;
  table.height[0] = 0;
  for (std::size_t i = 0; i < kLayers; ++i) {
    table.inside[i] = static_cast<std::uint64_t>(next / edge * kTwo53);
    table.width[i] = edge / kTwo53;
    table.height[i + 1] = i + 1 == kLayers ? 1 : density(next);
    edge = next;
    next = i + 2 >= kLayers ? 0 : inverse(area / edge + density(edge));
  }
  return table;
}

inline constexpr double kExponentialTail = 7.69711747013104972;
inline constexpr Ziggurat kExponential = make_ziggurat(
    kExponentialTail, 3.949659822581572e-3, [](double x) { return exp(-x); },
    [](double y) { return -log(y); });

inline constexpr double kNormalTail = 3.6541528853610088;
inline constexpr Ziggurat kNormal = make_ziggurat(
    kNormalTail, 4.92867323399e-3, [](double x) { return exp(-0.5 * x * x); },
    [](double y) { return sqrt(-2 * log(y)); });

}  // namespace tenfold::sim::detail
