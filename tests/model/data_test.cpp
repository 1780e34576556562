// Copies and pieces of the data: replicas that lag, failover, shards and their hot keys.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "model/catalogue.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

// App → `way` → databases "data", "data1", … each on a machine of its own.
Scenario spread(std::string_view kind, int databases, double rate_rps, double duration_s = 20) {
  Scenario scenario = two_boxes(rate_rps, duration_s);
  set(scenario, "box", text("size", "general-64"));
  set(scenario, "users", number("things", 1'000));
  set(scenario, "users", number("write_share", 0.2));
  scenario.parts.push_back({"way", std::string(kind), "Way", {}, {}});
  scenario.links = {{"users", "app", 40}, {"app", "way", 0}, {"way", "data", 0.5}};
  for (int i = 1; i < databases; ++i) {
    const std::string data = "data" + std::to_string(i);
    const std::string box = "data_box" + std::to_string(i);
    scenario.parts.push_back({box, "machine", "Machine", {}, {text("size", "general-2")}});
    scenario.parts.push_back({data, "database", "Copy", {}, {text("machine", box)}});
    scenario.links.push_back({"way", data, 0.5});
  }
  return scenario;
}

}  // namespace

TEST_CASE("reads go to the copies, writes to the primary and from there to every copy") {
  const System system = run(spread("replica_set", 3, 200));
  const auto primary = static_cast<double>(state_of(system, "data").arrivals);
  const auto copy = static_cast<double>(state_of(system, "data1").arrivals);
  const auto requests = static_cast<double>(system.totals().counts.offered);
  CHECK(primary == doctest::Approx(0.2 * requests).epsilon(0.1));
  // Of 3 queries a request, 2.8 are reads, shared by two; and each gets a copy of each write.
  CHECK(copy == doctest::Approx((1.4 + 0.2) * requests).epsilon(0.05));
  CHECK(system.totals().counts.failed == 0);
}

TEST_CASE("more lag makes more stale reads, and users miss even their own writes") {
  Scenario scenario = spread("replica_set", 2, 300);
  set(scenario, "users", number("users", 20));
  set(scenario, "users", number("requests_per_user_day", 9'000));
  set(scenario, "users", number("peak_factor", 300 * 86'400.0 / 20 / 9'000));
  set(scenario, "users", number("things", 20));
  set(scenario, "way", number("lag_ms", 5));
  const PartState brief = state_of(run(scenario), "data1");
  set(scenario, "way", number("lag_ms", 500));
  const PartState lasting = state_of(run(scenario), "data1");
  CHECK(lasting.stale > 5 * brief.stale);
  CHECK(lasting.own_stale > 0);
  CHECK(lasting.own_stale < lasting.stale);
  set(scenario, "way", number("read_primary", 1));
  CHECK(state_of(run(scenario), "data").stale == 0);
}

TEST_CASE("when the primary dies writes fail until a copy has taken over; reads go on") {
  Scenario scenario = spread("replica_set", 3, 200, 40);
  set(scenario, "way", number("failover_s", 10));
  scenario.changes = {{10, kill("data_box")}};
  const System system = run(scenario);
  CHECK(failed_in_second(system, 15, Failure::database_down) > 10);
  CHECK(system.series()[15].counts.good > 100);
  CHECK(system.series()[25].counts.failed == 0);
}

TEST_CASE("every shard takes its part of the writes, and one dead takes only its users down") {
  Scenario scenario = spread("shards", 4, 300, 20);
  for (const auto placing : find_parameter(kind_info("shards"), "placing")->choices) {
    CAPTURE(std::string(placing));
    set(scenario, "way", text("placing", placing));
    const System system = run(scenario);
    CHECK(system.totals().counts.failed == 0);
    for (const char* data : {"data", "data1", "data2", "data3"}) {
      CHECK(state_of(system, data).arrivals > state_of(system, "app").arrivals / 3);
    }
  }
  scenario.changes = {{5, kill("data1")}};
  const System system = run(scenario);
  CHECK(system.series()[10].counts.good > 150);
  CHECK(system.series()[10].counts.failed > 30);
}

TEST_CASE("heavy writes fill the primary whatever the copies do; shards share them") {
  const auto busiest_primary = [](std::string_view way, int databases) {
    Scenario scenario = spread(way, databases, 300);
    set(scenario, "data", number("write_work", 40));
    for (int i = 1; i < databases; ++i) {
      set(scenario, "data" + std::to_string(i), number("write_work", 40));
    }
    return state_of(run(scenario), "data_box").utilisation;
  };
  CHECK(busiest_primary("replica_set", 2) > 0.5);
  CHECK(busiest_primary("replica_set", 4) ==
        doctest::Approx(busiest_primary("replica_set", 2)).epsilon(0.1));
  CHECK(busiest_primary("shards", 4) < 0.6 * busiest_primary("replica_set", 4));
}

TEST_CASE("cut by a popular key, one shard is hot") {
  Scenario scenario = spread("shards", 4, 300);
  set(scenario, "users", number("popularity", 1.2));
  const auto hottest = [&](const char* key) {
    set(scenario, "way", text("key", key));
    const System system = run(scenario);
    std::uint64_t most = 0;
    for (const char* data : {"data", "data1", "data2", "data3"}) {
      most = std::max(most, state_of(system, data).arrivals);
    }
    return static_cast<double>(most) / static_cast<double>(state_of(system, "way").arrivals);
  };
  CHECK(hottest("user") < 0.3);
  CHECK(hottest("thing") > 0.33);
}

TEST_CASE("a query over all shards costs every one of them, and waits for the slowest") {
  Scenario scenario = spread("shards", 4, 100);
  const System alone = run(scenario);
  set(scenario, "way", number("cross_share", 1));
  const System crossing = run(scenario);
  CHECK(state_of(crossing, "data2").arrivals > 2 * state_of(alone, "data2").arrivals);
  CHECK(crossing.totals().mean_time_ms > alone.totals().mean_time_ms);
  scenario.changes = {{5, kill("data2")}};
  const System broken = run(scenario);
  CHECK(broken.series()[10].counts.good < 40);
}

TEST_CASE("a copy's lag is measured, and grows when the copy cannot keep up") {
  Scenario scenario = spread("replica_set", 2, 200);
  set(scenario, "way", number("lag_ms", 40));
  const PartState copy = state_of(run(scenario), "data1");
  CHECK(copy.lag_ms > 40);
  CHECK(copy.lag_ms < 45);
  CHECK(state_of(run(scenario), "data").lag_ms == 0);
  scenario.changes = {{10, change("data1", number("slowness", 8))}};
  CHECK(state_of(run(scenario), "data1").lag_ms > 2 * copy.lag_ms);
}

TEST_CASE("a shard more, while it runs: by remainder most keys move, on a ring few do") {
  Scenario scenario = spread("shards", 11, 200, 40);
  set(scenario, "users", number("users", 550));
  set(scenario, "users", number("requests_per_user_day", 10'000));
  set(scenario, "users", number("peak_factor", 200 * 8.64 / 550));
  set(scenario, "way", number("in_use", 10));
  const PartState idle = state_of(run(scenario), "data10");
  CHECK(idle.arrivals == 0);
  const auto queries = static_cast<double>(state_of(run(scenario), "way").arrivals);
  const auto databases = [](const System& system) {
    double arrivals = 0;
    for (const PartState& state : system.parts()) {
      if (state.kind == "database") arrivals += static_cast<double>(state.arrivals);
    }
    return arrivals;
  };
  CHECK(databases(run(scenario)) == doctest::Approx(queries).epsilon(0.01));

  scenario.changes = {{10, change("way", number("in_use", 11))}};
  const System modulo = run(scenario);
  CHECK(state_of(modulo, "way").moved == 500);  // of the 550, all but a whole tenth of 11
  CHECK(modulo.totals().counts.failed == 0);
  // Each key that moves is read and copied once.
  CHECK(databases(modulo) == doctest::Approx(queries + 2 * 500).epsilon(0.01));

  set(scenario, "way", text("placing", "ring"));
  const System ring = run(scenario);
  CHECK(static_cast<double>(state_of(ring, "way").moved) ==
        doctest::Approx(550 / 11.0).epsilon(0.5));
  CHECK(state_of(ring, "data10").arrivals > 500);

  scenario.changes.push_back({20, change("way", number("in_use", 10))});
  const System back = run(scenario);
  CHECK(state_of(back, "way").moved > state_of(ring, "way").moved);
  CHECK(back.totals().counts.failed == 0);
}

TEST_CASE("what has moved to another shard is as new there as it was") {
  Scenario scenario = spread("shards", 3, 200, 30);
  set(scenario, "way", text("key", "thing"));
  set(scenario, "way", number("in_use", 2));
  scenario.changes = {{10, change("way", number("in_use", 3))}};
  const System system = run(scenario);
  CHECK(state_of(system, "way").moved > 300);
  std::uint64_t stale = 0;
  for (const char* data : {"data", "data1", "data2"}) stale += state_of(system, data).stale;
  // Only a read that overtakes a write of the same moment may be.
  CHECK(stale < 10);
}

}  // namespace tenfold::model::test
