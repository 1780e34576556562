// tenfold facts: what the lessons' texts quote, for the plain pages, which run nothing.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/rooms.h"
#include "lesson/text.h"
#include "lesson/texts.h"
#include "model/system.h"
#include "tutor/facts.h"
#include "tutor/walk.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kSeed = 1;  // what a learner sees who asks for no other

tutor::Facts facts_of(const model::Scenario& scenario) {
  model::System system(scenario, kSeed);
  system.run_until(system.end());
  return tutor::facts_of(system, scenario);
}

// How long each stop of the walk takes, as "stops.0.took_ms" and so on.
void add_walk(tutor::Facts& facts, const lesson::Lesson& lesson) {
  const lesson::Walk& walk = lesson.walk.front();
  const model::Scenario scenario = lesson::walk_scenario(lesson);
  model::System system(scenario, kSeed);
  const tutor::WalkState state = tutor::followed_walk(walk, scenario, system);
  for (std::size_t i = 0; i < walk.stops.size(); ++i) {
    if (state.span_of_stop[i] < 0) continue;
    const model::Span& span = state.spans[static_cast<std::size_t>(state.span_of_stop[i])];
    const double took_ms = sim::to_ms(span.to - span.from);
    facts.push_back({"stops." + std::to_string(i) + ".took_ms", took_ms, tutor::show_ms(took_ms)});
  }
}

// The facts of a lesson that its texts quote, under the names that they quote them by.
Json quoted_in(const lesson::Lesson& lesson) {
  tutor::Facts facts = facts_of(lesson.scenario);
  tutor::add_facts(facts, "fix.", facts_of(lesson::fixed_scenario(lesson)));
  tutor::add_facts(facts, "worse.", facts_of(lesson::worse_scenario(lesson)));
  Json json = Json::object();
  for (const lesson::LessonText& text : lesson::texts_of(lesson)) {
    for (const lesson::Mark& mark : lesson::marks_of(text.text)) {
      if (mark.kind != lesson::Mark::Kind::fact) continue;
      const tutor::Fact* fact = tutor::find_fact(facts, mark.name);
      if (fact != nullptr) json[fact->name] = fact->shown;
    }
  }
  if (lesson.walk.empty()) return json;
  tutor::Facts walk;
  add_walk(walk, lesson);
  for (const tutor::Fact& fact : walk) json[fact.name] = fact.shown;
  return json;
}

// Each row's number with the symptom and with the fix.
Json proofs_in(const lesson::Room& room, const std::vector<LessonFile>& lessons) {
  Json json = Json::object();
  for (const lesson::SheetRow& row : room.rows) {
    const auto stage = std::find_if(lessons.begin(), lessons.end(), [&](const LessonFile& entry) {
      return entry.lesson.stage == row.run.stage;
    });
    const lesson::RunPairScenarios pair =
        lesson::scenarios_of(row.run, stage == lessons.end() ? nullptr : &stage->lesson);
    if (!pair.known) continue;
    for (const auto& [name, scenario] :
         {std::pair(".before", &pair.before), {".after", &pair.after}}) {
      const tutor::Facts facts = facts_of(*scenario);
      if (const tutor::Fact* fact = tutor::find_fact(facts, row.fact)) {
        json[row.id + name] = fact->shown;
      }
    }
  }
  return json;
}

}  // namespace

Outcome facts(std::span<const std::string_view> words) {
  const Arguments arguments = read_arguments(words, {});
  if (!arguments.fault.empty()) return bad_input("facts: " + arguments.fault);
  const SoundLessons read = sound_lessons(arguments.path);
  if (!read.fault.empty()) return bad_input(read.fault);
  Json json = Json::object();
  const auto name_of = [](const std::string& file) {
    return std::filesystem::path(file).filename().string();
  };
  for (const LessonFile& entry : read.lessons) {
    json[name_of(entry.file)] = quoted_in(entry.lesson);
  }
  for (const RoomFile& entry : read_rooms(arguments.path)) {
    if (!entry.room.rows.empty() && entry.faults.empty()) {
      json[name_of(entry.file)] = proofs_in(entry.room, read.lessons);
    }
  }
  return {.exit_code = 0, .out = json.dump(1) + '\n', .err = {}};
}

}  // namespace tenfold::cli
