// Where the time of requests goes, in every stage's system before and after its fix and in one in
// which nearly everything dies and comes back: to the nanosecond, with nothing missing in between.
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "lesson/lesson.h"
#include "lesson/reader.h"
#include "sim/random.h"
#include "traces.h"

namespace tenfold::model::test {

namespace {

constexpr int kWanted = 1'000;

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

lesson::Lesson lesson_of(int stage) {
  const std::string path =
      "lessons/stage-" + std::string(stage < 10 ? "0" : "") + std::to_string(stage) + ".json";
  const lesson::ReadLesson read = lesson::read_lesson(text_of(path), path);
  for (const lesson::FileFault& fault : read.faults) FAIL_CHECK(lesson::to_line(fault));
  return read.lesson;
}

// Follows one request after the other, with pauses of random length, in one run after the other.
void check_paths(const Scenario& scenario) {
  int followed = 0;
  std::array<int, kStays> seen{};
  for (std::uint64_t seed = 1; followed < kWanted; ++seed) {
    System system(scenario, seed);
    sim::Random draws(seed);
    while (followed < kWanted) {
      const double pause_s = draws.uniform() * scenario.duration_s / 1'000;
      system.run_until(system.now() + tenfold::sim::from_seconds(pause_s));
      const Trace trace = follow_next(system);
      if (!trace.over) break;
      ++followed;
      CAPTURE(seed);
      CAPTURE(trace.request);
      CHECK_FALSE(trace.truncated);
      CHECK(fault_of_path(trace) == "");
      const StaySums sums = sums_of(waited_path(trace));
      for (std::size_t i = 0; i < kStays; ++i) seen[i] += sums.by_stay[i] > 0 ? 1 : 0;
    }
  }
  CHECK(seen[static_cast<std::size_t>(Stay::service)] > 0);
  CHECK(seen[static_cast<std::size_t>(Stay::wire)] > 0);
}

}  // namespace

TEST_CASE("in every stage the stays of a request add up to its time to the nanosecond") {
  for (int stage = 1; stage <= 10; ++stage) {
    CAPTURE(stage);
    const lesson::Lesson lesson = lesson_of(stage);
    check_paths(lesson.scenario);
    check_paths(lesson::fixed_scenario(lesson));
  }
}

TEST_CASE("so they do where parts of every kind die and come back") {
  const std::string path = "tests/fuzz/corpus/every_kind.json";
  const lesson::ReadScenario read = lesson::read_scenario(text_of(path), path);
  for (const lesson::FileFault& fault : read.faults) FAIL_CHECK(lesson::to_line(fault));
  check_paths(read.scenario);
}

}  // namespace tenfold::model::test
