// The whole life of one request can be told, call by call, with nothing missing in between.
#include <doctest/doctest.h>

#include <algorithm>

#include "systems.h"
#include "traces.h"

namespace tenfold::model::test {

namespace {

bool has(const std::vector<Span>& spans, Doing doing) {
  return std::any_of(spans.begin(), spans.end(),
                     [doing](const Span& span) { return span.doing == doing; });
}

// The calls of the trace that were made to a part.
std::vector<TracedCall> calls_to(const Trace& trace, const Scenario& scenario,
                                 std::string_view id) {
  std::vector<TracedCall> calls;
  for (const TracedCall& call : trace.calls) {
    if (scenario.parts[call.part].id == id) calls.push_back(call);
  }
  return calls;
}

// The first request from a second on of whose trace something holds.
template <typename Holds>
Trace first_followed(const Scenario& scenario, double from_s, Holds holds) {
  for (const Fault& fault : check(scenario)) FAIL_CHECK(fault.place << " " << fault.reason);
  System system(scenario, 1);
  system.run_until(tenfold::sim::from_seconds(from_s));
  for (;;) {
    const Trace trace = follow_next(system);
    REQUIRE(trace.over);
    CHECK(fault_of_path(trace) == "");
    if (holds(trace)) return trace;
  }
}

// A page made of what three services say, asked all at once, on a machine each.
Scenario three_services() {
  Scenario scenario = one_box(50);
  set(scenario, "app", text("call_order", "all_at_once"));
  for (const std::string id : {"a", "b", "c"}) {
    scenario.parts.push_back({id + "_box", "machine", "Machine", {}, {text("size", "general-2")}});
    scenario.parts.push_back(
        {id, "app_server", "Service", {}, {text("machine", id + "_box"), number("cpu_ms", 20)}});
    scenario.links.push_back({"app", id, 0.5});
  }
  return scenario;
}

}  // namespace

TEST_CASE("a request's spans go to the app, three times to the database, and back") {
  const Trace trace = followed(two_boxes(), 2);
  std::vector<Doing> crossings;
  for (const Span& span : trace.spans) {
    if (stay_of(span.doing) == Stay::wire) crossings.push_back(span.doing);
  }
  CHECK(crossings == std::vector<Doing>{Doing::cross, Doing::cross, Doing::answer, Doing::cross,
                                        Doing::answer, Doing::cross, Doing::answer, Doing::answer});
  CHECK(std::count_if(trace.spans.begin(), trace.spans.end(), [](const Span& span) {
          return span.doing == Doing::cpu && span.part == 2;
        }) == 4);
  CHECK(trace.calls.size() == 1 + 1 + 3);
  CHECK(trace.calls[4].parent == 1);
}

TEST_CASE("each span of calls made one after the other begins where the one before it ended") {
  Scenario scenario = one_box(430);
  scenario.parts.push_back({"dns", "dns", "DNS", {}, {}});
  scenario.links.push_back({"users", "dns", 20});
  set(scenario, "data", number("data_gb", 10));
  const std::vector<Span> spans = followed(scenario, 0).spans;
  REQUIRE(spans.size() > 10);
  for (std::size_t i = 1; i < spans.size(); ++i) CHECK(spans[i].from == spans[i - 1].to);
  for (const Span& span : spans) CHECK(span.to >= span.from);
  CHECK(spans[1].doing == Doing::look_up);
  CHECK(has(spans, Doing::disk));
}

TEST_CASE("a request that has to queue says so, and one that is given up ends at the deadline") {
  Scenario scenario = one_box(800);
  set(scenario, "users", number("patience_ms", 700));
  const Trace trace = followed(scenario, 5);
  CHECK(trace.ended - trace.came == 700 * tenfold::sim::kMillisecond);
  CHECK(trace.failure == Failure::timed_out);
  CHECK(has(waited_path(trace), Doing::wait));
  CHECK(trace.calls[1].ended == tenfold::sim::kNever);
}

TEST_CASE("services asked at once overlap, and the page waits for the slowest") {
  const Scenario scenario = three_services();
  const Trace trace = followed(scenario, 2);
  TracedCall slowest;
  slowest.ended = 0;
  for (const char* id : {"a", "b", "c"}) {
    const std::vector<TracedCall> calls = calls_to(trace, scenario, id);
    REQUIRE(calls.size() == 1);
    CHECK(calls.front().began == calls_to(trace, scenario, "a").front().began);
    if (calls.front().ended > slowest.ended) slowest = calls.front();
  }
  for (const Span& piece : waited_path(trace)) {
    if (piece.from < slowest.began || piece.to > slowest.ended) continue;
    CHECK(trace.calls[piece.call].ended == slowest.ended);
  }
}

TEST_CASE("a query over all shards asks them at once, and waits for the slowest") {
  Scenario scenario = two_boxes();
  scenario.parts.push_back({"way", "shards", "Shards", {}, {number("cross_share", 1)}});
  scenario.parts.push_back({"far_box", "machine", "Machine", {}, {text("size", "general-2")}});
  scenario.parts.push_back({"far", "database", "Far", {}, {text("machine", "far_box")}});
  scenario.links = {
      {"users", "app", 40}, {"app", "way", 0}, {"way", "data", 0.5}, {"way", "far", 100}};
  const Trace trace = followed(scenario, 2);
  const std::vector<TracedCall> near = calls_to(trace, scenario, "data");
  const std::vector<TracedCall> far = calls_to(trace, scenario, "far");
  REQUIRE(near.size() == 3);
  REQUIRE(far.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(near[i].began == far[i].began);
  for (const Span& piece : waited_path(trace)) {
    CHECK(scenario.parts[trace.calls[piece.call].part].id != "data");
  }
}

TEST_CASE(
    "a question that is not answered in time is asked again, and the first is left to itself") {
  Scenario scenario = two_boxes(100);
  set(scenario, "app", number("call_timeout_ms", 50));
  set(scenario, "app", number("call_tries", 2));
  scenario.changes = {{2, change("data", number("slowness", 1'000))}};
  const Trace trace = first_followed(
      scenario, 3, [&](const Trace& its) { return calls_to(its, scenario, "data").size() == 2; });
  CHECK(trace.failure == Failure::timed_out);
  const std::vector<TracedCall> tries = calls_to(trace, scenario, "data");
  CHECK(tries[1].began - tries[0].began == 50 * tenfold::sim::kMillisecond);
  sim::Duration in_tries = 0;
  for (const Span& piece : waited_path(trace)) {
    if (scenario.parts[trace.calls[piece.call].part].id == "data")
      in_tries += piece.to - piece.from;
  }
  CHECK(in_tries == 100 * tenfold::sim::kMillisecond);
}

TEST_CASE("a user's pause before a further try is told as such") {
  Scenario scenario = quick(100, 10);
  set(scenario, "users", number("tries", 3));
  set(scenario, "users", number("backoff_ms", 100));
  scenario.changes = {{1, kill("app")}};
  const Trace trace = followed(scenario, 2);
  CHECK(trace.failure == Failure::server_down);
  CHECK(calls_to(trace, scenario, "app").size() == 3);
  CHECK(sums_of(waited_path(trace)).of(Stay::backoff) == 300 * tenfold::sim::kMillisecond);
}

TEST_CASE("what a crash loses is told up to the crash") {
  Scenario scenario = one_box();
  set(scenario, "box", text("size", "general-64"));
  set(scenario, "data", number("cpu_ms", 5));
  scenario.changes = {{2.8, change("data", number("slowness", 1'000))}, {3, kill("box")}};
  const Trace trace = followed(scenario, 2.85);
  CHECK(trace.failure == Failure::server_down);
  const auto crash = tenfold::sim::from_seconds(3);
  CHECK(trace.ended == crash + 20 * tenfold::sim::kMillisecond);
  const std::vector<TracedCall> queries = calls_to(trace, scenario, "data");
  REQUIRE(queries.size() == 1);
  CHECK(queries[0].ended == crash);
  CHECK(queries[0].failure == Failure::database_down);
}

TEST_CASE("whoever waits for the answer to another's question says so") {
  Scenario scenario = two_boxes(300);
  set(scenario, "users", number("things", 1));
  set(scenario, "data", number("cpu_ms", 20));
  scenario.parts.push_back(
      {"cache", "cache", "Cache", {}, {number("coalesce", 1), number("ttl_s", 0.05)}});
  scenario.links = {{"users", "app", 40}, {"app", "cache", 0.5}, {"cache", "data", 0.5}};
  const std::size_t cache = scenario.parts.size() - 1;
  const auto waits = [&](const Span& span) {
    return span.part == cache && span.doing == Doing::wait;
  };
  const Trace trace = first_followed(scenario, 1, [&](const Trace& its) {
    return std::any_of(its.spans.begin(), its.spans.end(), waits);
  });
  const std::vector<Span> path = waited_path(trace);
  CHECK(std::any_of(path.begin(), path.end(), waits));
  CHECK(has(path, Doing::serve));
}

TEST_CASE("a link that is down is told as a call without a crossing") {
  Scenario scenario = two_boxes();
  scenario.changes = {{1, kill("app>data")}};
  const Trace trace = followed(scenario, 2);
  CHECK(trace.failure == Failure::unreachable);
  REQUIRE(trace.calls.size() == 3);
  CHECK(trace.calls[2].ended == trace.calls[2].began);
  CHECK(trace.calls[2].failure == Failure::unreachable);
  CHECK(std::none_of(trace.spans.begin(), trace.spans.end(),
                     [](const Span& span) { return span.call == 2; }));
}

TEST_CASE("a request that makes more calls than are kept says so") {
  Scenario scenario = quick(10, 5);
  set(scenario, "app", number("queries", 1'000));
  scenario.parts.push_back({"way", "rate_limiter", "Limit", {}, {number("rate_rps", 1e6)}});
  scenario.links = {{"users", "app", 0}, {"app", "way", 0.1}, {"way", "data", 0.1}};
  System system(scenario, 1);
  const Trace trace = follow_next(system);
  REQUIRE(trace.over);
  CHECK(trace.truncated);
  CHECK(trace.spans.size() <= 4096);
  CHECK_FALSE(waited_path(trace).empty());
}

TEST_CASE("a request that is still to come can be followed by its number") {
  const Scenario scenario = three_services();
  System first(scenario, 1);
  first.run_until(tenfold::sim::from_seconds(4));
  System again = first;
  first.log_finished(true);
  first.run_until(tenfold::sim::from_seconds(6));
  first.log_finished(false);
  const std::size_t count = first.finished().size();
  CHECK(count == doctest::Approx(100).epsilon(0.3));
  first.run_until(first.end());
  CHECK(first.finished().size() == count);

  const std::uint32_t offered = again.requests_offered();
  std::vector<Finished> since;
  for (const Finished& finished : first.finished()) {
    CHECK(finished.ended > tenfold::sim::from_seconds(4));
    if (finished.request >= offered) since.push_back(finished);
  }
  REQUIRE_FALSE(since.empty());
  const Finished slowest = *std::max_element(
      since.begin(), since.end(),
      [](const Finished& a, const Finished& b) { return a.ended - a.came < b.ended - b.came; });
  again.follow(slowest.request);
  CHECK(again.trace().calls.empty());
  again.run_until(slowest.ended);
  const Trace& trace = again.trace();
  REQUIRE(trace.over);
  CHECK(trace.request == slowest.request);
  CHECK(trace.came == slowest.came);
  CHECK(trace.ended == slowest.ended);
  CHECK(trace.failure == slowest.failure);
  CHECK(trace.users == slowest.users);
  again.log_finished(true);
  CHECK(again.finished().empty());
}

TEST_CASE("a snapshot goes on with the trace that it was taken in") {
  System system(one_box(), 1);
  system.follow_next();
  while (system.trace().spans.size() < 5) REQUIRE(system.step());
  System copy = system;
  while (!system.trace().over) REQUIRE(system.step());
  while (!copy.trace().over) REQUIRE(copy.step());
  CHECK(copy.trace().ended == system.trace().ended);
  CHECK(copy.trace().spans.size() == system.trace().spans.size());
  CHECK(fault_of_path(copy.trace()) == "");
}

TEST_CASE("hops of one request in ten are of those requests, whole") {
  System system(one_box(100, 5), 1);
  system.sample_hops(10);
  system.run_until(system.end());
  std::vector<Hop> hops;
  system.take_hops(hops);
  CHECK(hops.size() > 200);
  for (const Hop& hop : hops) CHECK(hop.request % 10 == 0);
  const auto of_request = [&](bool reply) {
    return std::count_if(hops.begin(), hops.end(),
                         [&](const Hop& hop) { return hop.request == 20 && hop.reply == reply; });
  };
  CHECK(of_request(false) == 4);
  CHECK(of_request(true) == 4);
  hops.clear();
  system.take_hops(hops);
  CHECK(hops.empty());
}

}  // namespace tenfold::model::test
