// What happens to a system that gets more than it can do: queues, refusals, work in vain.
#include <doctest/doctest.h>

#include <algorithm>

#include "systems.h"

namespace tenfold::model::test {

TEST_CASE("a system with room to spare answers everyone at once") {
  const System system = run(one_box(100));
  CHECK(system.totals().counts.failed == 0);
  CHECK(state_of(system, "box").health == Health::up);
  // 40 ms on the way, 4.5 ms of computing, and next to no waiting.
  CHECK(system.totals().latency_ns.quantile_ns(0.5) / 1e6 < 50);
}

TEST_CASE("more than the processors can do makes the queue grow until it refuses") {
  Scenario scenario = one_box(600);
  set(scenario, "users", number("patience_ms", 60'000));
  const System system = run(scenario);
  const auto& series = system.series();
  CHECK(series[3].waiting[2] > series[1].waiting[2]);
  CHECK(failed_in_second(system, 1, Failure::queue_full) == 0);
  CHECK(failed_by(system, Failure::queue_full) > 0);
  CHECK(state_of(system, "app").waiting > 900);
  CHECK(state_of(system, "app").health == Health::overloaded);
  // 4.5 ms of computing each on two processors: 444 a second go through, whatever comes.
  CHECK(static_cast<double>(system.totals().counts.good) / 20 ==
        doctest::Approx(2000 / 4.5).epsilon(0.05));
}

TEST_CASE("utilisation passes 80 % seconds before the first request fails") {
  const System system = run(launch());
  double strained_s = 1e9;
  double failed_s = 1e9;
  for (const Sample& sample : system.series()) {
    if (sample.utilisation[1] >= 0.8F) strained_s = std::min(strained_s, sample.at_s);
    if (sample.counts.failed > 0) failed_s = std::min(failed_s, sample.at_s);
  }
  CHECK(strained_s + 5 <= failed_s);
  CHECK(failed_s < 80);
}

TEST_CASE("work for users who have left keeps the processors busy in vain") {
  Scenario scenario = launch();
  set(scenario, "users", number("patience_ms", 1000));
  const System in_vain = run(scenario);
  // At the worst moment every processor is busy and hardly anyone gets an answer in time.
  const auto worst = std::min_element(
      in_vain.series().begin() + 35, in_vain.series().begin() + 45,
      [](const Sample& a, const Sample& b) { return a.counts.good < b.counts.good; });
  CHECK(worst->utilisation[1] > 0.95F);
  CHECK(worst->counts.good < 20);

  set(scenario, "users", number("cancel_abandoned", 1));
  const System dropped = run(scenario);
  CHECK(good_share(dropped) > good_share(in_vain) + 0.1);
}

TEST_CASE("a shorter timeout does not help an overloaded system") {
  Scenario scenario = launch();
  const double patient = good_share(run(scenario));
  set(scenario, "users", number("patience_ms", 500));
  CHECK(good_share(run(scenario)) < patient);
}

TEST_CASE("a bigger machine answers what a small one could not") {
  Scenario scenario = launch();
  CHECK(good_share(run(scenario)) < 0.7);
  set(scenario, "box", text("size", "general-4"));
  CHECK(good_share(run(scenario)) > 0.999);
}

TEST_CASE("once the crowd has gone the system answers everyone again") {
  Scenario scenario = launch();
  scenario.duration_s = 120;
  const System system = run(scenario);
  const Sample& last = system.series().back();
  CHECK(last.counts.failed == 0);
  CHECK(state_of(system, "app").waiting == 0);
  CHECK(state_of(system, "box").health == Health::up);
}

TEST_CASE("a queue that is too long for the users' patience fails more than a short one") {
  Scenario scenario = launch();
  const double long_queue = good_share(run(scenario));
  set(scenario, "app", number("queue_limit", 200));
  CHECK(good_share(run(scenario)) > long_queue + 0.1);
}

}  // namespace tenfold::model::test
