// Machines by their prices: the smallest that is enough, or as many small ones as it takes.
#include "tutor/capacity.h"

#include <algorithm>
#include <cmath>

#include "model/scenario.h"

namespace tenfold::tutor {
namespace {

// Sizes that differ in nothing but how much of everything they have, the cheapest first.
bool is_general(const model::MachineSize& size) { return size.name.starts_with("general-"); }

const model::MachineSize& smallest() {
  const auto sizes = model::machine_sizes();
  return *std::find_if(sizes.begin(), sizes.end(), is_general);
}

}  // namespace

double requests_per_second(const CapacityPlan& plan) {
  return model::peak_rps(plan.users, plan.requests_per_user_day, plan.peak_factor);
}

double machine_rps(const model::MachineSize& size, const CapacityPlan& plan) {
  return size.cpus * 1000 / plan.cpu_ms * plan.target;
}

ScaledUp scale_up(const CapacityPlan& plan) {
  const double rate = requests_per_second(plan);
  ScaledUp best;
  for (const model::MachineSize& size : model::machine_sizes()) {
    if (!is_general(size) || machine_rps(size, plan) < rate) continue;
    if (best.size == nullptr || size.dollars_month < best.dollars) {
      best = {&size, size.dollars_month, rate / machine_rps(size, plan) * plan.target};
    }
  }
  return best;
}

ScaledOut scale_out(const CapacityPlan& plan) {
  const double rate = requests_per_second(plan);
  const model::MachineSize& size = smallest();
  // A hair's breadth of rounding is no reason to rent another server.
  const double needed = std::ceil(rate / machine_rps(size, plan) - 1e-9);
  ScaledOut out{.size = &size, .servers = static_cast<int>(std::clamp(needed, 1.0, 1e9))};
  out.dollars = out.servers * size.dollars_month + (out.servers > 1 ? balancer_dollars() : 0);
  out.busy = rate / (out.servers * machine_rps(size, plan)) * plan.target;
  return out;
}

double crossover_users(const CapacityPlan& plan) {
  // Scaling up gets dearer only where a size is full, so it is enough to look just past each limit.
  CapacityPlan past = plan;
  for (const model::MachineSize& size : model::machine_sizes()) {
    if (!is_general(size)) continue;
    past.users = 1;
    const double limit = machine_rps(size, past) / requests_per_second(past);
    past.users = limit * 1.0001;
    const ScaledUp up = scale_up(past);
    if (up.size == nullptr || scale_out(past).dollars < up.dollars) return limit;
  }
  return 0;
}

double inside(double rate_rps, double time_ms) { return rate_rps * time_ms / 1000; }

double most_rps(double places, double time_ms) { return places * 1000 / time_ms; }

double balancer_dollars() {
  const model::KindInfo* kind = model::find_kind("load_balancer");
  return model::find_parameter(*kind, "dollars_month")->initial;
}

}  // namespace tenfold::tutor
