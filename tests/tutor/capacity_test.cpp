// The calculator against cases worked by hand.
#include "tutor/capacity.h"

#include <doctest/doctest.h>

namespace {

using namespace tenfold::tutor;

// 500 requests a second keep a server of 2 CPUs 60 % busy: 2 × 0.6 s of CPU for 500 requests is
// 2.4 ms each.
CapacityPlan worked_example(double requests_per_second) {
  return {.users = 86'400,
          .requests_per_user_day = requests_per_second,
          .peak_factor = 1,
          .cpu_ms = 2.4,
          .target = 0.6};
}

}  // namespace

TEST_CASE("people become requests by the rule of the journey") {
  CHECK(requests_per_second({100'000, 20, 3}) == doctest::Approx(69.44).epsilon(0.001));
  CHECK(requests_per_second({120'000, 240, 15}) == doctest::Approx(5'000));
  CHECK(requests_per_second(worked_example(500)) == doctest::Approx(500));
}

TEST_CASE("500 requests a second on one small server, 5,000 on ten of them and a balancer") {
  const ScaledOut now = scale_out(worked_example(500));
  CHECK(now.servers == 1);
  CHECK(now.dollars == 30);
  CHECK(now.busy == doctest::Approx(0.6));
  const ScaledOut grown = scale_out(worked_example(5'000));
  CHECK(grown.servers == 10);
  CHECK(grown.dollars == 300 + balancer_dollars());
  CHECK(grown.busy == doctest::Approx(0.6));
}

TEST_CASE("5,000 requests a second fit 16 CPUs at 75 %, but not at 60 %") {
  CapacityPlan plan = worked_example(5'000);
  CHECK(scale_up(plan).size->name == "general-64");
  plan.target = 0.75;
  const ScaledUp up = scale_up(plan);
  CHECK(up.size->name == "general-16");
  CHECK(up.dollars == 560);
  CHECK(up.busy == doctest::Approx(0.75));
}

TEST_CASE("no machine is big enough above the largest, and more small ones still are") {
  const CapacityPlan plan = worked_example(50'000);
  CHECK(scale_up(plan).size == nullptr);
  CHECK(scale_out(plan).servers == 100);
}

TEST_CASE("prices cross where the smallest machine is full") {
  CapacityPlan plan = worked_example(500);
  plan.requests_per_user_day = 500;
  const double crossover = crossover_users(plan);
  CHECK(crossover == doctest::Approx(86'400));
  plan.users = crossover * 0.99;
  CHECK(scale_up(plan).dollars <= scale_out(plan).dollars);
  plan.users = crossover * 1.01;
  CHECK(scale_up(plan).dollars > scale_out(plan).dollars);
}

TEST_CASE("Little's law, both ways") {
  CHECK(inside(500, 80) == doctest::Approx(40));
  CHECK(most_rps(32, 80) == doctest::Approx(400));
  CHECK(most_rps(inside(123, 45), 45) == doctest::Approx(123));
}
