// Home: the road as the lessons make it, and the run that is seen first.
#include "tutor/home_room.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lesson/stages.h"
#include "model/catalogue.h"
#include "tests/tutor/lessons.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace {

using namespace tenfold::tutor;
namespace model = tenfold::model;

// With every stage there is.
Tutor taught_all() {
  Tutor tutor;
  for (int stage = 1; stage <= 10; ++stage) {
    const std::string number = (stage < 10 ? "0" : "") + std::to_string(stage);
    const std::string file = "lessons/stage-" + number + ".json";
    add_lesson(tutor, tenfold::test::read_text(file), file);
  }
  open_stage(tutor, 1, 1);
  return tutor;
}

Tutor at_home() {
  Tutor tutor = taught_all();
  update(tutor, GoToRoom{&kHome});
  return tutor;
}

const HomeState& state_of(const Tutor& tutor) { return tutor.states.of<HomeState>(); }

}  // namespace

TEST_CASE("the road has every stage, each with what the one before had not as new") {
  const Tutor tutor = at_home();
  const auto& stations = state_of(tutor).stations;
  const std::vector<const tenfold::tutor::StageEntry*> stages = tenfold::tutor::stages_of(tutor);
  REQUIRE(stations.size() == stages.size());
  for (std::size_t i = 0; i < stations.size(); ++i) {
    CAPTURE(stations[i].stage);
    CHECK(stations[i].stage == stages[i]->stage);
    CHECK_FALSE(stations[i].parts.empty());
    for (const SketchPart& part : stations[i].parts) {
      CHECK_FALSE(model::kind_info(part.kind).is_machine);
      CHECK_FALSE(model::kind_info(part.kind).is_users);
      if (i == 0) CHECK(part.is_new);
    }
    // What a stage teaches, in all its lessons, is new in it.
    for (const tenfold::tutor::StageEntry& entry : tutor.lessons) {
      if (tenfold::lesson::stage_of(entry.stage) != stations[i].stage) continue;
      for (const std::string& kind : entry.lesson.teaches) {
        CAPTURE(kind);
        CHECK(
            std::any_of(stations[i].parts.begin(), stations[i].parts.end(),
                        [&](const SketchPart& part) { return part.kind == kind && part.is_new; }));
      }
    }
    for (const Station::Link& link : stations[i].links) {
      CHECK(std::max(link.from, link.to) < stations[i].parts.size());
    }
  }
}

TEST_CASE("the run waits until it is seen, moves from then on, and comes to its end") {
  Tutor tutor = at_home();
  REQUIRE_FALSE(tutor.room_run.is_empty());
  CHECK_FALSE(advance(tutor, 0.1, kNoLimit).moving);
  update(tutor, SeeHome{true});
  CHECK(advance(tutor, 0.1, kNoLimit).moving);
  CHECK(tutor.room_run.now() > tenfold::sim::Time{});
  update(tutor, Pause{});
  update(tutor, SeeHome{true});
  CHECK_FALSE(tutor.room_run.playing);
}

TEST_CASE(
    "where nothing is to move the run stands at its worst second, and can be played from there") {
  Tutor tutor = at_home();
  update(tutor, SeeHome{false});
  for (int i = 0; i < 10; ++i) advance(tutor, 0.1, kNoLimit);
  CHECK_FALSE(tutor.room_run.finished());
  CHECK(tutor.room_run.system().series().back().counts.failed > 0);
  CHECK_FALSE(advance(tutor, 0.1, kNoLimit).moving);
  update(tutor, Play{});
  CHECK(advance(tutor, 0.1, kNoLimit).moving);
}

TEST_CASE("home shows the run of the stage where the learner is, and leaves the lesson as it was") {
  Tutor tutor = taught_all();
  CHECK(is_first_visit(tutor));
  update(tutor, OpenStage{tutor.lessons.back().stage});
  CHECK_FALSE(is_first_visit(tutor));
  update(tutor, Proceed{});
  const Step step = tutor.at.step;
  update(tutor, GoToRoom{&kHome});
  CHECK(tutor.room_run.scenario().parts == current(tutor).scenario.parts);
  update(tutor, GoToRoom{&kLessonRoom});
  CHECK(tutor.at.step == step);
}
