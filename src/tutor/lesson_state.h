// The lesson being taught and how far the learner has come in it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "model/trace.h"
#include "tutor/drawing.h"
#include "tutor/facts.h"
#include "tutor/quiz_state.h"
#include "tutor/run.h"

namespace tenfold::tutor {

enum class Step : std::uint8_t {
  hook,
  walk,
  predict,
  run,
  compare,
  explain,
  challenge,
  worse,
  questions,
  next,
};
inline constexpr int kSteps = 10;
std::string_view step_name(Step step);   // "hook", …; what ?step= takes
std::string_view step_title(Step step);  // "The failing system", …
std::optional<Step> step_named(std::string_view name);

// A run made out of sight, so that texts have their numbers and changes their proof. All but the
// repeats have the lesson's seed.
struct SideRun {
  enum class Use : std::uint8_t {
    untouched,         // the lesson's system: facts without a prefix
    fixed,             // facts under "fix."
    worse,             // facts under "worse."
    repeat_untouched,  // other seeds, to know how much runs differ anyway
    repeat_fixed,
    other_choice,  // the challenge with one decision taken differently
  };
  Use use = Use::untouched;
  Ticket job;
  bool done = false;  // what it came to has been taken in
  int decision = -1;  // of other_choice
  int option = -1;
};

struct PredictionState {
  int chosen = -1;       // option; -1: not yet
  Drawing drawing;       // where it is drawn
  bool skipped = false;  // "just show me"
  int outcome = -1;      // option that came out; -1: not known yet
  std::string feedback;  // depends on the pair

  bool is_said() const { return chosen >= 0 || drawing.drew; }
  bool is_settled() const { return outcome >= 0 || !drawing.run.empty(); }
};

struct DebriefLine {
  std::string text;  // a number from the run and when it happened
  // That moment, in seconds after the run's start; none where it did not happen.
  std::optional<double> at_s = {};
  std::string part = {};  // the id of the part that it speaks of; empty: of none
};

struct ChallengeState {
  std::vector<int> chosen;  // option by decision
  int hints = 0;            // how many are open
  bool ran = false;
  bool met = false;
  std::string verdict;  // the lesson's words, with the numbers of the learner's run
  std::vector<model::GoalResult> results;
  std::vector<DebriefLine> debrief;
  std::string best_change;  // the one change that would have helped most; empty when met
};

struct WalkState {
  int stop = -1;                   // index into stops; -1 before the first
  std::vector<model::Span> spans;  // of the followed request, in the order of beginning
  std::vector<int> span_of_stop;   // index into spans for each stop, -1 where it has none
};

struct ComparisonRow {
  std::string name;  // "Answered in time"
  std::string before;
  std::string after;
  std::string change;  // "no difference" when within run-to-run noise
};

// How many of the further pairs of runs, which tell a difference from chance, are made.
struct Measuring {
  int made = 0;
  int wanted = 0;  // 0: not known yet
};

struct LessonState {
  bool open = false;
  int index = 0;  // into Tutor::lessons
  std::uint64_t seed = 1;
  Step step = Step::hook;  // furthest step open; earlier ones stay readable
  PredictionState prediction;
  WalkState walk;
  Run run;
  std::vector<SideRun> side_runs;
  Facts facts;  // of the lesson's untouched run; fix's under "fix.", worse's under "worse."
  std::vector<double> curve;  // of that run, where the prediction is drawn
  std::vector<ComparisonRow> comparison;
  Measuring measuring;
  ChallengeState challenge;
  Quiz quiz;  // its questions
};

}  // namespace tenfold::tutor
