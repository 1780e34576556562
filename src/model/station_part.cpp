// Taking calls in, and counting them.
#include "model/station_part.h"

#include "model/engine.h"

namespace tenfold::model {

void StationPart::arrive(CallId id) {
  if (!is_up()) {
    ++found_it_down_;
    engine_->answer(id, failure_when_down());
    return;
  }
  switch (queue_.arrive(engine_->now(), id)) {
    case sim::Station::Entry::kStarts:
      begin(id);
      break;
    case sim::Station::Entry::kWaits:
      engine_->note(engine_->call(id), Doing::wait);
      break;
    case sim::Station::Entry::kRefused:
      engine_->answer(id, Failure::queue_full);
      break;
  }
}

Reading StationPart::reading() const {
  const sim::Station::Totals totals = queue_.totals(engine_->now());
  Reading reading;
  reading.arrivals = totals.arrivals + found_it_down_;
  reading.refusals = totals.refusals;
  reading.left = left_;
  reading.left_time_ns = left_time_ns_;
  reading.busy_ns = totals.busy_ns;
  reading.inside_ns = totals.busy_ns + totals.waiting_ns;
  return reading;
}

void StationPart::describe(PartState& state) const {
  state.in_service = static_cast<std::uint32_t>(queue_.busy());
  state.waiting = static_cast<std::uint32_t>(queue_.waiting());
  state.capacity = queue_.workers();
  state.queue_limit = queue_limit_;
}

void StationPart::staff(std::uint32_t workers, std::uint32_t queue_limit) {
  queue_limit_ = queue_limit;
  queue_.set_places(queue_limit);
  queue_.set_workers(workers);
  for (CallId next; (next = queue_.start_next(engine_->now())) != sim::Station::kNobody;) {
    begin(next);
  }
}

}  // namespace tenfold::model
