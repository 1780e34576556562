// Counting calls in and out.
#include "model/counting_part.h"

#include "model/engine.h"

namespace tenfold::model {

void CountingPart::crash() { inside_.fall(engine_->now(), inside_.level()); }

Reading CountingPart::reading() const {
  Reading reading;
  reading.arrivals = arrivals_;
  reading.refusals = refusals_;
  reading.left = left_;
  reading.left_time_ns = left_time_ns_;
  reading.inside_ns = inside_.up_to(engine_->now());
  return reading;
}

void CountingPart::describe(PartState& state) const {
  state.in_service = static_cast<std::uint32_t>(inside_.level());
}

bool CountingPart::receive(CallId id) {
  ++arrivals_;
  if (is_up()) return true;
  engine_->answer(id, failure_when_down());
  return false;
}

bool CountingPart::admit(CallId id) {
  if (!receive(id)) return false;
  enter();
  return true;
}

void CountingPart::enter() { inside_.rise(engine_->now()); }

void CountingPart::leave(const Call& call) {
  inside_.fall(engine_->now());
  count_leaving(call);
}

void CountingPart::refuse(CallId id, Failure failure) {
  ++refusals_;
  engine_->answer(id, failure);
}

void CountingPart::finish(CallId id, Failure failure) {
  leave(engine_->call(id));
  engine_->answer(id, failure);
}

}  // namespace tenfold::model
