// Tables for drawing exponential and normal numbers with one multiplication in 99 of 100 cases:
// the density is covered by 256 layers of equal area. Method and constants: Marsaglia and Tsang,
// "The Ziggurat Method for Generating Random Variables", 2000.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tenfold::sim::detail {

inline constexpr std::size_t kLayers = 256;
inline constexpr double kTwo53 = 9007199254740992.0;

struct Ziggurat {
  std::array<std::int64_t, kLayers>
      inside;                              // below this, of 2^53, a point is surely under the curve
  std::array<double, kLayers> width;       // of a layer, divided by 2^53
  std::array<double, kLayers + 1> height;  // of the density at the layer's edge, 1 at the top
};

// Computed when the program starts, which takes a fraction of a millisecond: as constants they
// would be a twentieth of the web page's download.
extern const Ziggurat kExponential;
extern const Ziggurat kNormal;

inline constexpr double kExponentialTail = 7.69711747013104972;
inline constexpr double kNormalTail = 3.6541528853610088;

}  // namespace tenfold::sim::detail
