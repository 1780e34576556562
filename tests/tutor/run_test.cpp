// The run on screen: it stands where it is told to, shows what one can follow, and comes to the
// same however it is watched.
#include "tutor/run.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "model/catalogue.h"
#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using tutor::Run;

constexpr double kFrame_s = 0.05;

Run begun() {
  Run live;
  const lesson::Lesson lesson = taught();
  tutor::begin(live, Run::Purpose::run, "Overload", lesson.scenario, 1);
  return live;
}

Run begun_with_twin() {
  Run live = begun();
  tutor::add_track(live, "Fixed", lesson::fixed_scenario(taught()), 1);
  return live;
}

void arrive(Run& live) { tutor::play_on(live, 0, tutor::kNoLimit); }

void play(Run& live, double seconds) {
  live.playing = true;
  for (double at_s = 0; at_s < seconds; at_s += kFrame_s) {
    tutor::play_on(live, kFrame_s, tutor::kNoLimit);
  }
}

}  // namespace

TEST_CASE("going to a moment happens a slice at a time and ends exactly there") {
  Run live = begun();
  const sim::Time there = 3 * sim::kSecond + 7;
  tutor::go_to(live, there);
  CHECK(live.is_moving());
  int calls = 0;
  while (live.journey && calls < 10'000) {
    const sim::Time before = live.system().now();
    Slices few{3};
    tutor::play_on(live, kFrame_s, few.allowance());
    CHECK(live.system().now() > before);
    CHECK(live.system().now() <= there);
    ++calls;
  }
  CHECK(calls > 10);
  CHECK(live.system().now() == there);
  CHECK_FALSE(live.is_moving());
}

TEST_CASE("going beyond the end ends at the end") {
  Run live = begun();
  tutor::go_to(live, 10 * live.system().end());
  arrive(live);
  CHECK(live.system().now() == live.system().end());
  CHECK(live.finished());
  CHECK_FALSE(live.is_moving());
}

TEST_CASE("nothing is shown on the way to a moment") {
  Run live = begun_with_twin();
  tutor::go_to(live, 5 * sim::kSecond);
  arrive(live);
  CHECK(live.tracks[0].hops.empty());
  CHECK(live.tracks[1].hops.empty());
}

TEST_CASE("a run that was paused on its way to the end shows its requests again") {
  for (const bool by_events : {false, true}) {
    Run live = begun();
    REQUIRE(
        tutor::set_traffic(live, 0.8).empty());  // well between two steps of one request in so many
    play(live, 2);
    tutor::go_to(live, 5 * sim::kSecond);
    arrive(live);
    live.tracks[0].hops.clear();
    if (!by_events) play(live, 1);
    for (int event = 0; by_events && event < 500; ++event) tutor::step_event(live);
    REQUIRE_FALSE(live.tracks[0].hops.empty());
    CHECK(live.tracks[0].hops.front().at >= 5 * sim::kSecond);
  }
}

TEST_CASE("pausing on the way to the end stops there") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  act(tutor, tutor::FinishRun{});
  Slices few{5};
  tutor::advance(tutor, kFrame_s, few.allowance());
  const sim::Time on_the_way = tutor.at.run.system().now();
  CHECK(on_the_way > 0);
  act(tutor, tutor::Pause{});
  tutor::advance(tutor, kFrame_s, tutor::kNoLimit);
  CHECK(tutor.at.run.system().now() == on_the_way);
  CHECK_FALSE(tutor.at.run.finished());
}

TEST_CASE("a twin stands at the same moment as its system, however they go on") {
  Run live = begun_with_twin();
  const auto stand_together = [&] { return live.system().now() == live.tracks[1].system().now(); };
  live.playing = true;
  for (int frame = 0; frame < 20; ++frame) {
    tutor::play_on(live, kFrame_s, tutor::kNoLimit);
    CHECK(stand_together());
  }
  for (int event = 0; event < 20; ++event) {
    tutor::step_event(live);
    CHECK(stand_together());
  }
  tutor::go_to(live, live.system().end());
  while (live.journey) {
    Slices one{1};
    tutor::play_on(live, kFrame_s, one.allowance());
    CHECK(stand_together());
  }
  CHECK(live.finished());
}

