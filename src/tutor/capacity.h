// Capacity on the back of an envelope: from people to requests a second, to servers, to dollars a
// month, with one bigger machine and with more small ones. No queue is simulated here: `target` is
// the share of CPU that is planned for, so that there is room for the queue's bad moments.
#pragma once

#include "model/catalogue.h"

namespace tenfold::tutor {

struct CapacityPlan {
  double users = 0;
  double requests_per_user_day = 0;
  double peak_factor = 1;
  double cpu_ms = 1;    // CPU time of one request
  double target = 0.6;  // share of the CPUs that may be busy at the peak, in (0, 1]
};

// users × requests per user per day × peak factor ÷ 86,400.
double requests_per_second(const CapacityPlan& plan);
// What a machine can answer: CPUs × 1000 ÷ cpu_ms × target.
double machine_rps(const model::MachineSize& size, const CapacityPlan& plan);

struct ScaledUp {
  const model::MachineSize* size = nullptr;  // nullptr: no machine is big enough
  double dollars = 0;                        // a month
  double busy = 0;                           // share of its CPUs at the peak
};
// The cheapest machine of the general family that is enough.
ScaledUp scale_up(const CapacityPlan& plan);

struct ScaledOut {
  const model::MachineSize* size = nullptr;  // of each: the smallest of the family
  int servers = 0;
  double dollars = 0;  // a month, with the balancer
  double busy = 0;
};
// As many of the smallest machine as are enough, behind a load balancer where there are several.
ScaledOut scale_out(const CapacityPlan& plan);

// How many users the machine has room for after which scaling out is first cheaper than the next
// size up, or the only way.
double crossover_users(const CapacityPlan& plan);

// Little's law, L = λ · W, read both ways.
double inside(double rate_rps, double time_ms);  // how many are in the system at once
double most_rps(double places, double time_ms);  // what so many workers can answer
double balancer_dollars();                       // a month, of the model's balancer

}  // namespace tenfold::tutor
