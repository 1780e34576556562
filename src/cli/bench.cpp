// tenfold bench: events a second of the bare core and of every lesson's taught system.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/standard_loads.h"
#include "model/system.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kCustomers = 1'000'000;
constexpr int kRounds = 3;

// The best of a few rounds: whatever else the machine does only ever makes one slower.
template <typename Run>
double best_events_per_second(Run run) {
  double best = 0;
  for (int i = 0; i < kRounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const std::uint64_t events = run();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    best = std::max(best, static_cast<double>(events) / took.count());
  }
  return best;
}

Json json_of(const std::vector<QueueInRow>& queues) {
  return {{"events_per_second", best_events_per_second([&] {
             return run_queues(queues, kStandardRate, kCustomers).events;
           })}};
}

Json json_of(const lesson::Lesson& lesson) {
  model::Scenario taught = lesson.scenario;
  for (const lesson::Variant& variant : lesson.variants) {
    if (variant.role == lesson::Variant::Role::fix) {
      taught = lesson::with_edits(lesson.scenario, variant.edits);
    }
  }
  const double rate = best_events_per_second([&] {
    model::System system(taught, 1);
    system.run_until(system.end());
    return system.events();
  });
  return {{"stage", lesson.stage}, {"events_per_second", rate}};
}

std::uint64_t peak_bytes() {
#ifdef __EMSCRIPTEN__
  return std::uint64_t{__builtin_wasm_memory_size(0)} *
         65'536;  // WebAssembly's memory never shrinks
#else
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
#endif
}

}  // namespace

Outcome bench(std::span<const std::string_view> words) {
  constexpr std::string_view kDefault[] = {"lessons"};
  const Arguments arguments = read_arguments(words.empty() ? kDefault : words, {});
  if (!arguments.fault.empty()) return bad_input("bench: " + arguments.fault);
  const SoundLessons read = sound_lessons(arguments.path);
  if (!read.fault.empty()) return bad_input(read.fault);
  Json json = {{"mm1", json_of(mm1())}, {"tandem", json_of(tandem())}, {"journey", Json::array()}};
  for (const LessonFile& entry : read.lessons) json["journey"].push_back(json_of(entry.lesson));
  json["peak_bytes"] = peak_bytes();
  return {.exit_code = 0, .out = json.dump(2) + '\n', .err = {}};
}

}  // namespace tenfold::cli
