// Users become requests by the rule that learners see, and twins meet the same ones.
#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "model/load_shape.h"
#include "systems.h"

namespace tenfold::model::test {

namespace {

std::vector<Hop> arrivals_of(const Scenario& scenario, std::uint64_t seed) {
  System system(scenario, seed);
  system.sample_hops(1);
  std::vector<Hop> hops;
  std::vector<Hop> arrivals;
  while (system.now() < system.end()) {
    system.run_until(system.now() + tenfold::sim::from_seconds(0.5));
    hops.clear();
    system.take_hops(hops);
    for (const Hop& hop : hops) {
      if (hop.from == 0 && !hop.reply) arrivals.push_back(hop);
    }
  }
  return arrivals;
}

bool same_moments(const std::vector<Hop>& a, const std::vector<Hop>& b) {
  bool same = a.size() == b.size();
  for (std::size_t i = 0; same && i < a.size(); ++i) {
    same = a[i].at == b[i].at && a[i].request == b[i].request;
  }
  return same;
}

}  // namespace

TEST_CASE("peak requests a second = users x requests a day x peak factor / 86,400") {
  CHECK(peak_rps(1'000'000, 20, 3) == doctest::Approx(694.444));
  Scenario scenario = one_box(0, 100);
  PartSpec& users = part(scenario, "users");
  users.settings = {number("users", 86'400), number("requests_per_user_day", 20),
                    number("peak_factor", 3)};
  const double offered = static_cast<double>(run(scenario).totals().counts.offered);
  CHECK(std::fabs(offered - 6000) < 4 * std::sqrt(6000));
}

TEST_CASE("what is planned for every shape of a day is what comes, on average") {
  for (const std::string_view shape : kShapes) {
    CAPTURE(shape);
    Scenario scenario = launch();
    set(scenario, "users", text("shape", std::string(shape)));
    set(scenario, "users", number("traffic", 1.5));
    // Bursts are few in so short a run: many runs' average.
    constexpr std::uint64_t kRuns = 20;
    double planned = 0;
    double came = 0;
    for (std::uint64_t seed = 1; seed <= kRuns; ++seed) {
      const System system = run(scenario, seed);
      for (const Sample& sample : system.series()) {
        came += static_cast<double>(sample.counts.offered);
        for (const LoadShape& load : load_shapes(system)) {
          planned +=
              load.expected_rps(tenfold::sim::from_seconds(sample.at_s - sample.span_s / 2)) *
              sample.span_s;
        }
      }
    }
    CHECK(planned > 0);
    const double tolerance = shape == "bursty" ? 0.5 : 0.02;
    CHECK(came == doctest::Approx(planned).epsilon(tolerance));
  }
}

TEST_CASE("a launch is quiet, climbs, holds its peak and falls back") {
  Scenario scenario = launch();
  set(scenario, "users", number("hold_s", 10));
  const System system = run(scenario);
  const auto between = [&](std::size_t from, std::size_t to) {
    std::uint64_t offered = 0;
    for (std::size_t second = from; second < to; ++second) {
      offered += system.series()[second].counts.offered;
    }
    return static_cast<double>(offered);
  };
  CHECK(between(0, 10) < 20);
  CHECK(between(10, 40) == doctest::Approx(10'000).epsilon(0.05));
  CHECK(between(40, 50) == doctest::Approx(6'667).epsilon(0.05));
  CHECK(between(50, 80) == doctest::Approx(10'000).epsilon(0.05));
}

TEST_CASE("a step is quiet until it comes, and then at its peak for ever") {
  Scenario scenario = launch();
  set(scenario, "users", text("shape", "step"));
  const System system = run(scenario);
  CHECK(system.series()[5].counts.offered < 10);
  for (const std::size_t second : {11U, 40U, 79U}) {
    CHECK(static_cast<double>(system.series()[second].counts.offered) ==
          doctest::Approx(667).epsilon(0.2));
  }
}

TEST_CASE("a day rises and falls as a sine does, from its night to its peak") {
  Scenario scenario = one_box(0, 400);
  scenario.links.pop_back();
  scenario.parts.pop_back();
  set(scenario, "users", number("users", 86'400));
  set(scenario, "users", number("requests_per_user_day", 100));
  set(scenario, "users", number("peak_factor", 2));
  set(scenario, "users", number("day_s", 100));
  set(scenario, "users", number("night_share", 0.1));
  set(scenario, "users", text("shape", "diurnal"));
  const System system = run(scenario);
  std::array<double, 10> tenths{};
  for (std::size_t second = 0; second < 400; ++second) {
    tenths[second % 100 / 10] += static_cast<double>(system.series()[second].counts.offered);
  }
  for (std::size_t i = 0; i < tenths.size(); ++i) {
    // The mean of 20 + 180 (1 - cos) / 2 over that tenth of the day.
    const double turn = 2 * 3.14159265358979;
    const double from = static_cast<double>(i) / 10;
    const double swing = (std::sin(turn * (from + 0.1)) - std::sin(turn * from)) / (turn * 0.1);
    const double expected = 40 * (20 + 180 * (1 - swing) / 2);
    CHECK(std::fabs(tenths[i] - expected) < 4 * std::sqrt(expected));
  }
}

TEST_CASE("bursts make counts as uneven as a Poisson process of two states is") {
  Scenario scenario = one_box(0, 60'000);
  scenario.links.pop_back();
  scenario.parts.pop_back();
  set(scenario, "app", number("queries", 0));
  set(scenario, "users", number("users", 86'400));
  set(scenario, "users", number("requests_per_user_day", 5));
  set(scenario, "users", number("peak_factor", 5));
  set(scenario, "users", number("calm_s", 4));
  set(scenario, "users", number("burst_s", 1));
  set(scenario, "users", text("shape", "bursty"));
  const System system = run(scenario);
  // Rates 5 and 25, left at 1/4 and 1 a second: the mean is (5 x 4 + 25) / 5 = 9, and the index of
  // dispersion tends to 1 + 2 s1 s2 (l1 - l2)^2 / ((s1 + s2)^2 (l1 s2 + l2 s1)) (Fischer and
  // Meier-Hellstern, 1993).
  const double dispersion = 1 + 2 * 0.25 * 1 * 400 / (1.25 * 1.25 * (5 * 1 + 25 * 0.25));
  double sum = 0;
  double squares = 0;
  constexpr double kWindow_s = 128;  // a whole number of samples, which last 16 s in so long a run
  const auto samples = static_cast<std::size_t>(kWindow_s / system.series().front().span_s);
  const std::size_t windows = system.series().size() / samples;
  for (std::size_t window = 0; window < windows; ++window) {
    double count = 0;
    for (std::size_t i = 0; i < samples; ++i) {
      count += static_cast<double>(system.series()[window * samples + i].counts.offered);
    }
    sum += count;
    squares += count * count;
  }
  const double mean = sum / static_cast<double>(windows);
  const double variance = squares / static_cast<double>(windows) - mean * mean;
  CHECK(mean == doctest::Approx(kWindow_s * 9).epsilon(0.03));
  CHECK(variance / mean == doctest::Approx(dispersion).epsilon(0.2));
}

TEST_CASE("a change in the middle of a burst leaves the bursts to come where they were") {
  Scenario scenario = one_box(0, 100);
  set(scenario, "users", number("users", 86'400));
  set(scenario, "users", number("requests_per_user_day", 5));
  set(scenario, "users", number("peak_factor", 40));
  set(scenario, "users", text("shape", "bursty"));
  const System before = run(scenario);
  scenario.changes = {{50, change("users", number("patience_ms", 1999))}};
  const System after = run(scenario);
  int alike = 0;
  for (std::size_t second = 0; second < 100; ++second) {
    const bool bursts = before.series()[second].counts.offered > 100;
    alike += bursts == (after.series()[second].counts.offered > 100) ? 1 : 0;
  }
  CHECK(alike >= 98);
}

TEST_CASE("the traffic slider multiplies the rate at once, and stops it at 0") {
  Scenario scenario = one_box(100, 30);
  scenario.changes = {{10, change("users", number("traffic", 3))},
                      {20, change("users", number("traffic", 0))}};
  const System system = run(scenario);
  const auto offered_in = [&](std::size_t from) {
    std::uint64_t offered = 0;
    for (std::size_t second = from; second < from + 10; ++second) {
      offered += system.series()[second].counts.offered;
    }
    return offered;
  };
  CHECK(offered_in(0) == doctest::Approx(1000).epsilon(0.15));
  CHECK(offered_in(10) == doctest::Approx(3000).epsilon(0.1));
  CHECK(offered_in(20) == 0);
}

TEST_CASE("twins meet the same users at the same moments, whatever else differs") {
  const std::vector<Hop> before = arrivals_of(one_box(100, 10), 5);
  CHECK(before.size() > 800);
  CHECK(same_moments(before, arrivals_of(two_boxes(100, 10), 5)));
  Scenario bigger = one_box(100, 10);
  set(bigger, "box", text("size", "general-16"));
  bigger.changes = {{3, kill("data")}};
  CHECK(same_moments(before, arrivals_of(bigger, 5)));
  CHECK_FALSE(same_moments(before, arrivals_of(one_box(100, 10), 6)));
}

TEST_CASE("a request needs the same computing in both twins") {
  // With nothing to wait for, the only difference between the two runs is the network.
  Scenario together = one_box(2, 300);
  Scenario apart = two_boxes(2, 300);
  const double together_ms = run(together).totals().latency_ns.mean_ns() / 1e6;
  const double apart_ms = run(apart).totals().latency_ns.mean_ns() / 1e6;
  CHECK(apart_ms - together_ms == doctest::Approx(1.5).epsilon(0.03));
}

TEST_CASE("a user looks the name up once in its lifetime") {
  Scenario scenario = one_box(100, 20);
  // 50 users who make 100 requests a second between them.
  set(scenario, "users", number("users", 50));
  set(scenario, "users", number("requests_per_user_day", 8'640));
  set(scenario, "users", number("peak_factor", 20));
  scenario.parts.push_back({"dns", "dns", "DNS", {}, {number("ttl_s", 3600)}});
  scenario.links.push_back({"users", "dns", 10});
  const System system = run(scenario);
  CHECK(system.totals().counts.failed == 0);
  const PartState dns = state_of(system, "dns");
  // A few ask twice before the first answer is there.
  CHECK(dns.mean_in_system * 20 / (dns.mean_time_ms / 1000) == doctest::Approx(55).epsilon(0.2));
  CHECK(dns.mean_time_ms == doctest::Approx(50).epsilon(0.4));
}

TEST_CASE("nobody comes at a rate next to nothing, and time does not run backwards") {
  Scenario scenario = one_box(100, 20);
  scenario.changes = {{10, change("users", number("requests_per_user_day", 1e-17))}};
  const System system = run(scenario);
  CHECK(system.totals().counts.offered > 500);
  CHECK(system.series().back().counts.offered == 0);
}

TEST_CASE("an address is remembered for as long when the DNS stands behind a limiter") {
  Scenario scenario = one_box(100, 20);
  scenario.parts.push_back({"dns", "dns", "DNS", {}, {number("ttl_s", 3600)}});
  scenario.links.push_back({"users", "dns", 10});
  const System alone = run(scenario);
  scenario.parts.push_back({"limit", "rate_limiter", "Limit", {}, {}});
  scenario.links.back() = {"users", "limit", 10};
  scenario.links.push_back({"limit", "dns"});
  const System behind = run(scenario);
  CHECK(state_of(behind, "dns").arrivals == state_of(alone, "dns").arrivals);
}

}  // namespace tenfold::model::test
