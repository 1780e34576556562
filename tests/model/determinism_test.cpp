// The same scenario and seed give the same run: at any pace, watched or not, on every platform.
#include <doctest/doctest.h>

#include "model/trace.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

Scenario everything() {
  Scenario scenario = launch();
  scenario.parts.push_back({"dns", "dns", "DNS", {}, {number("ttl_s", 20)}});
  scenario.parts.push_back({"data_box", "machine", "Data", {}, {text("size", "storage-2")}});
  scenario.links.push_back({"users", "dns", 20});
  set(scenario, "data", text("machine", "data_box"));
  set(scenario, "data", number("data_gb", 40));
  scenario.changes = {{30, kill("data")},
                      {32, heal("data")},
                      {50, change("users", number("traffic", 0.5))},
                      {60, change("app", number("workers", 8))}};
  return scenario;
}

}  // namespace

TEST_CASE("the event log of a scenario is the same on every platform") {
  const System system = run(everything());
  MESSAGE("event log hash: " << system.log_hash() << " of " << system.events() << " events");
  CHECK(system.log_hash() == 10149544295820766367U);
}

TEST_CASE("another seed gives another run") {
  CHECK(run(one_box(), 1).log_hash() == run(one_box(), 1).log_hash());
  CHECK(run(one_box(), 1).log_hash() != run(one_box(), 2).log_hash());
}

TEST_CASE("a run in small pieces is the run in one") {
  const System whole = run(everything());
  System pieces(everything(), 1);
  while (pieces.now() < pieces.end()) {
    pieces.run_until(pieces.now() + tenfold::sim::from_ms(16.7));
  }
  CHECK(pieces.log_hash() == whole.log_hash());
  CHECK(pieces.totals().counts.good == whole.totals().counts.good);
  CHECK(pieces.totals().latency_ns == whole.totals().latency_ns);

  System steps(everything(), 1);
  while (steps.step()) continue;
  CHECK(steps.log_hash() == whole.log_hash());
}

TEST_CASE("watching a run does not change it") {
  const System unwatched = run(everything());
  System watched(everything(), 1);
  watched.sample_hops(3);
  watched.follow_next();
  watched.log_finished(true);
  std::vector<Hop> hops;
  while (watched.now() < watched.end()) {
    watched.run_until(watched.now() + tenfold::sim::kSecond);
    watched.take_hops(hops);
    if (watched.trace().over) watched.follow_next();
    CHECK(watched.parts().size() == 6);
  }
  CHECK(hops.size() > 1000);
  CHECK(watched.log_hash() == unwatched.log_hash());
  CHECK(watched.events() == unwatched.events());
}

}  // namespace tenfold::model::test
