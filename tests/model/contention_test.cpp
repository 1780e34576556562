// App and database on one machine compete for processors, memory and disk; on two they do not.
#include <doctest/doctest.h>

#include "systems.h"

namespace tenfold::model::test {

TEST_CASE("memory that requests hold pushes data out, and the database reads from disk more") {
  Scenario scenario = one_box(200);
  set(scenario, "data", number("data_gb", 2.5));
  set(scenario, "app", number("memory_mb", 1));
  const PartState roomy = state_of(run(scenario), "data");
  set(scenario, "app", number("memory_mb", 300));
  const System tight = run(scenario);
  CHECK(roomy.hit_ratio > 0.99);
  CHECK(state_of(tight, "data").hit_ratio < roomy.hit_ratio - 0.05);
  CHECK(state_of(tight, "box").disk > 0.1);
}

TEST_CASE("requests that find no memory fail for that reason") {
  Scenario scenario = one_box(400);
  set(scenario, "app", number("memory_mb", 1000));
  const System system = run(scenario);
  CHECK(failed_by(system, Failure::out_of_memory) > 0);
  CHECK(system.totals().counts.failed ==
        failed_by(system, Failure::out_of_memory) + failed_by(system, Failure::timed_out));
}

TEST_CASE("a hungry neighbour slows the database, a machine of its own does not") {
  // 420 requests a second keep two processors 95 % busy with app and database together.
  const double together_ms = state_of(run(one_box(420)), "data").mean_time_ms;
  const double apart_ms = state_of(run(two_boxes(420)), "data").mean_time_ms;
  CHECK(apart_ms < together_ms / 2);
  CHECK(apart_ms == doctest::Approx(0.5).epsilon(0.2));
}

TEST_CASE("on machines of their own each query costs a trip over the network") {
  Scenario scenario = two_boxes(20, 60);
  const double near_ms = run(scenario).totals().latency_ns.mean_ns() / 1e6;
  scenario.links[1].round_trip_ms = 10.5;
  const double far_ms = run(scenario).totals().latency_ns.mean_ns() / 1e6;
  CHECK(far_ms - near_ms == doctest::Approx(3 * 10).epsilon(0.01));
  // On one machine the link takes no time, whatever its length.
  Scenario together = one_box(20, 60);
  const double together_ms = run(together).totals().latency_ns.mean_ns() / 1e6;
  CHECK(near_ms - together_ms == doctest::Approx(3 * 0.5).epsilon(0.1));
}

TEST_CASE("more memory means fewer disk reads, and a faster disk shorter ones") {
  Scenario scenario = two_boxes(200);
  set(scenario, "data", number("data_gb", 40));
  const PartState small = state_of(run(scenario), "data");
  set(scenario, "data_box", text("size", "general-4"));
  const PartState big = state_of(run(scenario), "data");
  set(scenario, "data_box", text("size", "storage-2"));
  const PartState fast = state_of(run(scenario), "data");
  CHECK(big.hit_ratio > small.hit_ratio + 0.1);
  CHECK(fast.mean_time_ms < big.mean_time_ms / 1.5);
  CHECK(fast.hit_ratio == doctest::Approx(big.hit_ratio).epsilon(0.02));
}

TEST_CASE("stage 2: app and database fit two machines, not one of the same price") {
  Scenario together = one_box();
  together.duration_s = 60;
  PartSpec& users = part(together, "users");
  users.settings = {number("users", 10'000),   number("requests_per_user_day", 240),
                    number("peak_factor", 36), text("shape", "launch"),
                    number("start_s", 2),      number("ramp_s", 20),
                    number("hold_s", 60),      number("patience_ms", 2000)};
  set(together, "app", number("workers", 64));
  set(together, "data", number("data_gb", 60));
  for (const char* size : {"general-4", "general-8", "storage-4"}) {
    CAPTURE(size);
    set(together, "box", text("size", size));
    CHECK(good_share(run(together)) < 0.97);
  }
  Scenario apart = together;
  set(apart, "box", text("size", "compute-4"));
  apart.parts.push_back({"data_box", "machine", "Data", {}, {text("size", "storage-2")}});
  set(apart, "data", text("machine", "data_box"));
  const System system = run(apart);
  CHECK(system.totals().counts.failed == 0);
  CHECK(system.totals().cost_month == 250);
}

}  // namespace tenfold::model::test
