// Going to any moment of a run shows what was there, to the bit.
#include "model/timeline.h"

#include <doctest/doctest.h>

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

}  // namespace tenfold::model::test
