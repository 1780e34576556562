// Working off the queue of side runs, and what each of them is for.
#include "tutor/side_runs.h"

#include <algorithm>
#include <cassert>

#include "sim/random.h"
#include "tutor/comparison.h"
#include "tutor/debrief.h"

namespace tenfold::tutor {
namespace {

using Use = SideRun::Use;

constexpr sim::Duration kSlice = 100 * sim::kMillisecond;
// How many further pairs of runs the comparison may cost, by what one pair costs.
constexpr int kMostRepeats = 4;
constexpr int kFewestRepeats = 2;
constexpr std::uint64_t kCheapPair = 8'000'000;  // events

SideRun* find_run(LessonState& at, Use use) {
  const auto found = std::find_if(at.side_runs.begin(), at.side_runs.end(),
                                  [use](const SideRun& run) { return run.use == use; });
  return found == at.side_runs.end() ? nullptr : &*found;
}

SideRun& ask_for(LessonState& at, Use use, model::Scenario scenario, std::uint64_t seed) {
  SideRun run;
  run.use = use;
  run.until_s = scenario.duration_s;
  run.scenario = std::move(scenario);
  run.seed = seed;
  return at.side_runs.emplace_back(std::move(run));
}

void ask_for_repeats(LessonState& at, std::uint64_t pair_events) {
  const int repeats = pair_events < kCheapPair ? kMostRepeats : kFewestRepeats;
  const model::Scenario untouched = find_run(at, Use::untouched)->scenario;
  const model::Scenario fixed = find_run(at, Use::fixed)->scenario;
  for (int i = 0; i < repeats; ++i) {
    const std::uint64_t seed = sim::mix64(at.seed + static_cast<std::uint64_t>(i) + 1);
    ask_for(at, Use::repeat_untouched, untouched, seed);
    ask_for(at, Use::repeat_fixed, fixed, seed);
  }
}

void refresh_comparison(LessonState& at) {
  std::vector<FactPair> pairs;
  const auto gather = [&](Use before, Use after) {
    const SideRun* first = nullptr;
    for (const SideRun& run : at.side_runs) {
      if (!run.done) continue;
      if (run.use == before) first = &run;
      if (run.use == after && first != nullptr) pairs.push_back({&first->facts, &run.facts});
    }
  };
  gather(Use::untouched, Use::fixed);
  // All repeats or none: rows should not change their mind while one reads.
  const bool all = std::all_of(at.side_runs.begin(), at.side_runs.end(), [](const SideRun& run) {
    return run.done || (run.use != Use::repeat_untouched && run.use != Use::repeat_fixed);
  });
  if (all) gather(Use::repeat_untouched, Use::repeat_fixed);
  at.comparison = compare(pairs);
}

void ask_for_still(LessonState& at, const SideRun& untouched) {
  const Fact* worst = find_fact(untouched.facts, "peak_in_system_at");
  if (at.step != Step::hook || worst == nullptr) return;
  const double until_s = worst->value + 1;
  model::Scenario scenario = untouched.scenario;
  ask_for(at, Use::still, std::move(scenario), at.seed).until_s = until_s;
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

void finish(LessonState& at, const lesson::Lesson& lesson, std::size_t index) {
  SideRun& run = at.side_runs[index];
  run.done = true;
  run.facts = facts_of(*run.system, run.scenario);
  switch (run.use) {
    case Use::untouched:
      add_facts(at.facts, "", run.facts);
      run.system.reset();
      ask_for_still(at, at.side_runs[index]);
      return;
    case Use::fixed: {
      add_facts(at.facts, "fix.", run.facts);
      const std::uint64_t events = run.system->events();
      run.system.reset();
      refresh_comparison(at);
      ask_for_repeats(at, 2 * events);
      return;
    }
    case Use::worse:
      add_facts(at.facts, "worse.", run.facts);
      break;
    case Use::still:
      if (at.step == Step::hook) at.live.system = std::move(run.system);
      break;
    case Use::other_choice:
      run.results = model::judge(lesson.challenge.goals, run.system->totals());
      judge_other_choices(at, lesson);
      break;
    case Use::repeat_untouched:
      break;
    case Use::repeat_fixed:
      refresh_comparison(at);
      break;
  }
  run.system.reset();
}

void work_on(SideRun& run, std::uint64_t most_events) {
  if (!run.system) run.system = std::make_unique<model::System>(run.scenario, run.seed);
  const sim::Time end = std::min(sim::from_seconds(run.until_s), run.system->end());
  const std::uint64_t before = run.system->events();
  while (run.system->now() < end && run.system->events() - before < most_events) {
    run.system->run_until(std::min(run.system->now() + kSlice, end));
  }
  run.done = run.system->now() >= end;
}

}  // namespace

void ask_for_untouched(LessonState& at, const lesson::Lesson& lesson) {
  at.comparison = compare({});
  ask_for(at, Use::untouched, lesson.scenario, at.seed);
}

void ask_for_fixed(LessonState& at, const lesson::Lesson& lesson) {
  if (find_run(at, Use::fixed) == nullptr) {
    ask_for(at, Use::fixed, lesson::fixed_scenario(lesson), at.seed);
  }
}

void ask_for_worse(LessonState& at, const lesson::Lesson& lesson) {
  if (find_run(at, Use::worse) == nullptr) {
    ask_for(at, Use::worse, lesson::worse_scenario(lesson), at.seed);
  }
}

void ask_for_other_choices(LessonState& at, const lesson::Lesson& lesson) {
  drop_other_choices(at);
  const std::vector<lesson::Decision>& decisions = lesson.challenge.decisions;
  for (std::size_t d = 0; d < decisions.size(); ++d) {
    for (std::size_t o = 0; o < decisions[d].options.size(); ++o) {
      std::vector<int> chosen = at.challenge.chosen;
      if (chosen[d] == static_cast<int>(o)) continue;
      chosen[d] = static_cast<int>(o);
      SideRun& run =
          ask_for(at, Use::other_choice, lesson::challenge_scenario(lesson, chosen), at.seed);
      run.decision = static_cast<int>(d);
      run.option = static_cast<int>(o);
    }
  }
}

void drop_other_choices(LessonState& at) {
  std::erase_if(at.side_runs, [](const SideRun& run) { return run.use == Use::other_choice; });
}

bool work_on_side_runs(LessonState& at, const lesson::Lesson& lesson, std::uint64_t events) {
  const auto next = std::find_if(at.side_runs.begin(), at.side_runs.end(),
                                 [](const SideRun& run) { return !run.done; });
  if (next == at.side_runs.end()) return false;
  work_on(*next, events);
  if (next->done) finish(at, lesson, static_cast<std::size_t>(next - at.side_runs.begin()));
  return true;
}

const Facts& facts_now(LessonState& at, const lesson::Lesson& lesson, SideRun::Use use) {
  const SideRun* run = find_run(at, use);
  assert(run != nullptr);
  const auto index = static_cast<std::size_t>(run - at.side_runs.data());
  if (!run->done) {
    work_on(at.side_runs[index], ~std::uint64_t{0});
    finish(at, lesson, index);
  }
  return at.side_runs[index].facts;
}

}  // namespace tenfold::tutor
