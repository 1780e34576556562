// The part of every kind with workers and a queue before them: whoever comes is taken at once,
// waits, or is refused.
#pragma once

#include <cstdint>

#include "model/part.h"
#include "sim/station.h"

namespace tenfold::model {

class StationPart : public Part {
 public:
  using Part::Part;

  void arrive(CallId call) override;
  Reading reading() const override;
  void describe(PartState& state) const override;
  std::size_t bytes() const override { return queue_.bytes(); }

 protected:
  // A worker has taken a call.
  virtual void begin(CallId call) = 0;
  // So many workers and places to wait from now on; new workers begin with those who wait.
  void staff(std::uint32_t workers, std::uint32_t queue_limit);

  sim::Station queue_;

 private:
  std::uint32_t queue_limit_ = 0;
  std::uint64_t found_it_down_ = 0;  // of those who came
};

}  // namespace tenfold::model
