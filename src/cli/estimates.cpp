// Intervals, and the verdict on whether they are narrow enough to say anything.
#include "cli/estimates.h"

#include <cmath>

namespace tenfold::cli {
namespace {

constexpr double kConfidence = 0.95;
constexpr double kTooWide = 0.1;  // half-width over mean
constexpr std::size_t kFewestBatches = 10;

void note_width(Estimates& estimates) {
  for (const Estimate& estimate : estimates.values) {
    const sim::Interval& interval = estimate.interval;
    if (interval.mean == 0 || interval.half_width <= kTooWide * std::abs(interval.mean)) continue;
    if (!estimates.too_short.empty()) estimates.too_short += ", ";
    estimates.too_short += estimate.name;
  }
  if (!estimates.too_short.empty()) {
    estimates.too_short += " known to no better than 10 %: run longer, or more replications";
  }
}

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Estimates over_replications(const std::vector<model::Totals>& totals) {
  sim::Moments good;
  sim::Moments throughput;
  sim::Moments in_system;
  sim::Moments mean_ms;
  sim::Moments p99_ms;
  for (const model::Totals& run : totals) {
    good.add(share(run.counts.good, run.counts.offered));
    throughput.add(static_cast<double>(run.counts.good) / (run.to_s - run.from_s));
    in_system.add(run.mean_in_system);
    mean_ms.add(run.latency_ns.mean_ns() / 1e6);
    p99_ms.add(run.latency_ns.quantile_ns(0.99) / 1e6);
  }
  Estimates estimates{.method = "replications", .values = {}, .too_short = {}};
  const auto add = [&](const char* name, const sim::Moments& values) {
    estimates.values.push_back({name, sim::confidence_interval(values, kConfidence)});
  };
  add("good_share", good);
  add("throughput_rps", throughput);
  add("mean_in_system", in_system);
  add("mean_ms", mean_ms);
  add("p99_ms", p99_ms);
  note_width(estimates);
  return estimates;
}

Estimates over_batches(const std::vector<model::Sample>& series, double warmup_s) {
  sim::BatchMeans good;
  sim::BatchMeans throughput;
  sim::BatchMeans in_system;
  std::uint64_t offered = 0;
  for (const model::Sample& second : series) {
    if (second.at_s <= warmup_s) continue;
    offered += second.counts.offered;
    good.add(share(second.counts.good, second.counts.good + second.counts.failed));
    throughput.add(second.per_second(second.counts.good));
    in_system.add(second.in_system);
  }
  Estimates estimates{.method = "batch means", .values = {}, .too_short = {}};
  const auto add = [&](const char* name, const sim::BatchMeans& values) {
    estimates.values.push_back({name, values.interval(kConfidence)});
  };
  add("good_share", good);
  add("throughput_rps", throughput);
  add("mean_in_system", in_system);
  if (good.batches() < kFewestBatches) {
    estimates.too_short = "fewer than ten seconds are left after the warm-up";
  } else if (offered == 0) {
    estimates.too_short = "nobody has asked for anything";
  } else if (good.are_batches_too_short() || in_system.are_batches_too_short()) {
    estimates.too_short =
        "what happens in one second still shows in the next ones, so the intervals promise too "
        "much: run much longer, or use --replications";
  } else {
    note_width(estimates);
  }
  return estimates;
}

}  // namespace tenfold::cli
