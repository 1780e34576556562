// Interview practice: the learner puts moves into an order and says why; feedback names what was
// skipped, what came too early and what was too much.
#pragma once

#include <string>
#include <vector>

#include "lesson/room.h"

namespace tenfold::tutor {

struct SaidMove {
  int move = 0;     // index into the interview's moves
  int reason = -1;  // index into its reasons; -1: none given
};

struct InterviewState {
  int interview = -1;        // -1: none chosen
  std::vector<int> offered;  // the moves in the order they are offered in, shuffled
  std::vector<SaidMove> said;
  bool done = false;
  bool timed = false;
  double left_s = 0;  // below 0: over time
};

InterviewState begin_interview(const lesson::Room& room, int interview, std::uint64_t seed);
bool was_said(const InterviewState& state, int move);

struct InterviewLine {
  bool good = false;
  std::string text;
};
// What to think of the moves that were said: first what was right, then each that was skipped, too
// early, badly argued or too much.
std::vector<InterviewLine> judge_interview(const lesson::Interview& interview,
                                           const std::vector<SaidMove>& said);

}  // namespace tenfold::tutor
