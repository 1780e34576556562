// The moments that one wants to go to, in words.
#include "tutor/time_marks.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/catalogue.h"
#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using tutor::Run;
using tutor::TimeMark;

Run at(double at_s) {
  Run run;
  tutor::begin(run, Run::Purpose::run, "Overload", taught().scenario, 1);
  tutor::go_to(run, sim::from_seconds(at_s));
  tutor::play_on(run, 0, tutor::kNoLimit);
  return run;
}

void go(Run& run, double at_s) {
  tutor::go_to(run, sim::from_seconds(at_s));
  tutor::play_on(run, 0, tutor::kNoLimit);
}

const TimeMark* find(const std::vector<TimeMark>& marks, TimeMark::Kind kind) {
  const auto found = std::find_if(marks.begin(), marks.end(),
                                  [kind](const TimeMark& mark) { return mark.kind == kind; });
  return found == marks.end() ? nullptr : &*found;
}

model::Change kill_any(const Run& run) {
  for (const model::PartSpec& part : run.scenario().parts) {
    if (!model::kind_info(part.kind).is_users) {
      return {.kind = model::Change::Kind::kill, .part = part.id, .setting = {}};
    }
  }
  return {};
}

}  // namespace

TEST_CASE(
    "a run that has seen no trouble has no marks; later it has the warning before the failure") {
  CHECK(tutor::marks_of(at(0).track()).empty());
  const Run run = at(15);
  const std::vector<TimeMark> marks = tutor::marks_of(run.track());
  const TimeMark* warning = find(marks, TimeMark::Kind::warning);
  const TimeMark* failure = find(marks, TimeMark::Kind::failure);
  REQUIRE(warning != nullptr);
  REQUIRE(failure != nullptr);
  CHECK(warning->at_s <= failure->at_s);
  const model::Sample& second = run.system().series()[static_cast<std::size_t>(failure->at_s)];
  CHECK(second.counts.failed > 0);
}

TEST_CASE("what was done by hand is marked, and going back says what would be lost by doing more") {
  Run run = at(12);
  REQUIRE(tutor::apply(run, kill_any(run)).empty());
  go(run, 15);
  CHECK(tutor::would_be_lost(run.track()).empty());
  go(run, 5);
  const std::vector<TimeMark> marks = tutor::marks_of(run.track());
  const TimeMark* killed = find(marks, TimeMark::Kind::kill);
  REQUIRE(killed != nullptr);
  CHECK(killed->by_hand);
  CHECK(killed->at_s == 12);
  CHECK(tutor::would_be_lost(run.track()).find("0:12") != std::string::npos);
  REQUIRE(tutor::set_traffic(run, 1.5).empty());
  CHECK(tutor::would_be_lost(run.track()).empty());
  CHECK(find(tutor::marks_of(run.track()), TimeMark::Kind::kill) == nullptr);
}

TEST_CASE("a moment is said with what happened there") {
  Run run = at(12);
  REQUIRE(tutor::apply(run, kill_any(run)).empty());
  const std::vector<TimeMark> marks = tutor::marks_of(run.track());
  const std::string there = tutor::moment_in_words(run.track(), marks, run.now());
  CHECK(there.starts_with("0:12 of "));
  CHECK(there.find("killed") != std::string::npos);
  CHECK(tutor::moment_in_words(run.track(), marks, 0).find("killed") == std::string::npos);
}
