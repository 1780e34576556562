// Prints how fast the engine and the two yardsticks are, taking turns, and the ratios.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "cli/standard_loads.h"
#include "yardsticks.h"

namespace {

constexpr std::uint64_t kCustomers = 1'000'000;

template <typename Run>
void measure(double& best, Run run) {
  const auto begin = std::chrono::steady_clock::now();
  const std::uint64_t events = run();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  best = std::max(best, static_cast<double>(events) / took.count());
}

}  // namespace

int main() {
  namespace bench = tenfold::bench;
  namespace cli = tenfold::cli;
  double engine = 0;
  double timers = 0;
  double heap = 0;
  for (int round = 0; round < 7; ++round) {
    measure(engine,
            [] { return cli::run_queues(cli::mm1(), cli::kStandardRate, kCustomers).events; });
    measure(timers, [] { return bench::two_timers(kCustomers).events; });
    measure(heap, [] { return bench::bare_heap(kCustomers).events; });
  }
  std::printf(
      "{\"mm1\": {\"engine\": %.0f, \"two_timers\": %.0f, \"bare_heap\": %.0f,\n"
      "         \"of_two_timers\": %.3f, \"of_bare_heap\": %.3f}}\n",
      engine, timers, heap, engine / timers, engine / heap);
}
