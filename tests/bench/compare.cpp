// Prints how fast the engine and the two yardsticks are on the standard loads, and on what each
// lesson teaches, taking turns, and the ratios. Many short rounds, and of each the best: whatever
// else the machine does only ever makes one slower.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "cli/files.h"
#include "cli/standard_loads.h"
#include "model/system.h"
#include "yardsticks.h"

namespace {

namespace bench = tenfold::bench;
namespace cli = tenfold::cli;

constexpr std::uint64_t kCustomers = 100'000;
constexpr int kRounds = 60;
constexpr int kJourneyRounds = 10;

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

// A lesson's taught system, beside what no general engine can be faster than.
void compare_journey(const tenfold::lesson::Lesson& lesson, const char* end) {
  const tenfold::model::Scenario taught = tenfold::lesson::fixed_scenario(lesson);
  double engine = 0;
  double hard = 0;
  for (int round = 0; round < kJourneyRounds; ++round) {
    measure(engine, [&] {
      tenfold::model::System system(taught, 1);
      system.run_until(system.end());
      return system.events();
    });
    measure(hard, [&] { return bench::hard_coded_mm1(kCustomers).events; });
  }
  std::printf("  {\"stage\": %d, \"engine\": %.0f, \"hard_coded_mm1\": %.0f, \"ratio\": %.3f}%s\n",
              lesson.stage, engine, hard, engine / hard, end);
}

}  // namespace

// The lessons are those of the folder that is named, or of `lessons`.
int main(int count, char** words) {
  const cli::SoundLessons read = cli::sound_lessons(count > 1 ? words[1] : "lessons");
  if (!read.fault.empty()) {
    std::fprintf(stderr, "%s\n", read.fault.c_str());
    return 2;
  }
  std::puts("{");
  compare("mm1", cli::mm1(), bench::hard_coded_mm1, bench::bare_heap_mm1, ",");
  compare("tandem", cli::tandem(), bench::hard_coded_tandem, bench::bare_heap_tandem, ",");
  std::puts(" \"journey\": [");
  for (const cli::LessonFile& entry : read.lessons) {
    compare_journey(entry.lesson, &entry == &read.lessons.back() ? "" : ",");
  }
  std::puts(" ]\n}");
}
