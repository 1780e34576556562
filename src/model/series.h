// The run second by second, in bounded memory: a run of up to two hours is kept exactly, in a
// longer one neighbouring samples are taken together, so that each covers two seconds, then four,
// and so on.
#pragma once

#include <cstddef>
#include <vector>

#include "model/system.h"

namespace tenfold::model {

class Series {
 public:
  static constexpr std::size_t kMost = 7'200;

  // The next second.
  void add(Sample&& second);
  const std::vector<Sample>& samples() const { return samples_; }
  std::size_t bytes() const;

 private:
  std::vector<Sample> samples_;  // all of span_s_ but the last, which may still be shorter
  double span_s_ = 1;
};

}  // namespace tenfold::model