TEST_CASE("restarting begins at 0 with the same requests; speed and label stay, changes do not") {
  Run live = begun_with_twin();
  const std::uint64_t untouched = begun().system().log_hash();
  tutor::set_speed(live, tutor::speeds().back());
  REQUIRE(tutor::set_traffic(live, 2).empty());
  play(live, 0.5);
  tutor::restart(live, 1);
  CHECK(live.system().now() == 0);
  CHECK(live.tracks[1].system().now() == 0);
  CHECK(live.system().log_hash() == untouched);
  CHECK(live.speed == tutor::speeds().back());
  CHECK(live.track().label == "Overload");
  CHECK(live.tracks[1].label == "Fixed");
  CHECK(live.playing);
  CHECK(live.traffic() == 1);
  CHECK_FALSE(live.touched());
  CHECK(live.tracks[0].hops.empty());
}

TEST_CASE("the learner's speed stays when another run is put on screen") {
  Run live = begun();
  tutor::set_speed(live, tutor::speeds().front());
  tutor::begin(live, Run::Purpose::challenge, "Another", live.scenario(), 1);
  CHECK(live.speed == tutor::speeds().front());
}

TEST_CASE("only a speed that is offered is taken") {
  Run live = begun();
  for (const double speed : tutor::speeds()) {
    tutor::set_speed(live, speed);
    CHECK(live.speed == speed);
  }
  const double last = live.speed;
  for (const double speed : {0.0, -1.0, tutor::speeds().front() / 2, tutor::speeds().back() * 2,
                             std::numeric_limits<double>::quiet_NaN()}) {
    tutor::set_speed(live, speed);
    CHECK(live.speed == last);
  }
}

TEST_CASE("traffic beyond its range is refused and leaves the load") {
  Run live = begun();
  const model::ParameterInfo* range = model::find_parameter(model::kind_info("clients"), "traffic");
  const double infinite = std::numeric_limits<double>::infinity();
  for (const double traffic :
       {range->low - 0.1, range->high + 0.1, infinite, -infinite, std::nan("")}) {
    CHECK_FALSE(tutor::set_traffic(live, traffic).empty());
    CHECK(live.traffic() == 1);
    CHECK_FALSE(live.touched());
  }
  Run untouched = begun();
  for (Run* run : {&live, &untouched}) {
    tutor::go_to(*run, 5 * sim::kSecond);
    arrive(*run);
  }
  CHECK(live.system().log_hash() == untouched.system().log_hash());
}

TEST_CASE("the traffic slider moves the load of a system and of its twin alike") {
  Run live = begun_with_twin();
  REQUIRE(tutor::set_traffic(live, 3).empty());
  CHECK(live.touched());
  tutor::go_to(live, live.system().end());
  arrive(live);
  const std::uint64_t offered = live.system().totals().counts.offered;
  CHECK(offered == live.tracks[1].system().totals().counts.offered);
  Run untouched = begun();
  tutor::go_to(untouched, untouched.system().end());
  arrive(untouched);
  const auto once = static_cast<double>(untouched.system().totals().counts.offered);
  CHECK(static_cast<double>(offered) == doctest::Approx(3 * once).epsilon(0.1));
}

TEST_CASE("a run that was skipped comes to the same as one that was watched or stepped through") {
  Run skipped = begun();
  Run watched = begun();
  Run stepped = begun();
  for (int event = 0; event < 500; ++event) tutor::step_event(stepped);
  for (Run* run : {&skipped, &stepped}) {
    tutor::go_to(*run, run->end());
    arrive(*run);
  }
  tutor::set_speed(watched, 8);
  play(watched, 20);
  REQUIRE(watched.finished());
  CHECK(skipped.system().log_hash() == watched.system().log_hash());
  CHECK(skipped.system().log_hash() == stepped.system().log_hash());
}

