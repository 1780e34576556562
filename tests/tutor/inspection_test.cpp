// One request told: the one that was asked for, with sums that are its time, and the run unmoved by
// it.
#include "tutor/inspection.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/catalogue.h"
#include "tests/tutor/lessons.h"
#include "tutor/run.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using tutor::Inspection;
using tutor::Run;
using tutor::Wanted;

Run at(double at_s) {
  Run run;
  tutor::begin(run, Run::Purpose::run, "Overload", taught().scenario, 1);
  tutor::go_to(run, sim::from_seconds(at_s));
  tutor::play_on(run, 0, tutor::kNoLimit);
  return run;
}

void look(Run& run) { tutor::look_on(run, tutor::kNoLimit); }

// Every request that ended in the run's last whole second.
std::vector<model::Finished> ended_by(const Run& run, double second_s) {
  model::System system(run.scenario(), 1);
  system.run_until(sim::from_seconds(second_s - 1));
  system.log_finished(true);
  system.run_until(sim::from_seconds(second_s));
  return system.finished();
}

}  // namespace

TEST_CASE("each request that can be asked for is told with sums that are its time") {
  for (std::size_t i = 0; i < tutor::kWantedNames.size(); ++i) {
    CAPTURE(tutor::kWantedNames[i]);
    Run run = at(12.5);
    const std::uint64_t before = run.system().log_hash();
    run.inspection = tutor::look_for(run.track(), 0, static_cast<Wanted>(i));
    look(run);
    REQUIRE(run.inspection->state == Inspection::State::told);
    const model::Trace& trace = run.inspection->trace;
    const model::StaySums sums = model::sums_of(run.inspection->path);
    sim::Duration all = 0;
    for (const sim::Duration one : sums.by_stay) all += one;
    CHECK(all == trace.ended - trace.came);
    CHECK(trace.ended <= run.now());
    CHECK((trace.failure != model::Failure::none) ==
          (static_cast<Wanted>(i) == Wanted::last_failed));
    CHECK(run.system().log_hash() == before);
    CHECK_FALSE(run.inspection->copy);
  }
}

TEST_CASE("the slowest of a second is slower than all others that ended in it") {
  Run run = at(12);
  run.inspection = tutor::look_for(run.track(), 0, Wanted::slowest);
  look(run);
  REQUIRE(run.inspection->state == Inspection::State::told);
  const model::Trace& trace = run.inspection->trace;
  const std::vector<model::Finished> ended = ended_by(run, 12);
  REQUIRE_FALSE(ended.empty());
  for (const model::Finished& one : ended) CHECK(one.ended - one.came <= trace.ended - trace.came);
}

TEST_CASE("any request by its number, whenever it was, and looked into in pieces") {
  Run run = at(15);
  for (const std::uint32_t number : {0U, 1U, 700U, run.system().requests_offered() - 1}) {
    CAPTURE(number);
    run.inspection = tutor::look_at(run.track(), 0, number);
    int pieces = 0;
    while (run.is_looking()) {
      Slices one{1};
      tutor::look_on(run, one.allowance());
      ++pieces;
    }
    REQUIRE(run.inspection->state == Inspection::State::told);
    CHECK(run.inspection->trace.request == number);
    CHECK(pieces >= 1);
    CHECK(run.now() == sim::from_seconds(15));
  }
}

TEST_CASE("what is not there is said to be not there") {
  Run run = at(0);
  for (const Inspection& inspection :
       {tutor::look_for(run.track(), 0, Wanted::last_failed),
        tutor::look_at(run.track(), 0, run.system().requests_offered())}) {
    CHECK(inspection.state == Inspection::State::absent);
    CHECK_FALSE(inspection.why_absent.empty());
  }
}

TEST_CASE("a request told after something was done by hand is the one that lived through it") {
  Run run = at(8);
  const auto app = std::find_if(run.scenario().parts.begin(), run.scenario().parts.end(),
                                [](const auto& part) { return part.kind == "app_server"; });
  const model::Change kill{.kind = model::Change::Kind::kill, .part = app->id, .setting = {}};
  REQUIRE(tutor::apply(run, kill).empty());
  run.playing = true;
  for (int i = 0; i < 30; ++i) tutor::play_on(run, 0.1, tutor::kNoLimit);
  run.inspection = tutor::look_for(run.track(), 0, Wanted::last_failed);
  look(run);
  REQUIRE(run.inspection->state == Inspection::State::told);
  const model::Trace& trace = run.inspection->trace;

  model::System plain(run.scenario(), 1);
  plain.run_until(sim::from_seconds(8));
  plain.apply(kill);
  plain.log_finished(true);
  plain.run_until(run.now());
  const auto same = std::find_if(
      plain.finished().begin(), plain.finished().end(),
      [&trace](const model::Finished& one) { return one.request == trace.request; });
  REQUIRE(same != plain.finished().end());
  CHECK(same->failure == trace.failure);
  CHECK(same->came == trace.came);
  CHECK(same->ended == trace.ended);
}

TEST_CASE("the story of a request names its time, what became of it and where it waited longest") {
  Run run = at(12.5);
  run.inspection = tutor::look_for(run.track(), 0, Wanted::last_failed);
  look(run);
  REQUIRE(run.inspection->state == Inspection::State::told);
  const std::string story = tutor::story_of(*run.inspection, run.track());
  CHECK(story.find("failed (") != std::string::npos);
  CHECK(story.find("0:1") != std::string::npos);
}
