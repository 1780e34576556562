// Scale up or out, argued and checked: every answer is run under the conditions that the learner
// sets, and under each condition changed alone. So it is seen which answers hold, up to where, and
// which condition really decides.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lesson/room.h"
#include "tutor/jobs.h"

namespace tenfold::tutor {

// One answer under one set of conditions.
struct WeighRun {
  int answer = 0;
  std::vector<int> options;  // by condition
  Ticket job;                // judged by the goals that the options bring

  const std::vector<model::GoalResult>& results() const { return job->result->goals; }
  bool met() const { return model::all_met(results()); }
};

struct WeighingState {
  int weighing = -1;         // -1: none open
  std::vector<int> options;  // by condition
  int answer = -1;           // what the learner says
  int reason = -1;           // the condition that decides, as the learner says
  bool judging = false;      // runs are being made, or are made
  std::vector<WeighRun> runs;
  bool judged() const;
};

WeighingState begin_weighing(const lesson::Room& room, int weighing);
// Asks for the runs that it takes to judge.
void ask_for_weighing(WeighingState& state, const lesson::Weighing& weighing, std::uint64_t seed,
                      Jobs& jobs);

// With one condition at another option; the chosen one for the conditions as they are. REQUIRES:
// judged.
const WeighRun* find_run(const WeighingState& state, int answer, int condition, int option);
// Whether another option of this condition alone would change which answers hold.
bool decides(const WeighingState& state, const lesson::Weighing& weighing, int condition);

model::Scenario weighed(const lesson::Weighing& weighing, int answer,
                        const std::vector<int>& options);
std::vector<model::Goal> weighed_goals(const lesson::Weighing& weighing,
                                       const std::vector<int>& options);

}  // namespace tenfold::tutor
