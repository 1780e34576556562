// What the simulator says to a computed question: the answer is found by running, not written down.
#pragma once

#include <vector>

#include "lesson/lesson.h"
#include "tutor/job.h"

namespace tenfold::tutor {

// The round's fresh values, by name.
Facts fresh_facts(const lesson::Question& question, int round);

// The runs that answer it: one; of a weak point's one for each part that dies.
// REQUIRES: a computed question of the lesson, one of its rounds.
std::vector<Job> trials_of(const lesson::Lesson& lesson, const lesson::Question& question,
                           int round, std::uint64_t seed);

struct Outcome {
  Facts facts;  // of the run; of a weak point's runs: "dead.PART.good_share", "….failed"
  std::vector<bool> right;    // by option
  std::vector<double> value;  // what decided: one number, one an option, or one a moment of a curve
};

// REQUIRES: what trials_of this question came to, in that order.
Outcome outcome_of(const lesson::Question& question, const std::vector<JobResult>& trials);

}  // namespace tenfold::tutor
