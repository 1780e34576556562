// Slow work handed to a queue, who is signed in where, services behind services, and tries again.
#include <doctest/doctest.h>

#include "systems.h"

namespace tenfold::model::test {

namespace {

Scenario with_jobs(bool queued, double rate_rps = 60, double duration_s = 30) {
  Scenario scenario = two_boxes(rate_rps, duration_s);
  set(scenario, "box", text("size", "general-4"));
  set(scenario, "users", number("job_share", 0.2));
  if (!queued) return scenario;
  scenario.parts.push_back({"jobs", "job_queue", "Queue", {}, {}});
  scenario.parts.push_back({"mill", "machine", "Mill", {}, {text("size", "general-4")}});
  scenario.parts.push_back({"worker", "app_server", "Worker", {}, {text("machine", "mill")}});
  scenario.links.push_back({"app", "jobs", 0.5});
  scenario.links.push_back({"jobs", "worker", 0.5});
  return scenario;
}

}  // namespace

TEST_CASE("with a queue users do not wait for slow work, and it gets done all the same") {
  const System waits = run(with_jobs(false));
  const System queued = run(with_jobs(true));
  CHECK(queued.totals().latency_ns.quantile_ns(0.95) <
        waits.totals().latency_ns.quantile_ns(0.95) / 2);
  CHECK(state_of(queued, "worker").arrivals > 200);
  CHECK(state_of(queued, "jobs").waiting < 20);
  CHECK(queued.totals().counts.failed == 0);
}

TEST_CASE("with too few workers the backlog and the age of its oldest job grow without end") {
  Scenario scenario = with_jobs(true, 400, 60);
  System system(scenario, 1);
  system.run_until(sim::from_seconds(20));
  const PartState early = state_of(system, "jobs");
  system.run_until(system.end());
  const PartState late = state_of(system, "jobs");
  CHECK(late.waiting > 2 * early.waiting);
  CHECK(late.oldest_s > early.oldest_s);
  CHECK(late.longest_s >= late.oldest_s);
  set(scenario, "jobs", number("room", 100));
  CHECK(failed_by(run(scenario), Failure::queue_full) > 100);
}

TEST_CASE("a slow worker's jobs are handed out again and done twice; hopeless ones are put aside") {
  Scenario scenario = with_jobs(true, 20);
  set(scenario, "jobs", number("redeliver_s", 0.15));
  CHECK(state_of(run(scenario), "jobs").repeated > 10);
  scenario = with_jobs(true, 20);
  set(scenario, "app", number("queries", 0));
  scenario.changes = {{5, kill("data")}, {15, heal("data")}};
  scenario.links.push_back({"worker", "data", 0.5});
  const PartState jobs = state_of(run(scenario), "jobs");
  CHECK(jobs.repeated > 0);
  scenario = with_jobs(true, 20);
  set(scenario, "worker", number("queue_limit", 0));
  set(scenario, "worker", number("workers", 1));
  CHECK(state_of(run(scenario), "jobs").dead_letters > 0);
}

TEST_CASE("a job that always fails is handed out as often as it may be tried, and no more") {
  Scenario scenario = with_jobs(true, 20);
  set(scenario, "app", number("queries", 0));
  scenario.links.push_back({"worker", "data", 0.5});
  scenario.changes = {{0.001, kill("data")}, {20, change("users", number("traffic", 0))}};
  for (const int tries : {1, 3}) {
    set(scenario, "jobs", number("tries", tries));
    const PartState jobs = state_of(run(scenario), "jobs");
    const auto more = static_cast<std::uint64_t>(tries - 1);
    CHECK(jobs.dead_letters > 20);
    CHECK(jobs.repeated == more * jobs.dead_letters);
  }
}

TEST_CASE("jobs wait for a dead worker, and none is lost") {
  Scenario scenario = with_jobs(true, 20, 60);
  scenario.changes = {
      {10, kill("mill")}, {20, heal("mill")}, {30, change("users", number("traffic", 0))}};
  const System system = run(scenario);
  const PartState jobs = state_of(system, "jobs");
  CHECK(jobs.waiting == 0);
  CHECK(jobs.in_service == 0);
  CHECK(jobs.dead_letters == 0);
  CHECK(jobs.arrivals > 80);
}

namespace {

Scenario with_sessions() {
  Scenario scenario = balanced(3, 200, 40);
  set(scenario, "users", number("users", 300));
  set(scenario, "users", number("requests_per_user_day", 10'000));
  set(scenario, "users", number("peak_factor", 200 * 86'400.0 / 300 / 10'000));
  set(scenario, "users", number("session_share", 1));
  set(scenario, "lb", number("health_interval_s", 0.5));
  scenario.changes = {{20, kill("app1")}};
  return scenario;
}

}  // namespace

TEST_CASE("sessions in a server's memory need sticky users, and die with the server") {
  Scenario scenario = with_sessions();
  CHECK(failed_by(run(scenario), Failure::logged_out) > 1'000);
  set(scenario, "lb", text("policy", "sticky"));
  const System sticky = run(scenario);
  CHECK(failed_in_second(sticky, 15, Failure::logged_out) == 0);
  CHECK(failed_by(sticky, Failure::logged_out) > 50);
  CHECK(failed_by(sticky, Failure::logged_out) < 1'000);
}

TEST_CASE("with sessions in a store a dead server logs nobody out, but a dead store everybody") {
  Scenario scenario = with_sessions();
  scenario.parts.push_back({"store", "session_store", "Sessions", {}, {}});
  for (const char* app : {"app0", "app1", "app2"}) scenario.links.push_back({app, "store", 0.5});
  CHECK(failed_by(run(scenario), Failure::logged_out) == 0);
  scenario.changes = {{20, kill("store")}, {21, heal("store")}};
  CHECK(failed_by(run(scenario), Failure::logged_out) > 200);
  set(scenario, "store", number("survives", 1));
  CHECK(failed_by(run(scenario), Failure::logged_out) == 0);
}

TEST_CASE("a service that hangs takes its callers' workers, unless they give up in time") {
  Scenario scenario = two_boxes(100, 30);
  set(scenario, "box", text("size", "general-4"));
  scenario.parts.push_back({"mill", "machine", "Mill", {}, {text("size", "general-4")}});
  scenario.parts.push_back({"search", "app_server", "Search", {}, {text("machine", "mill")}});
  set(scenario, "search", number("queue_limit", 100'000));
  scenario.links.push_back({"app", "search", 0.5});
  scenario.changes = {{10, change("search", number("slowness", 1'000))}};
  const System hangs = run(scenario);
  CHECK(hangs.series()[9].counts.failed == 0);
  CHECK(hangs.series()[25].counts.good == 0);
  CHECK(state_of(hangs, "app").waiting > 100);
  set(scenario, "app", number("call_timeout_ms", 100));
  CHECK(state_of(run(scenario), "app").waiting < 10);
  CHECK(run(scenario).series()[25].counts.good == 0);
  set(scenario, "app", number("falls_back", 1));
  CHECK(run(scenario).series()[25].counts.failed == 0);
  scenario.changes.push_back({20, kill("search")});
  CHECK(run(scenario).series()[25].counts.failed == 0);
  set(scenario, "app", text("call_order", "all_at_once"));
  CHECK(run(scenario).series()[25].counts.failed == 0);
}

TEST_CASE("pauses before further tries double, and jitter draws each from nothing to its whole") {
  Scenario scenario = quick(100, 60);
  set(scenario, "users", number("tries", 4));
  set(scenario, "users", number("backoff_ms", 100));
  scenario.changes = {{1e-6, kill("app")}};
  CHECK(run(scenario).totals().mean_time_ms == doctest::Approx(100 + 200 + 400));
  set(scenario, "users", number("jitter", 1));
  CHECK(run(scenario).totals().mean_time_ms ==
        doctest::Approx((100 + 200 + 400) / 2.0).epsilon(0.03));
}

TEST_CASE("one more try gets most users through a short failure; a budget bounds the extra load") {
  Scenario scenario = balanced(2, 200, 20);
  scenario.changes = {{5, kill("app1")}};
  set(scenario, "lb", number("health_interval_s", 60));
  const std::uint64_t once = run(scenario).totals().counts.failed;
  set(scenario, "users", number("tries", 4));
  set(scenario, "users", number("backoff_ms", 50));
  set(scenario, "users", number("jitter", 0.5));
  const System tries = run(scenario);
  CHECK(tries.totals().counts.failed < once / 4);
  set(scenario, "users", number("retry_budget", 0.1));
  const System bounded = run(scenario);
  const auto offered = static_cast<double>(bounded.totals().counts.offered);
  CHECK(static_cast<double>(state_of(bounded, "lb").arrivals) < 1.11 * offered);
  CHECK(bounded.totals().counts.failed > tries.totals().counts.failed);
}

TEST_CASE("another part, or a mix of wishes, leaves the moments of arrival as they were") {
  const auto offered = [](const Scenario& scenario) {
    std::vector<std::uint64_t> counts;
    const System system = run(scenario);
    for (const Sample& sample : system.series()) counts.push_back(sample.counts.offered);
    return counts;
  };
  Scenario scenario = two_boxes(200, 20);
  const auto plain = offered(scenario);
  set(scenario, "users", number("write_share", 0.3));
  set(scenario, "users", number("things", 100));
  CHECK(offered(scenario) == plain);
  scenario.parts.insert(scenario.parts.begin(), {"cache", "cache", "Cache", {}, {}});
  scenario.links = {{"users", "app", 40}, {"app", "cache", 1}, {"cache", "data", 1}};
  CHECK(offered(scenario) == plain);
}

TEST_CASE("visitors who stay come back for their sessions; a crowd that large hardly does") {
  Scenario scenario = with_sessions();
  set(scenario, "users", number("users", 1'000'000));
  set(scenario, "users", number("requests_per_user_day", 10));
  set(scenario, "users", number("peak_factor", 200 * 86'400.0 / 1'000'000 / 10));
  const std::uint64_t crowd = failed_by(run(scenario), Failure::logged_out);
  set(scenario, "users", number("visitors", 1'000));
  CHECK(failed_by(run(scenario), Failure::logged_out) > 10 * (crowd + 10));
}

}  // namespace tenfold::model::test
