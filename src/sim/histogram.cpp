// Reading quantiles from a histogram, and adding whole histograms up.
#include "sim/histogram.h"

#include <cassert>

namespace tenfold::sim {

std::uint64_t Histogram::bucket_start_ns(std::size_t bucket) {
  const std::size_t doubling = bucket / kPerDoubling;
  if (doubling < 2) return bucket;
  const std::size_t shift = doubling - 1;
  return static_cast<std::uint64_t>(bucket - shift * kPerDoubling) << shift;
}

void Histogram::merge(const Histogram& other) {
  for (std::size_t i = 0; i < kBuckets; ++i) counts_[i] += other.counts_[i];
  count_ += other.count_;
  sum_ns_ += other.sum_ns_;
}

double Histogram::mean_ns() const {
  if (count_ == 0) return 0;
  return static_cast<double>(sum_ns_) / static_cast<double>(count_);
}

double Histogram::quantile_ns(double q) const {
  assert(q >= 0 && q <= 1);
  const double rank = q * static_cast<double>(count_);
  std::uint64_t below = 0;
  std::size_t last_filled = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    if (counts_[i] == 0) continue;
    last_filled = i;
    const double into = rank - static_cast<double>(below);
    const auto here = static_cast<double>(counts_[i]);
    below += counts_[i];
    if (into > here) continue;
    const auto start_ns = static_cast<double>(bucket_start_ns(i));
    const auto width_ns = static_cast<double>(bucket_start_ns(i + 1)) - start_ns;
    // A bucket one nanosecond wide holds one value, with nothing to spread.
    return width_ns > 1 ? start_ns + width_ns * (into / here) : start_ns;
  }
  return static_cast<double>(bucket_start_ns(last_filled));
}

}  // namespace tenfold::sim
