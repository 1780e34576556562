// Judging an answer to a question.
#pragma once

#include <vector>

#include "lesson/question.h"
#include "tutor/job.h"
#include "tutor/quiz_state.h"

namespace tenfold::tutor {

// Fills in the state what was right. `trials`: what those of a computed question came to.
void judge(const lesson::Question& question, QuestionState& state,
           const std::vector<JobResult>& trials);

}  // namespace tenfold::tutor
