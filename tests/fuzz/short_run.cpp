// Running a scenario for a moment.
#include "short_run.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace tenfold::fuzz {

void must(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "Broken promise: %s\n", what);
  std::abort();
}

void keep_small(model::Setting& setting) {
  if (setting.name == "users" || setting.name == "things" || setting.name == "visitors") {
    setting.number = std::min(setting.number, 10'000.0);
  }
}

void make_small(model::Scenario& scenario) {
  for (model::PartSpec& part : scenario.parts) {
    for (model::Setting& setting : part.settings) keep_small(setting);
  }
  for (model::TimedChange& timed : scenario.changes) keep_small(timed.change.setting);
}

void check_books(const model::System& system) {
  const model::Totals totals = system.totals();
  const model::Counts& counts = totals.counts;
  must(counts.offered == counts.good + counts.failed + totals.in_flight, "no request is lost");
  std::uint64_t by_reason = 0;
  for (const std::uint64_t count : counts.by_reason) by_reason += count;
  must(by_reason == counts.failed, "every failure has one reason");
  for (const model::PartState& part : system.parts()) {
    must(part.utilisation >= 0 && part.utilisation <= 1, "utilisation is a share");
    must(part.hits <= part.reads, "a hit is a read");
    must(part.mean_in_system >= 0 && part.mean_time_ms >= 0, "times are not negative");
  }
}

void run_shortly(const model::Scenario& scenario) {
  constexpr int kEvents = 2'000;
  model::System system(scenario, 1);
  for (int event = 0; event < kEvents / 2 && system.step(); ++event) continue;
  check_books(system);
  model::System copy = system;
  for (int event = 0; event < kEvents / 2; ++event) {
    must(system.step() == copy.step(), "a snapshot ends when the original does");
  }
  must(system.log_hash() == copy.log_hash(), "a snapshot goes on as the original does");
  check_books(system);
}

}  // namespace tenfold::fuzz
