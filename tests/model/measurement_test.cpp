// The numbers of a run agree with one another, and with theory where there is one.
#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "systems.h"

namespace tenfold::model::test {

namespace {

// A crowd, two deaths, and then nobody for long enough that all is quiet at the end.
Scenario eventful() {
  Scenario scenario = launch();
  scenario.duration_s = 100;
  scenario.changes = {{30, kill("data")},
                      {31, heal("data")},
                      {60, kill("box")},
                      {61, heal("box")},
                      {80, change("users", number("traffic", 0))}};
  return scenario;
}

}  // namespace

TEST_CASE("every request is good, failed for one reason, or still in flight") {
  System system(eventful(), 1);
  while (system.now() < system.end()) {
    system.run_until(system.now() + tenfold::sim::from_seconds(0.7));
    const Totals totals = system.totals();
    const Counts& counts = totals.counts;
    CHECK(counts.offered == counts.good + counts.failed + totals.in_flight);
    CHECK(std::accumulate(counts.by_reason.begin(), counts.by_reason.end(), std::uint64_t{0}) ==
          counts.failed);
    CHECK(counts.by_reason[0] == 0);
    CHECK(totals.latency_ns.count() == counts.good);
  }
  CHECK(system.totals().counts.failed > 0);
}

TEST_CASE("on a run that drains the times of all requests add up to the number over time") {
  const System system = run(eventful());
  const Totals totals = system.totals();
  CHECK(totals.in_flight == 0);
  const double span_s = totals.to_s - totals.from_s;
  const double requests = static_cast<double>(totals.counts.good + totals.counts.failed);
  CHECK(totals.mean_in_system * span_s ==
        doctest::Approx(requests * totals.mean_time_ms / 1000).epsilon(1e-12));
  CHECK(totals.mean_in_system ==
        doctest::Approx(totals.arrival_rps * totals.mean_time_ms / 1000).epsilon(1e-12));
  for (const char* id : {"users", "app", "data"}) {
    CAPTURE(id);
    CHECK(state_of(system, id).in_service == 0);
    CHECK(state_of(system, id).waiting == 0);
  }
}

TEST_CASE("the series adds up to the totals") {
  const System system = run(eventful());
  Counts sum;
  for (const Sample& sample : system.series()) {
    sum.offered += sample.counts.offered;
    sum.good += sample.counts.good;
    sum.failed += sample.counts.failed;
  }
  const Counts counts = system.totals().counts;
  CHECK(sum.offered == counts.offered);
  CHECK(sum.good == counts.good);
  CHECK(sum.failed == counts.failed);
  CHECK(system.series().size() == 100);
}

TEST_CASE("requests offered in the warm-up are left out of the totals") {
  Scenario scenario = one_box(100, 20);
  scenario.warmup_s = 12;
  const System system = run(scenario);
  const Totals totals = system.totals();
  CHECK(totals.from_s == 12);
  CHECK(totals.arrival_rps == doctest::Approx(100).epsilon(0.15));
  std::uint64_t offered = 0;
  for (std::size_t second = 12; second < 20; ++second) {
    offered += system.series()[second].counts.offered;
  }
  CHECK(totals.counts.offered == offered);
  CHECK(totals.counts.offered == totals.counts.good + totals.in_flight);
}

TEST_CASE("an app server with one worker is M/M/1, to the last piece of the chain") {
  Scenario scenario = one_box(200, 5000);
  scenario.parts.erase(scenario.parts.begin() + 3);
  scenario.links.pop_back();
  scenario.links[0].round_trip_ms = 0;
  PartSpec& app = part(scenario, "app");
  put_setting(app, number("workers", 1));
  put_setting(app, number("queue_limit", 100'000));
  put_setting(app, number("cpu_ms", 4));
  put_setting(app, text("cpu_spread", "exponential"));
  set(scenario, "users", number("patience_ms", 600'000));
  const System system = run(scenario);
  const Totals totals = system.totals();
  // Load 0.8, service 4 ms: W = 4 / (1 - 0.8) = 20 ms; a million requests know it to 4 %.
  CHECK(totals.latency_ns.mean_ns() / 1e6 == doctest::Approx(20).epsilon(0.04));
  CHECK(totals.latency_ns.quantile_ns(0.5) / 1e6 ==
        doctest::Approx(20 * std::log(2.0)).epsilon(0.04));
  CHECK(state_of(system, "app").mean_in_system == doctest::Approx(4).epsilon(0.05));
  CHECK(state_of(system, "app").mean_time_ms == doctest::Approx(20).epsilon(0.04));
}

TEST_CASE("requests are told apart by region and by what is wanted, and add up") {
  Scenario scenario = two_boxes(200, 30);
  scenario.warmup_s = 5;
  PartSpec& near = part(scenario, "users");
  put_setting(near, number("write_share", 0.3));
  put_setting(near, number("page_file_share", 0.2));
  PartSpec far = near;
  far.id = "far";
  put_setting(far, number("write_share", 0));
  put_setting(far, number("page_file_share", 0));
  scenario.parts.push_back(far);
  scenario.links.push_back({"far", "app", 160});
  set(scenario, "box", text("size", "general-8"));
  set(scenario, "data_box", text("size", "general-8"));
  const System system = run(scenario);
  const Totals totals = system.totals();
  REQUIRE(totals.classes.size() == 4);
  CHECK(totals.classes[0].users == "users");
  CHECK(totals.classes[3].users == "far");
  CHECK(totals.classes[3].wish == Wish::read);
  Counts sum;
  sim::Histogram latency_ns;
  for (const ClassTotals& its : totals.classes) {
    sum += its.counts;
    latency_ns.merge(its.latency_ns);
    CHECK(its.counts.offered >= its.counts.good + its.counts.failed);
  }
  CHECK(sum.offered == totals.counts.offered);
  CHECK(sum.good == totals.counts.good);
  CHECK(latency_ns == totals.latency_ns);
  const auto offered = static_cast<double>(totals.classes[1].counts.offered);
  CHECK(totals.classes[1].wish == Wish::write);
  CHECK(offered / (200 * 25) == doctest::Approx(0.3).epsilon(0.1));
  CHECK(totals.classes[3].latency_ns.quantile_ns(0.5) >
        totals.classes[0].latency_ns.quantile_ns(0.5) + 100e6);
}

TEST_CASE("a goal may be that of one region alone") {
  Scenario scenario = one_box(50, 20);
  PartSpec far = part(scenario, "users");
  far.id = "far";
  scenario.parts.push_back(far);
  scenario.links.push_back({"far", "app", 160});
  scenario.changes = {{10, kill("far>app")}};
  scenario.goals = {{Metric::good_share, true, 0.9, "users"},
                    {Metric::good_share, true, 0.9, "far"},
                    {Metric::good_share, true, 0.9},
                    {Metric::p50_ms, false, 100, "far"},
                    {Metric::throughput_rps, true, 40, "users"}};
  const auto results = judge(scenario.goals, run(scenario).totals());
  CHECK(results[0].met);
  CHECK_FALSE(results[1].met);
  CHECK_FALSE(results[2].met);
  CHECK_FALSE(results[3].met);
  CHECK(results[3].measured > 160);
  CHECK(results[4].met);
  scenario.goals[0].users = "app";
  CHECK(check(scenario).at(0).place == "goals[0].users");
  scenario.goals[0] = {Metric::cost_month, false, 100, "far"};
  CHECK(check(scenario).size() == 1);
}

TEST_CASE("a scenario is judged by its goals") {
  const System system = run(one_box());
  const auto results = judge({{Metric::good_share, true, 0.9},
                              {Metric::p99_ms, false, 1},
                              {Metric::cost_month, false, 30},
                              {Metric::throughput_rps, true, 80},
                              {Metric::failed_share, false, 0}},
                             system.totals());
  REQUIRE(results.size() == 5);
  CHECK(results[0].met);
  CHECK_FALSE(results[1].met);
  CHECK(results[1].measured > 40);
  CHECK(results[2].met);
  CHECK(results[2].measured == 30);
  CHECK(results[3].met);
  CHECK(results[4].met);
}

TEST_CASE(
    "who still waits at the end has not failed, and counts in no share of those that are over") {
  Scenario scenario = one_box(100, 10);
  scenario.changes = {{8, kill("users>app")}};
  const Totals totals = run(scenario).totals();
  const auto over = static_cast<double>(totals.counts.good + totals.counts.failed);
  CHECK(measure(Metric::done_share, totals) ==
        doctest::Approx(static_cast<double>(totals.counts.good) / over));
  CHECK(measure(Metric::done_share, totals) >= measure(Metric::good_share, totals));
}

TEST_CASE("the longest wait of a job stays known after the backlog is gone") {
  Scenario scenario = one_box(40, 30);
  set(scenario, "users", number("job_share", 0.5));
  scenario.parts.push_back({"jobs", "job_queue", "Queue", {}, {}});
  scenario.parts.push_back({"mill", "machine", "Mill", {}, {text("size", "general-8")}});
  scenario.parts.push_back({"worker", "app_server", "Worker", {}, {text("machine", "mill")}});
  scenario.links.push_back({"app", "jobs", 0.5});
  scenario.links.push_back({"jobs", "worker", 0.5});
  scenario.changes = {{5, kill("mill")}, {8, heal("mill")}};
  scenario.goals = {{Metric::oldest_s, false, 10}, {Metric::oldest_s, false, 2}};
  const System system = run(scenario);
  CHECK(state_of(system, "jobs").oldest_s < 1);
  const auto results = judge(scenario.goals, system.totals());
  CHECK(results[0].met);
  CHECK_FALSE(results[1].met);
}

TEST_CASE("a day's series fits in little memory, and loses no request and no second") {
  Scenario scenario = quick(2, 86'400);
  const System system = run(scenario);
  CHECK(system.series().size() <= 7'200);
  std::uint64_t offered = 0;
  double end_s = 0;
  for (const Sample& sample : system.series()) {
    offered += sample.counts.offered;
    CHECK(sample.at_s == doctest::Approx(end_s + sample.span_s));
    end_s = sample.at_s;
  }
  CHECK(end_s == 86'400);
  CHECK(offered == system.totals().counts.offered);
}

TEST_CASE("the series of an hour has every second of it") {
  const System system = run(quick(2, 3'600));
  CHECK(system.series().size() == 3'600);
  CHECK(system.series().front().span_s == 1);
}

}  // namespace tenfold::model::test
