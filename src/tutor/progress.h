// What a learner has done, as one short text to be stored. No account, no server. All tabs of a
// browser share the text: each reads it once more before it writes, and adds what it has of its
// own.
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
  // Of no use here, and written back as they were read, for the program that knows them:
  std::string header;   // a later version's; empty: ours
  std::string unknown;  // lines, in their order
};

// The entry of a stage, or of a question as it is now; made where there is none yet.
StageProgress& entry_of(Progress& progress, int stage);
AnswerProgress& entry_of(Progress& progress, std::string_view question, std::uint32_t content);

std::string write_progress(const Progress& progress);

struct ReadProgress {
  Progress progress;
  std::string fault;  // empty when all was understood; otherwise a sentence for the learner
};
// Never throws anything away: what it cannot read is kept as `header` and `unknown`.
ReadProgress read_progress(std::string_view text);

// What there is after a tab read `base`, came to `mine`, and found that others had stored `stored`
// since. Nothing that either side noted is lost: a stage is as far as it was in either, and what
// the others counted after `base` comes on top of mine. So, with tabs that write by turns, each
// answer is counted once; and where the stored text was cleared, or written over by one that knew
// less, mine still stands. What nobody here knows is as others stored it, since no tab makes any.
Progress merged(const Progress& mine, Progress base, const Progress& stored);

}  // namespace tenfold::tutor
