// The part of every kind that calls pass through without workers of its own: it knows how many have
// come, how many it turned away, and how many are inside.
#pragma once

#include <cstdint>

#include "model/part.h"
#include "sim/time_integral.h"

namespace tenfold::model {

class CountingPart : public Part {
 public:
  using Part::Part;

  void crash() override;
  Reading reading() const override;
  void describe(PartState& state) const override;

 protected:
  // A call has come. False when the part is down, and the call has been answered so.
  bool receive(CallId id);
  // The same, and the call is inside from now on.
  bool admit(CallId id);
  // For what comes in another way.
  void count_arrival() { ++arrivals_; }
  void count_refusal() { ++refusals_; }
  void enter();
  void leave(const Call& call);

  // Answers a call that has come and was not let in.
  void refuse(CallId id, Failure failure);
  // Answers a call that was inside.
  void finish(CallId id, Failure failure);

  std::uint64_t arrivals() const { return arrivals_; }
  std::uint64_t inside() const { return static_cast<std::uint64_t>(inside_.level()); }

 private:
  std::uint64_t arrivals_ = 0;
  std::uint64_t refusals_ = 0;
  sim::TimeIntegral inside_;
};

}  // namespace tenfold::model
