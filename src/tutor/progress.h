// What a learner has done, as one short text to be stored. No account, no server.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::tutor {

struct StageProgress {
  int stage = 0;
  int step = 0;  // furthest Step
  bool challenge_met = false;
  bool finished = false;
};

struct AnswerProgress {
  std::string question;       // id
  std::uint32_t content = 0;  // of the question that was answered: a changed one is another
  int right = 0;
  int wrong = 0;
};

struct Progress {
  std::vector<StageProgress> stages;
  std::vector<AnswerProgress> answers;
};

std::string write_progress(const Progress& progress);

struct ReadProgress {
  Progress progress;
  std::string fault;  // empty when all was read; otherwise what could not be and why
};
// Never throws away what it can read.
ReadProgress read_progress(std::string_view text);

}  // namespace tenfold::tutor
