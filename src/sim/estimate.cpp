// Confidence intervals, and the two quantile functions they need.
#include "sim/estimate.h"

#include <cassert>

#include "sim/portable_math.h"

namespace tenfold::sim {
namespace {

// Coefficients from the constant term up.
template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double value = 0;
  for (std::size_t i = N; i-- > 0;) value = value * x + coefficients[i];
  return value;
}

using Eight = std::array<double, 8>;

// The rational functions of AS 241: the middle, the shoulders, the far tails.
constexpr Eight kMiddleTop = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                              1.9715909503065514427e+3, 1.3731693765509461125e+4,
                              4.5921953931549871457e+4, 6.7265770927008700853e+4,
                              3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr Eight kMiddleBottom = {1.0,
                                 4.2313330701600911252e+1,
                                 6.8718700749205790830e+2,
                                 5.3941960214247511077e+3,
                                 2.1213794301586595867e+4,
                                 3.9307895800092710610e+4,
                                 2.8729085735721942674e+4,
                                 5.2264952788528545610e+3};
constexpr Eight kShoulderTop = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                5.76949722146069140550e0,  3.64784832476320460504e0,
                                1.27045825245236838258e0,  2.41780725177450611770e-1,
                                2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Eight kShoulderBottom = {1.0,
                                   2.05319162663775882187e0,
                                   1.67638483018380384940e0,
                                   6.89767334985100004550e-1,
                                   1.48103976427480074590e-1,
                                   1.51986665636164571966e-2,
                                   5.47593808499534494600e-4,
                                   1.05075007164441684324e-9};
constexpr Eight kTailTop = {6.65790464350110377720e0,  5.46378491116411436990e0,
                            1.78482653991729133580e0,  2.96560571828504891230e-1,
                            2.65321895265761230930e-2, 1.24266094738807843860e-3,
                            2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Eight kTailBottom = {1.0,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};

}  // namespace

double normal_quantile(double p) {
  assert(p > 0 && p < 1);
  const double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(kMiddleTop, r) / polynomial(kMiddleBottom, r);
  }
  const double r = sqrt(-log(q < 0 ? p : 1 - p));
  const double x = r <= 5 ? polynomial(kShoulderTop, r - 1.6) / polynomial(kShoulderBottom, r - 1.6)
                          : polynomial(kTailTop, r - 5) / polynomial(kTailBottom, r - 5);
  return q < 0 ? -x : x;
}

double t_quantile(double p, std::uint64_t freedom) {
  assert(p > 0 && p < 1 && freedom >= 1);
  if (freedom == 1) {
    const double half_turn = cos_turns(p / 2);  // cos(pi p)
    const double tangent = sqrt(1 - half_turn * half_turn) / half_turn;
    return -1 / tangent;
  }
  if (freedom == 2) return (2 * p - 1) / sqrt(2 * p * (1 - p));
  const double x = normal_quantile(p);
  const double y = x * x;
  const double inverse = 1 / static_cast<double>(freedom);
  const double g1 = x * (y + 1) / 4;
  const double g2 = x * ((5 * y + 16) * y + 3) / 96;
  const double g3 = x * (((3 * y + 19) * y + 17) * y - 15) / 384;
  const double g4 = x * ((((79 * y + 776) * y + 1482) * y - 1920) * y - 945) / 92160;
  return x + (((g4 * inverse + g3) * inverse + g2) * inverse + g1) * inverse;
}

Interval confidence_interval(const Moments& values, double confidence) {
  if (values.count() < 2) return {values.mean(), kInfinity};
  const auto n = static_cast<double>(values.count());
  const double t = t_quantile(0.5 + confidence / 2, values.count() - 1);
  return {values.mean(), t * sqrt(values.variance() / n)};
}

void BatchMeans::close_batch() {
  sums_[closed_++] = open_sum_;
  open_sum_ = 0;
  open_count_ = 0;
  if (closed_ < kMost) return;
  for (std::size_t i = 0; i < kMost / 2; ++i) sums_[i] = sums_[2 * i] + sums_[2 * i + 1];
  closed_ = kMost / 2;
  batch_size_ *= 2;
}

Interval BatchMeans::interval(double confidence) const {
  Moments means;
  for (std::size_t i = 0; i < closed_; ++i) means.add(sums_[i] / static_cast<double>(batch_size_));
  return confidence_interval(means, confidence);
}

bool BatchMeans::are_batches_too_short() const {
  double mean = 0;
  for (std::size_t i = 0; i < closed_; ++i) mean += sums_[i] / static_cast<double>(closed_);
  double squares = 0;
  double products = 0;
  for (std::size_t i = 0; i < closed_; ++i) {
    const double off = sums_[i] - mean;
    squares += off * off;
    if (i > 0) products += off * (sums_[i - 1] - mean);
  }
  return products > 2.33 * squares / sqrt(static_cast<double>(closed_)) && squares > 0;
}

}  // namespace tenfold::sim
