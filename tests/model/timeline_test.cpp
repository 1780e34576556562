// Going to any moment of a run shows what was there, to the bit.
#include "model/timeline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "systems.h"

namespace tenfold::model::test {

namespace {

using sim::from_seconds;

void check_same(const System& a, const System& b) {
  CHECK(a.now() == b.now());
  CHECK(a.log_hash() == b.log_hash());
  CHECK(a.events() == b.events());
  CHECK(a.totals().latency_ns == b.totals().latency_ns);
  CHECK(a.series().size() == b.series().size());
}

}  // namespace

TEST_CASE("at every moment, however it was reached, the system is what it was in a plain run") {
  Timeline timeline(launch(), 1);
  // Forth and back, beyond the end, to whole seconds and between them, past many snapshots.
  for (const double at_s : {5.0, 30.25, 12.0, 12.0, 79.0, 500.0, 0.0, 41.7, 1.5, 80.0}) {
    CAPTURE(at_s);
    timeline.seek(from_seconds(at_s));
    System plain(launch(), 1);
    plain.run_until(from_seconds(at_s));
    check_same(timeline.system(), plain);
  }
}

TEST_CASE("what was done to the system is there again after going back and on") {
  Timeline timeline(launch(), 1);
  System plain(launch(), 1);
  const auto do_at = [&](double at_s, const Change& change) {
    timeline.seek(from_seconds(at_s));
    CHECK(timeline.apply(change).empty());
    plain.run_until(from_seconds(at_s));
    plain.apply(change);
  };
  do_at(20, kill("data"));
  do_at(21.5, heal("data"));
  do_at(30, change("users", number("traffic", 0.5)));
  timeline.seek(from_seconds(20.7));
  CHECK(state_of(timeline.system(), "data").health == Health::down);
  timeline.seek(from_seconds(10));
  timeline.seek(from_seconds(75));
  plain.run_until(from_seconds(75));
  check_same(timeline.system(), plain);
}

TEST_CASE("something done in the past takes the place of what was done later") {
  Timeline timeline(launch(), 1);
  timeline.seek(from_seconds(40));
  timeline.apply(kill("app"));
  timeline.seek(from_seconds(60));
  timeline.seek(from_seconds(35));
  timeline.apply(change("app", number("workers", 8)));
  timeline.seek(from_seconds(80));

  System plain(launch(), 1);
  plain.run_until(from_seconds(35));
  plain.apply(change("app", number("workers", 8)));
  plain.run_until(from_seconds(80));
  check_same(timeline.system(), plain);
}

TEST_CASE("a change that cannot be leaves the timeline as it was") {
  Timeline timeline(launch(), 1);
  timeline.seek(from_seconds(10));
  CHECK_FALSE(timeline.apply(kill("nobody")).empty());
  timeline.seek(from_seconds(5));
  timeline.seek(from_seconds(20));
  System plain(launch(), 1);
  plain.run_until(from_seconds(20));
  check_same(timeline.system(), plain);
}

TEST_CASE("on a way in pieces the present stays, until what was made takes its place") {
  Timeline timeline(launch(), 1);
  timeline.seek(from_seconds(60));
  const sim::Time there = from_seconds(41.5);
  CHECK_FALSE(timeline.leads_to(there));
  Timeline::Moment moment = timeline.moment_before(there);
  CHECK(moment.system.now() <= there);
  for (sim::Time at = moment.system.now(); at < there;) {
    at = std::min(at + from_seconds(0.1), there);
    timeline.go_on(moment, at);
    CHECK(timeline.system().now() == from_seconds(60));
  }
  timeline.take_place(std::move(moment));
  System plain(launch(), 1);
  plain.run_until(there);
  check_same(timeline.system(), plain);
}

TEST_CASE("the way on leads from the present, but where a later moment is kept") {
  Timeline timeline(launch(), 1);
  timeline.seek(from_seconds(30));
  CHECK(timeline.leads_to(from_seconds(70)));
  timeline.seek(from_seconds(5));
  CHECK_FALSE(timeline.leads_to(from_seconds(29)));
}

TEST_CASE("one event at a time leads over what was done by hand") {
  Timeline timeline(launch(), 1);
  timeline.seek(from_seconds(30));
  timeline.apply(kill("app"));
  timeline.seek(from_seconds(29.99));
  while (timeline.system().now() <= from_seconds(30) && timeline.step()) continue;
  CHECK(state_of(timeline.system(), "app").health == Health::down);
  System plain(launch(), 1);
  plain.run_until(from_seconds(30));
  plain.apply(kill("app"));
  plain.run_until(timeline.system().now());
  check_same(timeline.system(), plain);
}

TEST_CASE("what lies ahead is still known after going back, until something else is done") {
  Timeline timeline(launch(), 1);
  timeline.seek(from_seconds(60));
  timeline.seek(from_seconds(20));
  CHECK(timeline.system().series().size() == 20);
  CHECK(timeline.seen().size() == 60);
  timeline.run_until(from_seconds(25));
  CHECK(timeline.seen().size() == 60);
  timeline.apply(kill("app"));
  CHECK(timeline.seen().size() == 25);
}

TEST_CASE(
    "snapshots stay within their bound, and with too little room the way back is only longer") {
  const auto check_at = [](const Timeline& timeline, double at_s) {
    System plain(launch(), 1);
    plain.run_until(from_seconds(at_s));
    check_same(timeline.system(), plain);
  };
  const std::size_t start = System(launch(), 1).bytes();
  for (const std::size_t room : {start * 40, start * 12, std::size_t{1}}) {
    CAPTURE(room);
    Timeline timeline(launch(), 1, room);
    for (const double at_s : {80.0, 10.0, 79.5, 44.0}) {
      timeline.seek(from_seconds(at_s));
      check_at(timeline, at_s);
      CHECK(timeline.bytes() <= std::max(room, start));
    }
    CHECK(timeline.keeps_only_the_start() == (room == 1));
  }
}

TEST_CASE("hops of the run go on after a journey, and none of the way is among them") {
  Timeline timeline(launch(), 1);
  timeline.sample_hops(1);
  timeline.run_until(from_seconds(40));
  std::vector<Hop> hops;
  timeline.take_hops(hops);
  CHECK_FALSE(hops.empty());
  hops.clear();
  timeline.seek(from_seconds(20));
  timeline.take_hops(hops);
  CHECK(hops.empty());
  timeline.run_until(from_seconds(20.5));
  timeline.take_hops(hops);
  REQUIRE_FALSE(hops.empty());
  CHECK(hops.front().at > from_seconds(20));
}

TEST_CASE("a moment looked into is the one that was, and nothing is changed by it") {
  Timeline timeline(launch(), 1);
  timeline.seek(from_seconds(20));
  timeline.apply(kill("data"));
  timeline.seek(from_seconds(60));
  Timeline::Moment moment = timeline.moment_before(from_seconds(19.5));
  CHECK(moment.system.now() <= from_seconds(19.5));
  timeline.repeat(moment, from_seconds(30));
  System plain(launch(), 1);
  plain.run_until(from_seconds(20));
  plain.apply(kill("data"));
  plain.run_until(from_seconds(30));
  check_same(moment.system, plain);
  CHECK(timeline.system().now() == from_seconds(60));
}

}  // namespace tenfold::model::test
