// Taking two neighbouring samples together.
#include "model/series.h"

#include <algorithm>
#include <utility>

#include "sim/bytes.h"

namespace tenfold::model {
namespace {

using Shares = std::vector<float>;

// The mean over both times. Links have shares only since one of them has a limit.
void take_in(Shares& shares, const Shares& next, double before, double after) {
  shares.resize(std::max(shares.size(), next.size()));
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double more = i < next.size() ? static_cast<double>(next[i]) : 0;
    shares[i] = static_cast<float>(static_cast<double>(shares[i]) * before + more * after);
  }
}

// Counts add up and shares are averaged over the time. A quantile of both would need all latencies:
// the median is weighted by answers, and the 99th percentile is that of the worse of the two.
void take_in(Sample& sample, const Sample& next) {
  const double whole_s = sample.span_s + next.span_s;
  const double before = sample.span_s / whole_s;
  const double after = next.span_s / whole_s;
  const auto good = static_cast<double>(sample.counts.good);
  const auto more_good = static_cast<double>(next.counts.good);
  if (good + more_good > 0) {
    sample.p50_ms = (sample.p50_ms * good + next.p50_ms * more_good) / (good + more_good);
  }
  sample.p99_ms = std::max(sample.p99_ms, next.p99_ms);
  sample.counts += next.counts;
  sample.in_system = sample.in_system * before + next.in_system * after;
  sample.cost_month = next.cost_month;
  take_in(sample.utilisation, next.utilisation, before, after);
  take_in(sample.link_utilisation, next.link_utilisation, before, after);
  sample.waiting = next.waiting;
  sample.at_s = next.at_s;
  sample.span_s = whole_s;
}

}  // namespace

std::size_t Series::bytes() const {
  if (samples_.empty()) return 0;
  const Sample& any = samples_.back();
  return samples_.size() * (sizeof(Sample) + sim::bytes_of(any.utilisation) +
                            sim::bytes_of(any.waiting) + sim::bytes_of(any.link_utilisation));
}

void Series::add(Sample&& second) {
  if (!samples_.empty() && samples_.back().span_s < span_s_) {
    take_in(samples_.back(), second);
    return;
  }
  if (samples_.size() == kMost) {
    for (std::size_t i = 0; i < kMost; i += 2) {
      take_in(samples_[i], samples_[i + 1]);
      if (i > 0) samples_[i / 2] = std::move(samples_[i]);
    }
    samples_.resize(kMost / 2);
    span_s_ *= 2;
  }
  samples_.push_back(std::move(second));
}

}  // namespace tenfold::model
