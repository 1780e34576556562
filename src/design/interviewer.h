// What an interviewer would say of how a design came about: start simple, estimate, evolve, stop.
#pragma once

#include <string>
#include <vector>

#include "lesson/problem.h"

namespace tenfold::design {

// How somebody went about it.
struct Talk {
  std::vector<std::string> asked;  // ids of the questions put
  int sums_tried = 0;
  int sums_right = 0;
  int tries_before_met = 0;  // verdicts at this level that were not met, before one was
  bool is_met = false;
  std::size_t needless = 0;  // parts and sizes that were not needed
  double cost = 0;           // $ a month
};

// Sentences, the praise first. What was done as it should be is praised in one word.
std::vector<std::string> interviewers_words(const lesson::Problem& problem,
                                            const lesson::Level& level, const Talk& talk);

}  // namespace tenfold::design
