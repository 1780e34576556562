// What a challenge run comes to: its numbers with their times, and the choice that would have
// changed most.
#pragma once

#include <string>
#include <vector>

#include "tutor/lesson_state.h"

namespace tenfold::tutor {

// How many of a run's requests failed, since when and why; the reasons add up to the failures.
std::string failures_in_words(const Facts& facts);

// The lesson's words for a challenge that was met or missed; a run that missed nothing but the
// budget is told that instead, as the lesson speaks of requests.
std::string verdict(const lesson::Challenge& challenge,
                    const std::vector<model::GoalResult>& results, const Facts& facts);

// At least three lines.
std::vector<DebriefLine> debrief(const Facts& facts, const model::Scenario& scenario);

// How far goals were missed: first by how many, then by how much in proportion to their limits.
struct Miss {
  int goals = 0;
  double distance = 0;
  friend auto operator<=>(const Miss&, const Miss&) = default;
};
Miss miss_of(const std::vector<model::GoalResult>& results);

// A sentence from the runs that took one decision differently, all of them done.
std::string best_change(const lesson::Challenge& challenge,
                        const std::vector<model::GoalResult>& made,
                        const std::vector<const SideRun*>& others);

}  // namespace tenfold::tutor
