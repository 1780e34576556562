// A run is asked for when the step before needs it, so that it is there in time.
#include "tutor/side_runs.h"

#include <algorithm>

#include "sim/random.h"
#include "tutor/comparison.h"
#include "tutor/debrief.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
namespace {

using Use = SideRun::Use;

// How many further pairs of runs the comparison may cost, by what one pair costs.
constexpr int kMostRepeats = 4;
constexpr int kFewestRepeats = 2;
constexpr std::uint64_t kCheapPair = 8'000'000;  // events

const SideRun* find_run(const LessonState& at, Use use) {
  const auto found = std::find_if(at.side_runs.begin(), at.side_runs.end(),
                                  [use](const SideRun& run) { return run.use == use; });
  return found == at.side_runs.end() ? nullptr : &*found;
}

SideRun& ask_for(Tutor& tutor, Use use, Job job) {
  SideRun& run = tutor.at.side_runs.emplace_back();
  run.use = use;
  run.job = tutor.jobs.ask(std::move(job), Jobs::Turn::last);
  return run;
}

void ask_once(Tutor& tutor, Use use, Job job) {
  if (find_run(tutor.at, use) != nullptr) return;
  job.seed = tutor.at.seed;
  ask_for(tutor, use, std::move(job));
}

void ask_for_repeats(Tutor& tutor, std::uint64_t pair_events) {
  LessonState& at = tutor.at;
  at.measuring.wanted = pair_events < kCheapPair ? kMostRepeats : kFewestRepeats;
  Job untouched{.scenario = find_run(at, Use::untouched)->job->job.scenario};
  Job fixed{.scenario = find_run(at, Use::fixed)->job->job.scenario};
  for (int i = 0; i < at.measuring.wanted; ++i) {
    untouched.seed = fixed.seed = sim::mix64(at.seed + static_cast<std::uint64_t>(i) + 1);
    ask_for(tutor, Use::repeat_untouched, untouched);
    ask_for(tutor, Use::repeat_fixed, fixed);
  }
}

// The pairs of runs with the same seed, as far as they are made.
std::vector<FactPair> pairs_of(const LessonState& at, Use before, Use after) {
  std::vector<FactPair> pairs;
  for (const SideRun& first : at.side_runs) {
    for (const SideRun& second : at.side_runs) {
      if (first.use != before || second.use != after || !first.done || !second.done) continue;
      if (first.job->job.seed != second.job->job.seed) continue;
      pairs.push_back({&first.job->result->facts, &second.job->result->facts});
    }
  }
  return pairs;
}

void refresh_comparison(LessonState& at) {
  std::vector<FactPair> pairs = pairs_of(at, Use::untouched, Use::fixed);
  const std::vector<FactPair> repeats = pairs_of(at, Use::repeat_untouched, Use::repeat_fixed);
  at.measuring.made = static_cast<int>(repeats.size());
  // All repeats or none: rows should not change their mind while one reads.
  if (at.measuring.made == at.measuring.wanted) {
    pairs.insert(pairs.end(), repeats.begin(), repeats.end());
  }
  at.comparison = compare(pairs);
}

// What the hook shows: the system at its worst moment.
void show_worst_moment(LessonState& at) {
  const Fact* worst = find_fact(at.facts, "peak_in_system_at");
  if (at.step == Step::hook && worst != nullptr) {
    go_to(at.run, sim::from_seconds(worst->value + 1));
  }
}

void judge_other_choices(LessonState& at, const lesson::Lesson& lesson) {
  std::vector<const SideRun*> others;
  for (const SideRun& run : at.side_runs) {
    if (run.use != Use::other_choice) continue;
    if (!run.done) return;
    others.push_back(&run);
  }
  at.challenge.best_change = best_change(lesson.challenge, at.challenge.results, others);
}

// By its place in the list, which may grow.
void take_in(Tutor& tutor, std::size_t index) {
  LessonState& at = tutor.at;
  at.side_runs[index].done = true;
  const Use use = at.side_runs[index].use;
  const JobResult& result = *at.side_runs[index].job->result;
  switch (use) {
    case Use::untouched:
      add_facts(at.facts, "", result.facts);
      at.curve = result.curve;
      show_worst_moment(at);
      break;
    case Use::fixed:
      add_facts(at.facts, "fix.", result.facts);
      break;
    case Use::worse:
      add_facts(at.facts, "worse.", result.facts);
      return;
    case Use::other_choice:
      judge_other_choices(at, current(tutor));
      return;
    case Use::repeat_untouched:
    case Use::repeat_fixed:
      break;
  }
  const SideRun* fixed = find_run(at, Use::fixed);
  const bool know_pair = fixed != nullptr && fixed->done && find_run(at, Use::untouched)->done;
  if (know_pair && at.measuring.wanted == 0) {
    ask_for_repeats(tutor, 2 * fixed->job->result->events);
  }
  refresh_comparison(at);
}

}  // namespace

void ask_for_untouched(Tutor& tutor) {
  tutor.at.comparison = compare({});
  const lesson::Lesson& lesson = current(tutor);
  ask_once(tutor, Use::untouched,
           {.scenario = lesson.scenario,
            .series = lesson.predict.curve.series,
            .at_s = moments_of(lesson.predict.curve)});
}

void ask_for_fixed(Tutor& tutor) {
  ask_once(tutor, Use::fixed, {.scenario = lesson::fixed_scenario(current(tutor))});
}

void ask_for_worse(Tutor& tutor) {
  ask_once(tutor, Use::worse, {.scenario = lesson::worse_scenario(current(tutor))});
}

void ask_for_other_choices(Tutor& tutor) {
  LessonState& at = tutor.at;
  drop_other_choices(at);
  const lesson::Challenge& challenge = current(tutor).challenge;
  const std::vector<lesson::Decision>& decisions = challenge.decisions;
  for (std::size_t d = 0; d < decisions.size(); ++d) {
    for (std::size_t o = 0; o < decisions[d].options.size(); ++o) {
      std::vector<int> chosen = at.challenge.chosen;
      if (chosen[d] == static_cast<int>(o)) continue;
      chosen[d] = static_cast<int>(o);
      SideRun& run = ask_for(tutor, Use::other_choice,
                             {.scenario = lesson::challenge_scenario(current(tutor), chosen),
                              .seed = at.seed,
                              .goals = challenge.goals});
      run.decision = static_cast<int>(d);
      run.option = static_cast<int>(o);
    }
  }
}

void drop_other_choices(LessonState& at) {
  std::erase_if(at.side_runs, [](const SideRun& run) { return run.use == Use::other_choice; });
}

void settle_side_runs(Tutor& tutor) {
  for (std::size_t i = 0; i < tutor.at.side_runs.size(); ++i) {
    const SideRun& run = tutor.at.side_runs[i];
    if (!run.done && run.job->result) take_in(tutor, i);
  }
}

}  // namespace tenfold::tutor
