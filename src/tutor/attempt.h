// An attempt at a design problem: what was asked, what was estimated, at which level it is, and the
// verdict on what was built, whose runs are made out of sight.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "design/interviewer.h"
#include "design/verdict.h"
#include "lesson/problem.h"
#include "tutor/jobs.h"

namespace tenfold::tutor {

// A problem's file, or why it cannot be shown.
struct ProblemEntry {
  lesson::Problem problem;
  std::string file;
  std::vector<lesson::FileFault> faults;
  bool usable() const { return faults.empty(); }
};

struct Attempt {
  const ProblemEntry* entry = nullptr;
  std::size_t level = 0;
  std::vector<bool> asked;           // by question
  std::vector<std::string> answers;  // by sum, as typed; empty: not tried
  int tries = 0;                     // verdicts at this level that were not met
  std::unique_ptr<design::Verdict> verdict;
  std::vector<Ticket> tickets;  // of the verdict's present round; none: it is there

  const lesson::Problem& problem() const { return entry->problem; }
  const lesson::Level& at() const { return problem().levels[level]; }
  bool is_judging() const { return !tickets.empty(); }
  // How many runs of how many at most are made.
  std::size_t runs_made() const;
};

inline namespace later {

Attempt begin_attempt(const ProblemEntry& entry);
// The number that a sum comes to at this level; 0: it is not asked there.
double value_of(const Attempt& attempt, std::size_t sum);
bool is_right(const Attempt& attempt, std::size_t sum);

// Asks for the runs of a verdict on this design, in place of those that are under way.
void judge_design(Attempt& attempt, Jobs& jobs, const model::Scenario& design);
void stop_judging(Attempt& attempt);
// Takes in what the runs came to and asks for those of the next round.
void go_on_judging(Attempt& attempt, Jobs& jobs);

std::vector<std::string> words_on(const Attempt& attempt);  // an interviewer's

}  // namespace later
}  // namespace tenfold::tutor
