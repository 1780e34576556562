// How much faster than the clock a scenario's system runs, after its warm-up, and how fast that is
// beside the hard-coded yardstick of the same moments: `real_time FILE`, or on a page through
// real_time_page.mjs.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "cli/files.h"
#include "lesson/reader.h"
#include "model/system.h"
#include "yardsticks.h"

namespace {

namespace cli = tenfold::cli;
namespace lesson = tenfold::lesson;
namespace model = tenfold::model;
namespace sim = tenfold::sim;

template <typename Run>
double seconds_of(Run run) {
  const auto begin = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double yardstick_events_per_second() {
  constexpr std::uint64_t kCustomers = 100'000;
  constexpr int kRounds = 20;
  double best = 0;
  for (int round = 0; round < kRounds; ++round) {
    std::uint64_t events = 0;
    const double took_s =
        seconds_of([&] { events = tenfold::bench::hard_coded_mm1(kCustomers).events; });
    best = std::max(best, static_cast<double>(events) / took_s);
  }
  return best;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("real_time: one scenario's file is needed\n", stderr);
    return 2;
  }
  const cli::FileText file = cli::read_file(words[1]);
  const lesson::ReadScenario read = lesson::read_runnable(file.text, words[1], "");
  if (!file.fault.empty() || !read.faults.empty()) {
    const std::string fault =
        file.fault.empty() ? lesson::to_line(read.faults.front()) : words[1] + (": " + file.fault);
    std::fprintf(stderr, "%s\n", fault.c_str());
    return 2;
  }
  const model::Scenario& scenario = read.scenario;
  model::System system(scenario, 1);
  system.run_until(sim::from_seconds(scenario.warmup_s));
  const std::uint64_t events_before = system.events();
  double hard_coded = yardstick_events_per_second();
  const double took_s = seconds_of([&] { system.run_until(system.end()); });
  hard_coded = std::max(hard_coded, yardstick_events_per_second());
  const double rate = static_cast<double>(system.events() - events_before) / took_s;
  const model::Totals totals = system.totals();
  const auto offered = static_cast<double>(totals.counts.offered);
  std::printf(
      "{\"offered_rps\": %.0f, \"good_share\": %.4f, \"events_per_request\": %.1f,\n"
      " \"simulated_s\": %.3f, \"took_s\": %.3f, \"simulated_s_per_s\": %.3f,\n"
      " \"events_per_s\": %.0f, \"hard_coded_mm1\": %.0f, \"ratio\": %.3f}\n",
      totals.arrival_rps,
      static_cast<double>(totals.counts.good) /
          static_cast<double>(totals.counts.good + totals.counts.failed),
      static_cast<double>(system.events() - events_before) / offered,
      scenario.duration_s - scenario.warmup_s, took_s,
      (scenario.duration_s - scenario.warmup_s) / took_s, rate, hard_coded, rate / hard_coded);
}
