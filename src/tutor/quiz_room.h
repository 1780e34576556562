// The quiz over the whole bank: setting it up, and what came out.
#pragma once

#include <string>
#include <vector>

#include "tutor/tutor.h"

namespace tenfold::tutor {

// The questions of a stage, or of all; in the order of the lessons.
std::vector<QuizItem> bank(const Tutor& tutor, int stage);

void begin_quiz(Tutor& tutor);    // as it is set up
void begin_missed(Tutor& tutor);  // the ones that were missed in the quiz that is over
void leave_quiz(Tutor& tutor);    // back to the set-up

struct StageScore {
  int stage = 0;
  int asked = 0;
  int right = 0;  // at once
};

struct Misbelief {
  std::string misconception;
  std::vector<int> stages;  // whose questions spoke of it
  int times = 0;
};

struct QuizResults {
  int asked = 0;
  int right = 0;        // at once
  int right_later = 0;  // when they came back
  std::vector<StageScore> stages;
  std::vector<Misbelief> misbeliefs;  // the most frequent first
};
QuizResults results_of(const Quiz& quiz);

}  // namespace tenfold::tutor