TEST_CASE("of what nobody draws, the latest few hundred hops are kept") {
  Run live = begun_with_twin();
  play(live, 10);
  for (const std::vector<model::Hop>* hops : {&live.tracks[0].hops, &live.tracks[1].hops}) {
    CHECK(hops->size() <= 512);
    REQUIRE_FALSE(hops->empty());
    CHECK(sim::to_seconds(live.system().now() - hops->back().at) < 1);
  }
}

TEST_CASE("at every speed no more requests are shown in a second than one can follow") {
  for (const double speed : tutor::speeds()) {
    Run live = begun();
    tutor::go_to(live, 2 * sim::kSecond);
    arrive(live);
    tutor::set_speed(live, speed);
    live.tracks[0].hops.clear();
    live.playing = true;
    long shown = 0;
    for (int frame = 0; frame < 20; ++frame) {
      tutor::play_on(live, kFrame_s, tutor::kNoLimit);
      shown += std::count_if(live.tracks[0].hops.begin(), live.tracks[0].hops.end(),
                             [](const model::Hop& hop) { return hop.from == 0 && !hop.reply; });
      live.tracks[0].hops.clear();
    }
    CAPTURE(speed);
    CHECK(shown > 10);
    CHECK(shown < 90);
  }
}

TEST_CASE("a run that is looked at cannot be started, and a challenge cannot be touched") {
  Run live;
  CHECK_FALSE(live.may_play());
  const model::Scenario scenario = taught().scenario;
  const auto may = [&](Run::Purpose purpose) {
    tutor::begin(live, purpose, "", scenario, 1);
    return std::pair(live.may_play(), live.may_touch());
  };
  CHECK(may(Run::Purpose::look) == std::pair(false, false));
  CHECK(may(Run::Purpose::walk) == std::pair(false, false));
  CHECK(may(Run::Purpose::challenge) == std::pair(true, false));
  CHECK(may(Run::Purpose::run) == std::pair(true, true));
}

TEST_CASE("the way back leads to what was there, for both systems in the same moment") {
  Run live = begun_with_twin();
  tutor::go_to(live, 18 * sim::kSecond);
  arrive(live);
  const std::uint32_t jumps = live.jumps;
  tutor::go_to(live, 7 * sim::kSecond + 5);
  while (live.journey) {
    CHECK(live.now() == 18 * sim::kSecond);
    CHECK(live.destination() == 7 * sim::kSecond + 5);
    Slices one{1};
    tutor::play_on(live, kFrame_s, one.allowance());
  }
  CHECK(live.jumps > jumps);
  Run straight = begun_with_twin();
  tutor::go_to(straight, 7 * sim::kSecond + 5);
  arrive(straight);
  for (std::size_t i = 0; i < live.tracks.size(); ++i) {
    CHECK(live.tracks[i].system().now() == 7 * sim::kSecond + 5);
    CHECK(live.tracks[i].system().log_hash() == straight.tracks[i].system().log_hash());
  }
}

TEST_CASE(
    "traffic that was changed by hand is what it was before, where one goes back before that") {
  Run live = begun();
  tutor::go_to(live, 10 * sim::kSecond);
  arrive(live);
  REQUIRE(tutor::set_traffic(live, 2).empty());
  tutor::go_to(live, 18 * sim::kSecond);
  arrive(live);
  CHECK(live.traffic() == 2);
  tutor::go_to(live, 5 * sim::kSecond);
  arrive(live);
  CHECK(live.traffic() == 1);
  CHECK_FALSE(live.touched());
  tutor::go_to(live, 15 * sim::kSecond);
  arrive(live);
  CHECK(live.traffic() == 2);
}

TEST_CASE("a moment beyond the ends of a run is its end") {
  Run live = begun();
  tutor::go_to(live, -5 * sim::kSecond);
  arrive(live);
  CHECK(live.now() == 0);
  tutor::go_to(live, 2 * live.end());
  arrive(live);
  CHECK(live.now() == live.end());
}
