// Round by round: the seeds; each part's death; then every simpler design, at first with one seed,
// as most fail at once.
#include "design/verdict.h"

#include <algorithm>
#include <array>

namespace tenfold::design {
namespace {

// Up to which seed simpler designs are tried in each of their rounds.
constexpr std::array<int, 3> kLastSeeds = {1, 5, kVerdictSeeds};
constexpr double kAnyCost = 1e15;
// Money that the noise of a run's bytes can make; of the whole.
constexpr double kNoise = 0.002;

bool are_met(const std::vector<model::GoalResult>& results) { return model::all_met(results); }

// By how much of its limit a goal was missed.
double missed_by(const model::GoalResult& result) {
  if (result.met) return 0;
  const double gap = result.goal.limit - result.measured;
  const double scale =
      std::max(result.goal.limit < 0 ? -result.goal.limit : result.goal.limit, 1e-9);
  return (result.goal.at_least ? gap : -gap) / scale;
}

bool is_worse(const model::Goal& goal, double a, double b) { return goal.at_least ? a < b : a > b; }

double second_of_most(const std::vector<double>& failed) {
  if (failed.empty()) return 0;
  return static_cast<double>(std::max_element(failed.begin(), failed.end()) - failed.begin());
}

}  // namespace

TrialResult run_trial(const Trial& trial) {
  model::System system(trial.scenario, trial.seed);
  system.run_until(system.end());
  TrialResult result{.goals = model::judge(trial.goals, system.totals()), .failed = {}};
  if (!trial.moments) return result;
  for (const model::Sample& sample : system.series()) {
    result.failed.push_back(sample.per_second(sample.counts.failed));
  }
  return result;
}

Verdict::Verdict(const lesson::Problem& problem, const lesson::Level& level,
                 const model::Scenario& design)
    : problem_(problem), level_(level), design_(design), locked_(lock(problem, level, design)) {
  if (locked_.lacks.empty()) ask_seeds();
}

void Verdict::take(const std::vector<TrialResult>& results) {
  made_ += trials_.size();
  trials_.clear();
  switch (round_++) {
    case 0:
      see_seeds(results);
      ask_spares();
      if (!trials_.empty()) return;
      round_ = 2;
      ask_attempts();
      return;
    case 1:
      see_spares(results);
      break;
    default:
      see_attempts(results);
      break;
  }
  ask_attempts();
}

// The bill last, so that it is known of every run.
std::vector<model::Goal> Verdict::with_cost() const {
  std::vector<model::Goal> goals = locked_.scenario.goals;
  goals.push_back({.metric = model::Metric::cost_month, .at_least = false, .limit = kAnyCost});
  return goals;
}

void Verdict::ask_seeds() {
  machines_cost_ = model::System(locked_.scenario, 1).cost_month();
  for (int seed = 1; seed <= kVerdictSeeds; ++seed) {
    trials_.push_back(
        {locked_.scenario, static_cast<std::uint64_t>(seed), with_cost(), /*moments=*/true});
  }
  left_ = trials_.size();
}

void Verdict::see_seeds(const std::vector<TrialResult>& results) {
  double worst = -1;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const TrialResult& result = results[i];
    if (are_met(result.goals)) ++met_;
    double missed = 0;
    for (std::size_t k = 0; k + 1 < result.goals.size(); ++k) {
      const model::GoalResult& one = result.goals[k];
      if (i == 0) goals_.push_back({.goal = one.goal, .met = 0, .worst = one.measured});
      goals_[k].met += one.met ? 1 : 0;
      if (is_worse(one.goal, one.measured, goals_[k].worst)) goals_[k].worst = one.measured;
      missed += missed_by(one);
    }
    cost_ += result.goals.back().measured / static_cast<double>(results.size());
    if (missed <= worst) continue;
    worst = missed;
    worst_seed_ = i + 1;
    worst_at_s_ = second_of_most(result.failed);
  }
  first_cost_ = results.front().goals.back().measured;
  if (is_met()) {
    for (Simpler& simpler : simpler_designs(problem_, level_, design_)) {
      attempts_.push_back({.simpler = std::move(simpler)});
    }
  }
}

void Verdict::ask_spares() {
  std::vector<model::Goal> goals = locked_.scenario.goals;
  std::erase_if(goals, [](const auto& goal) { return goal.metric == model::Metric::cost_month; });
  for (std::vector<std::string>& parts : mortals(level_, locked_.scenario)) {
    Trial trial{.scenario = locked_.scenario, .seed = 1, .goals = goals};
    trial.scenario.changes = {
        {.at_s = trial.scenario.duration_s / 3,
         .change = {.kind = model::Change::Kind::kill, .part = parts.front(), .setting = {}}}};
    trials_.push_back(std::move(trial));
    spares_.push_back({std::move(parts), false});
  }
  left_ = trials_.size() + attempts_.size() * kVerdictSeeds;
}

void Verdict::see_spares(const std::vector<TrialResult>& results) {
  for (std::size_t i = 0; i < results.size(); ++i) spares_[i].survives = are_met(results[i].goals);
}

void Verdict::ask_attempts() {
  const auto stage = static_cast<std::size_t>(round_ - 2);
  if (stage == kLastSeeds.size() || attempts_.empty()) {
    tell_needless();
    return;
  }
  const int first = stage == 0 ? 1 : kLastSeeds[stage - 1] + 1;
  for (const Attempt& attempt : attempts_) {
    const model::Scenario scenario = lock(problem_, level_, attempt.simpler.design).scenario;
    for (int seed = first; seed <= kLastSeeds[stage]; ++seed) {
      trials_.push_back({scenario, static_cast<std::uint64_t>(seed), with_cost()});
    }
  }
  left_ = attempts_.size() * static_cast<std::size_t>(kVerdictSeeds - first + 1);
}

void Verdict::see_attempts(const std::vector<TrialResult>& results) {
  const std::size_t each = results.size() / attempts_.size();
  for (std::size_t i = 0; i < results.size(); ++i) {
    Attempt& attempt = attempts_[i / each];
    ++(are_met(results[i].goals) ? attempt.met : attempt.missed);
    if (round_ == 3 && i % each == 0) attempt.cost = results[i].goals.back().measured;
  }
  std::erase_if(attempts_, [this](const Attempt& attempt) {
    return attempt.missed > kVerdictSeeds - kEnoughSeeds ||
           attempt.cost > first_cost_ * (1 + kNoise);
  });
}

// Of a group the first: it is the cheapest.
void Verdict::tell_needless() {
  left_ = 0;
  for (std::size_t i = 0; i < attempts_.size(); ++i) {
    const Simpler& simpler = attempts_[i].simpler;
    const bool is_told =
        std::any_of(attempts_.begin(), attempts_.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const auto& other) { return other.simpler.group == simpler.group; });
    if (is_told) continue;
    needless_.push_back({simpler.part, simpler.text, first_cost_ - attempts_[i].cost});
  }
  attempts_.clear();
}

}  // namespace tenfold::design
