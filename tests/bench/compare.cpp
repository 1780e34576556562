// Prints how fast the engine and the two yardsticks are on the standard loads, taking turns, and
// the ratios. Many short rounds, and of each the best: whatever else the machine does only ever
// makes one slower.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "cli/standard_loads.h"
#include "yardsticks.h"

namespace {

namespace bench = tenfold::bench;
namespace cli = tenfold::cli;

constexpr std::uint64_t kCustomers = 100'000;
constexpr int kRounds = 60;

template <typename Run>
void measure(double& best, Run run) {
  const auto begin = std::chrono::steady_clock::now();
  const std::uint64_t events = run();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  best = std::max(best, static_cast<double>(events) / took.count());
}

using Yardstick = bench::Result (*)(std::uint64_t customers);

void compare(const char* name, const std::vector<cli::QueueInRow>& queues, Yardstick hard_coded,
             Yardstick bare_heap, const char* end) {
  double engine = 0;
  double hard = 0;
  double heap = 0;
  for (int round = 0; round < kRounds; ++round) {
    measure(engine, [&] { return cli::run_queues(queues, cli::kStandardRate, kCustomers).events; });
    measure(hard, [&] { return hard_coded(kCustomers).events; });
    measure(heap, [&] { return bare_heap(kCustomers).events; });
  }
  std::printf(
      " \"%s\": {\"engine\": %.0f, \"hard_coded\": %.0f, \"bare_heap\": %.0f,\n"
      "  \"of_hard_coded\": %.3f, \"of_bare_heap\": %.3f}%s\n",
      name, engine, hard, heap, engine / hard, engine / heap, end);
}

}  // namespace

int main() {
  std::puts("{");
  compare("mm1", cli::mm1(), bench::hard_coded_mm1, bench::bare_heap_mm1, ",");
  compare("tandem", cli::tandem(), bench::hard_coded_tandem, bench::bare_heap_tandem, "");
  std::puts("}");
}
