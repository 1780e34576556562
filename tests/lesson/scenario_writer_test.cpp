// What is written reads back as it was.
#include "lesson/scenario_writer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lesson/reader.h"
#include "lesson/room.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

void check_reads_back(const model::Scenario& scenario) {
  CAPTURE(scenario.id);
  const lesson::ReadScenario read =
      lesson::read_scenario(lesson::write_scenario(scenario), "written.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  CHECK(read.scenario == scenario);
}

}  // namespace

TEST_CASE("every system of every stage reads back as it was written") {
  for (int stage = 1; stage <= 10; ++stage) {
    const std::string file =
        std::string("lessons/stage-") + (stage < 10 ? "0" : "") + std::to_string(stage) + ".json";
    CAPTURE(file);
    const lesson::Lesson lesson = lesson::read_lesson(test::read_text(file), file).lesson;
    REQUIRE_FALSE(lesson.variants.empty());
    for (const lesson::Variant& variant : lesson.variants) {
      check_reads_back(lesson::with_edits(lesson.scenario, variant.edits));
    }
    check_reads_back(lesson::worse_scenario(lesson));
    if (!lesson.walk.empty()) check_reads_back(lesson::walk_scenario(lesson));
  }
}

TEST_CASE("every system of every room reads back as it was written") {
  for (const std::string& file : test::room_files()) {
    CAPTURE(file);
    const lesson::ReadRoom read = lesson::read_room(test::read_text(file), file);
    REQUIRE(read.faults.empty());
    for (const lesson::WeakSystem& system : read.room.systems) check_reads_back(system.scenario);
    for (const lesson::SheetRow& row : read.room.rows) {
      if (row.run.stage != 0) continue;
      check_reads_back(row.run.scenario);
      check_reads_back(lesson::with_edits(row.run.scenario, row.run.edits));
    }
    for (const lesson::Weighing& weighing : read.room.weighings) {
      for (const lesson::RoomOption& answer : weighing.answers) {
        check_reads_back(lesson::with_edits(weighing.scenario, answer.edits));
      }
    }
  }
}

TEST_CASE("quotes, control characters and odd numbers read back as they were") {
  model::Scenario scenario =
      lesson::read_lesson(test::small_lesson(), "small.json").lesson.scenario;
  scenario.title = "A \"quoted\" \\ title,\n\ton two lines: λ";
  scenario.parts[0].place = {0.1 + 0.2, 1.0 / 3};
  scenario.links[0].round_trip_ms = 1e-5;
  scenario.links[0].mbps = 12'345.678901234567;
  scenario.goals[0].limit = 1e17;
  check_reads_back(scenario);
}
