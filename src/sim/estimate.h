// What a run can say about a mean, and how sure it may be. Neighbouring measurements in a queue
// resemble each other, so they are gathered into a few long batches whose means nearly do not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tenfold::sim {

// Mean and variance of independent values, one at a time (Welford, 1962).
class Moments {
 public:
  void add(double value) {
    ++count_;
    const double off = value - mean_;
    mean_ += off / static_cast<double>(count_);
    squares_ += off * (value - mean_);
  }

  std::uint64_t count() const { return count_; }
  double mean() const { return mean_; }
  // The unbiased sample variance, 0 for fewer than two values.
  double variance() const { return count_ < 2 ? 0 : squares_ / static_cast<double>(count_ - 1); }

 private:
  std::uint64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

// A mean and how far from it the truth may lie.
struct Interval {
  double mean = 0;
  double half_width = 0;

  bool contains(double value) const {
    return value >= mean - half_width && value <= mean + half_width;
  }
};

// The interval that holds the true mean with the given confidence (0.95), from independent and
// nearly normal values. With fewer than two values the half-width is infinite.
Interval confidence_interval(const Moments& values, double confidence);

// Between 32 and 63 batches of equal size, over a series of unknown length: when a 64th would be
// full, neighbours are joined and batches become twice as long.
class BatchMeans {
 public:
  void add(double value) {
    open_sum_ += value;
    if (++open_count_ == batch_size_) [[unlikely]]
      close_batch();
  }

  // Of all values in full batches.
  Interval interval(double confidence) const;
  // Whether neighbouring batches resemble each other more than chance lets independent ones do, so
  // that the interval is too narrow: the correlation of neighbours is above what one in a hundred
  // series of independent values would show (2.33 / sqrt(batches)).
  bool are_batches_too_short() const;
  std::size_t batches() const { return closed_; }
  std::uint64_t batch_size() const { return batch_size_; }

 private:
  static constexpr std::size_t kMost = 64;

  void close_batch();

  std::array<double, kMost> sums_{};
  std::size_t closed_ = 0;
  std::uint64_t batch_size_ = 1;
  std::uint64_t open_count_ = 0;
  double open_sum_ = 0;
};

// The value that a standard normal stays below with probability p. REQUIRES: 0 < p < 1.
// Relative error 1e-15: algorithm AS 241 (Wichura, "The Percentage Points of the Normal
// Distribution", Applied Statistics 37, 1988).
double normal_quantile(double p);

// The same for Student's t. Exact for 1 and 2 degrees of freedom; beyond, the expansion 26.7.5 of
// Abramowitz and Stegun: within 1 % for 3 degrees at p = 0.995 and far better for more.
// REQUIRES: 0 < p < 1 and freedom >= 1.
double t_quantile(double p, std::uint64_t freedom);

}  // namespace tenfold::sim
