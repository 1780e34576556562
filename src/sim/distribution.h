// How long something takes, as a distribution of whole nanoseconds with a chosen mean and spread.
// "scv" is the squared coefficient of variation, variance / mean^2: 0 constant, 1 exponential.
#pragma once

#include <cstdint>

#include "sim/clock.h"
#include "sim/random.h"

namespace tenfold::sim {

class Distribution {
 public:
  // Always 0.
  constexpr Distribution() = default;

  static Distribution constant(double mean_ns);
  static Distribution exponential(double mean_ns);

  // The sum of `stages` equal exponentials: scv 1 / stages. REQUIRES: stages >= 1.
  static Distribution erlang(double mean_ns, std::uint32_t stages);

  // e to a normal: many short, few very long. REQUIRES: scv >= 0.
  static Distribution lognormal(double mean_ns, double scv);

  // One of two exponentials, each making up half the total time ("balanced means"; Tijms, "A First
  // Course in Stochastic Models", appendix B). REQUIRES: scv >= 1.
  static Distribution hyperexponential(double mean_ns, double scv);

  Duration draw(Random& random) const {
    if (kind_ == Kind::kExponential) [[likely]]
      return round_to_ns(mean_ns_ * random.exponential());
    return draw_other(random);
  }

  double mean_ns() const { return mean_ns_; }
  double scv() const { return scv_; }

 private:
  enum class Kind : std::uint8_t {
    kConstant,
    kExponential,
    kErlang,
    kLognormal,
    kHyperexponential
  };

  Duration draw_other(Random& random) const;

  Kind kind_ = Kind::kConstant;
  std::uint32_t stages_ = 1;
  double mean_ns_ = 0;
  double scv_ = 0;
  double first_ =
      0;  // lognormal: mean of the logarithm; hyperexponential: chance of the first branch
  double second_ = 0;  // lognormal: deviation of the logarithm
};

}  // namespace tenfold::sim
