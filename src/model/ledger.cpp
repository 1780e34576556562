// Counting requests in and out.
#include "model/ledger.h"

#include <algorithm>

namespace tenfold::model {
namespace {

void count(Counts& counts, Failure failure) {
  if (failure == Failure::none) {
    ++counts.good;
    return;
  }
  ++counts.failed;
  ++counts.by_reason[static_cast<std::size_t>(failure)];
}

}  // namespace

ClassTotals& Ledger::class_of(PartIndex users, Wish wish) {
  const std::size_t key = users * kUserWishes + static_cast<std::size_t>(wish);
  if (key >= class_places_.size()) class_places_.resize(key + 1, kNowhere);
  std::uint16_t& place = class_places_[key];
  if (place == kNowhere) {
    place = static_cast<std::uint16_t>(classes_.size());
    classes_.push_back({.part = users, .wish = wish});
  }
  return classes_[place];
}

void Ledger::offered(sim::Time now, PartIndex users, Wish wish) {
  ++second_.offered;
  in_system_.rise(now);
  if (now < warmup_ns_) return;
  ++class_of(users, wish).counts.offered;
  total_inside_.rise(now);
}

void Ledger::finished(sim::Time now, sim::Time came_ns, PartIndex users, Wish wish,
                      Failure failure) {
  const sim::Duration took_ns = now - came_ns;
  count(second_, failure);
  in_system_.fall(now);
  if (failure == Failure::none) second_latency_ns_.add(took_ns);
  if (came_ns < warmup_ns_) return;
  ClassTotals& its = class_of(users, wish);
  count(its.counts, failure);
  total_inside_.fall(now);
  left_time_ns_ += static_cast<std::uint64_t>(took_ns);
  if (failure == Failure::none) its.latency_ns.add(took_ns);
}

void Ledger::bill(sim::Time now, double cost_month, bool decided) {
  if (decided && cost_month != cost_month_) {
    decided_at_ns_ = now;
    billed_at_ns_ = now;
    billed_ns_ = 0;
  }
  billed_ns_ += cost_month_ * static_cast<double>(now - billed_at_ns_);
  billed_at_ns_ = now;
  cost_month_ = cost_month;
}

double Ledger::cost_month(sim::Time now) const {
  if (billed_at_ns_ == decided_at_ns_) return cost_month_;
  return (billed_ns_ + cost_month_ * static_cast<double>(now - billed_at_ns_)) /
         static_cast<double>(now - decided_at_ns_);
}

Sample Ledger::close_second(sim::Time now) {
  Sample sample;
  sample.at_s = sim::to_seconds(now);
  sample.counts = second_;
  sample.p50_ms = second_latency_ns_.quantile_ns(0.5) / sim::kMillisecond;
  sample.p99_ms = second_latency_ns_.quantile_ns(0.99) / sim::kMillisecond;
  const std::uint64_t inside_ns = in_system_.up_to(now);
  const auto passed_ns = static_cast<double>(now - second_began_ns_);
  sample.in_system = static_cast<double>(inside_ns - in_system_at_second_ns_) / passed_ns;
  sample.cost_month = cost_month_;
  second_ = {};
  second_latency_ns_.clear();
  in_system_at_second_ns_ = inside_ns;
  second_began_ns_ = now;
  return sample;
}

Totals Ledger::totals(sim::Time now) const {
  Totals totals;
  totals.from_s = sim::to_seconds(std::min(warmup_ns_, now));
  totals.to_s = sim::to_seconds(now);
  totals.classes.reserve(classes_.size());
  for (const std::uint16_t place : class_places_) {
    if (place == kNowhere) continue;
    const ClassTotals& its = totals.classes.emplace_back(classes_[place]);
    totals.counts += its.counts;
    totals.latency_ns.merge(its.latency_ns);
  }
  totals.in_flight = total_inside_.level();
  const double span_s = totals.to_s - totals.from_s;
  if (span_s > 0) {
    totals.mean_in_system = static_cast<double>(total_inside_.up_to(now)) / 1e9 / span_s;
    totals.arrival_rps = static_cast<double>(totals.counts.offered) / span_s;
  }
  const std::uint64_t left = totals.counts.good + totals.counts.failed;
  if (left > 0)
    totals.mean_time_ms = static_cast<double>(left_time_ns_) / 1e6 / static_cast<double>(left);
  return totals;
}

}  // namespace tenfold::model
