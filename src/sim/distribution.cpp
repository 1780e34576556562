// The shapes of service times and how each is drawn.
#include "sim/distribution.h"

#include <cassert>

#include "sim/portable_math.h"

namespace tenfold::sim {

Distribution Distribution::constant(double mean_ns) {
  assert(mean_ns >= 0);
  Distribution made;
  made.mean_ns_ = mean_ns;
  return made;
}

Distribution Distribution::exponential(double mean_ns) {
  Distribution made = constant(mean_ns);
  made.kind_ = Kind::kExponential;
  made.scv_ = 1;
  return made;
}

Distribution Distribution::erlang(double mean_ns, std::uint32_t stages) {
  assert(stages >= 1);
  Distribution made = constant(mean_ns);
  made.kind_ = Kind::kErlang;
  made.stages_ = stages;
  made.scv_ = 1.0 / stages;
  return made;
}

Distribution Distribution::lognormal(double mean_ns, double scv) {
  assert(scv >= 0);
  Distribution made = constant(mean_ns);
  if (mean_ns == 0) return made;
  const double variance = log(1 + scv);
  made.kind_ = Kind::kLognormal;
  made.scv_ = scv;
  made.first_ = log(mean_ns) - variance / 2;
  made.second_ = sqrt(variance);
  return made;
}

Distribution Distribution::hyperexponential(double mean_ns, double scv) {
  assert(scv >= 1);
  Distribution made = constant(mean_ns);
  made.kind_ = Kind::kHyperexponential;
  made.scv_ = scv;
  made.first_ = (1 + sqrt((scv - 1) / (scv + 1))) / 2;
  return made;
}

Duration Distribution::draw_other(Random& random) const {
  switch (kind_) {
    case Kind::kConstant:
      return round_to_ns(mean_ns_);
    case Kind::kExponential:
      return round_to_ns(mean_ns_ * random.exponential());
    case Kind::kErlang: {
      double sum = 0;
      for (std::uint32_t stage = 0; stage < stages_; ++stage) sum += random.exponential();
      return round_to_ns(mean_ns_ / stages_ * sum);
    }
    case Kind::kLognormal:
      return round_to_ns(exp(first_ + second_ * random.normal()));
    case Kind::kHyperexponential: {
      const double chance = random.chance(first_) ? first_ : 1 - first_;
      return round_to_ns(mean_ns_ / (2 * chance) * random.exponential());
    }
  }
  return 0;
}

}  // namespace tenfold::sim
