// The rarer steps of a station: withdrawing, crashing, reading the counts.
#include "sim/station.h"

#include <cassert>

namespace tenfold::sim {

Station::Totals Station::Totals::operator-(const Totals& earlier) const {
  return {arrivals - earlier.arrivals,       refusals - earlier.refusals,
          withdrawals - earlier.withdrawals, started - earlier.started,
          finished - earlier.finished,       busy_ns - earlier.busy_ns,
          waiting_ns - earlier.waiting_ns};
}

void Station::withdraw(Time now_ns, Ring<std::uint32_t>::Ticket ticket) {
  std::uint32_t& place = queue_.at(ticket);
  assert(place != kNobody);
  place = kNobody;
  waiting_.fall(now_ns);
  ++totals_.withdrawals;
  if (waiting_.level() == 0) queue_.clear();
}

void Station::clear(Time now_ns) {
  totals_.withdrawals += busy_.level() + waiting_.level();
  busy_.fall(now_ns, busy_.level());
  waiting_.fall(now_ns, waiting_.level());
  queue_.clear();
}

Station::Totals Station::totals(Time now_ns) const {
  Totals read = totals_;
  read.busy_ns = busy_.up_to(now_ns);
  read.waiting_ns = waiting_.up_to(now_ns);
  return read;
}

}  // namespace tenfold::sim
