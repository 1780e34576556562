// The books of a run: every request that was offered and what became of it, by second and in all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/call.h"
#include "model/system.h"
#include "sim/bytes.h"
#include "sim/time_integral.h"

namespace tenfold::model {

class Ledger {
 public:
  // Requests offered before the warm-up's end are left out of the totals, in the series they are
  // not.
  explicit Ledger(sim::Time warmup_ns) : warmup_ns_(warmup_ns) {}

  // A request comes. REQUIRES: now never runs backwards between calls.
  void offered(sim::Time now, PartIndex users, Wish wish);
  // The request offered at came_ns is over, for its user: good, or failed by a reason.
  void finished(sim::Time now, sim::Time came_ns, PartIndex users, Wish wish, Failure failure);
  // What the system costs from now on, in $ a month, without its traffic. `decided`: somebody has
  // changed the system, and what it cost before is of no account; otherwise it changed by itself.
  void bill(sim::Time now, double cost_month, bool decided);

  // Closes a second of the series; the caller adds what is known by part.
  Sample close_second(sim::Time now);

  std::uint64_t in_flight() const { return in_system_.level(); }
  // On average since it was last decided.
  double cost_month(sim::Time now) const;
  std::size_t bytes() const { return sim::bytes_of(classes_) + sim::bytes_of(class_places_); }
  // The ids of the classes' parts, and the cost, are left to the caller.
  Totals totals(sim::Time now) const;

 private:
  ClassTotals& class_of(PartIndex users, Wish wish);

  sim::Time warmup_ns_;
  std::vector<ClassTotals> classes_;  // in the order in which they were first offered
  // By clients part and wish: where in classes_, or kNowhere.
  std::vector<std::uint16_t> class_places_;
  static constexpr std::uint16_t kNowhere = 0xffff;
  sim::TimeIntegral total_inside_;  // of the requests in the totals
  std::uint64_t left_time_ns_ = 0;  // of those of them that are over

  Counts second_;
  sim::Histogram second_latency_ns_;
  sim::TimeIntegral in_system_;  // of all requests
  std::uint64_t in_system_at_second_ns_ = 0;
  sim::Time second_began_ns_ = 0;

  double cost_month_ = 0;
  sim::Time decided_at_ns_ = 0;
  sim::Time billed_at_ns_ = 0;
  double billed_ns_ = 0;  // cost × time, from then to then
};

}  // namespace tenfold::model
