// tenfold bench: events a second of the bare core and of every lesson's taught system, and the
// memory that a day of ten million people takes in the last one's.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/standard_loads.h"
#include "model/catalogue.h"
#include "model/system.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;

// How long it measures; a test asks for less.
struct Length {
  std::uint64_t rounds = 3;
  std::uint64_t customers = 1'000'000;
  double day_requests = 1e6;
};

// The best of a few rounds: whatever else the machine does only ever makes one slower.
template <typename Run>
double best_events_per_second(std::uint64_t rounds, Run run) {
  double best = 0;
  for (std::uint64_t i = 0; i < rounds; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const std::uint64_t events = run();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    best = std::max(best, static_cast<double>(events) / took.count());
  }
  return best;
}

Json json_of(const std::vector<QueueInRow>& queues, const Length& length) {
  // In many short runs: a browser's engine compiles a function well only between two calls of it.
  constexpr std::uint64_t kParts = 10;
  const std::uint64_t customers = std::max(length.customers / kParts, std::uint64_t{1});
  return {{"events_per_second", best_events_per_second(kParts * length.rounds, [&] {
             return run_queues(queues, kStandardRate, customers).events;
           })}};
}

std::uint64_t run(const model::Scenario& scenario) {
  model::System system(scenario, 1);
  system.run_until(system.end());
  return system.events();
}

Json json_of(const lesson::Lesson& lesson, const Length& length) {
  const model::Scenario taught = lesson::fixed_scenario(lesson);
  const double rate = best_events_per_second(length.rounds, [&] { return run(taught); });
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

model::Setting number(std::string name, double value) {
  return {.name = std::move(name), .number = value, .text = {}};
}

// A day of ten million people with 20 requests each at three times the day's mean: a minute of that
// in full, for the memory of all that is in flight then, and the rest of the day's 24 hours thinned
// out to so many requests, for the memory of what has been. All of the 600 million would take
// minutes and no more memory.
model::Scenario ten_million_for_a_day(model::Scenario scenario, double requests) {
  constexpr double kFull_s = 60;
  constexpr double kDay_s = 86'400;
  constexpr double kPeople = 10e6;
  const auto is_crowd = [](const model::PartSpec& part) {
    return model::kind_info(part.kind).is_users;
  };
  const auto crowds = std::count_if(scenario.parts.begin(), scenario.parts.end(), is_crowd);
  scenario.duration_s = kDay_s;
  scenario.changes.clear();
  for (model::PartSpec& part : scenario.parts) {
    if (!is_crowd(part)) continue;
    put_setting(part, number("users", kPeople / static_cast<double>(crowds)));
    put_setting(part, number("requests_per_user_day", 20));
    put_setting(part, number("peak_factor", 3));
    put_setting(part, {.name = "shape", .number = 0, .text = "steady"});
    const double thin = requests / (kPeople * 20 * 3 / kDay_s * (kDay_s - kFull_s));
    scenario.changes.push_back({.at_s = kFull_s,
                                .change = {.kind = model::Change::Kind::set,
                                           .part = part.id,
                                           .setting = number("traffic", thin)}});
  }
  return scenario;
}

}  // namespace

Outcome bench(std::span<const std::string_view> words) {
  constexpr std::string_view kOptions[] = {"--rounds", "--customers", "--day-requests"};
  std::vector<std::string_view> given(words.begin(), words.end());
  if (given.empty() || given.front().starts_with("--")) given.insert(given.begin(), "lessons");
  Arguments arguments = read_arguments(given, kOptions);
  Length length;
  length.rounds = arguments.whole("--rounds", 1, 1000, length.rounds);
  length.customers = arguments.whole("--customers", 1, 1'000'000'000, length.customers);
  length.day_requests = arguments.number("--day-requests", 0, 1e9, length.day_requests);
  if (!arguments.fault.empty()) return bad_input("bench: " + arguments.fault);
  const SoundLessons read = sound_lessons(arguments.path);
  if (!read.fault.empty()) return bad_input(read.fault);
  Json json = {{"mm1", json_of(mm1(), length)},
               {"tandem", json_of(tandem(), length)},
               {"journey", Json::array()}};
  for (const LessonFile& entry : read.lessons) {
    json["journey"].push_back(json_of(entry.lesson, length));
  }
  run(ten_million_for_a_day(lesson::fixed_scenario(read.lessons.back().lesson),
                            length.day_requests));
  json["peak_bytes"] = peak_bytes();
  return {.exit_code = 0, .out = json.dump(2) + '\n', .err = {}};
}

}  // namespace tenfold::cli
