// What the simulator says to a computed question: the answer is found by running, not written down.
#pragma once

#include <vector>

#include "lesson/lesson.h"
#include "tutor/quiz_state.h"

namespace tenfold::tutor {

// The round's fresh values, by name.
Facts fresh_facts(const lesson::Question& question, int round);

// The runs that answer it: one; of a weak point's one for each part that dies.
// REQUIRES: a computed question of the lesson, one of its rounds.
std::vector<Trial> trials_of(const lesson::Lesson& lesson, const lesson::Question& question,
                             int round);

// Runs it on by about so many events.
void work_on(Trial& trial, std::uint64_t seed, std::uint64_t most_events);

struct Outcome {
  Facts facts;  // of the run; of a weak point's runs: "dead.PART.good_share", "….failed"
  std::vector<bool> right;    // by option
  std::vector<double> value;  // what decided: one number, one an option, or one a point of a curve
};

// REQUIRES: trials_of this question, all done.
Outcome outcome_of(const lesson::Question& question, const std::vector<Trial>& trials);

}  // namespace tenfold::tutor
