// Questions as they are put to the learner: those at a lesson's end, and those of the quiz.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tutor/drawing.h"
#include "tutor/facts.h"
#include "tutor/jobs.h"

namespace tenfold::tutor {

struct QuestionState {
  int round = 0;             // of a computed one: which fresh values
  std::vector<int> order;    // shown position → option; of an order question: as it was arranged
  std::vector<bool> marked;  // by option
  std::string typed;         // number
  Drawing drawing;           // draw
  bool given = false;        // the answer stands; a computed one waits for its runs
  bool answered = false;     // judged
  bool right = false;
  bool hint = false;
  bool again = false;                       // was wrong once: it comes, or came, back
  Facts facts;                              // fresh values; once answered its runs' too
  std::vector<bool> truth;                  // once answered: by option, whether it is right
  std::string verdict;                      // the lesson's words on this answer, where it has any
  std::vector<std::string> misconceptions;  // that the wrong answers spoke of
};

struct QuizItem {
  int stage = 0;
  int question = 0;  // index into the lesson's
};

// A session of questions.
struct Quiz {
  std::uint64_t seed = 1;
  bool feedback_at_end = false;       // then nothing is said of an answer, and none comes back
  std::vector<QuizItem> items;        // what is asked
  std::vector<QuestionState> states;  // by item
  std::vector<int> asking;            // items in the order asked, wrong ones once more at the end
  int asked = 0;                      // position in `asking`
  std::vector<Ticket> trials;         // the runs that answer the question asked now

  bool over() const { return static_cast<std::size_t>(asked) >= asking.size(); }
};

}  // namespace tenfold::tutor
