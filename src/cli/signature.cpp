// tenfold signature: one number that changes when anything that happens in any lesson's runs does.
#include "sim/trace_hash.h"

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "model/system.h"

namespace tenfold::cli {
namespace {

constexpr std::uint64_t kSeed = 1;

void add(sim::TraceHash& hash, const model::Scenario& scenario) {
  model::System system(scenario, kSeed);
  system.run_until(system.end());
  hash.add(system.log_hash());
}

}  // namespace

Outcome signature(std::span<const std::string_view> words) {
  const Arguments arguments = read_arguments(words, {});
  if (!arguments.fault.empty()) return bad_input("signature: " + arguments.fault);
  const SoundLessons read = sound_lessons(arguments.path);
  if (!read.fault.empty()) return bad_input(read.fault);
  sim::TraceHash hash;
  for (const LessonFile& entry : read.lessons) {
    const lesson::Lesson& lesson = entry.lesson;
    for (const lesson::Variant& variant : lesson.variants) {
      add(hash, lesson::with_edits(lesson.scenario, variant.edits));
    }
    add(hash, lesson::worse_scenario(lesson));
    if (!lesson.walk.empty()) add(hash, lesson::walk_scenario(lesson));
  }
  return {.exit_code = 0, .out = std::to_string(hash.value()) + '\n', .err = {}};
}

}  // namespace tenfold::cli
