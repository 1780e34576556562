// Running, and reading the answer off the run.
#include "tutor/outcome.h"

#include <algorithm>

#include "tutor/curves.h"
#include "tutor/weak_points.h"

namespace tenfold::tutor {
namespace {

using lesson::Question;

constexpr sim::Duration kSlice = 100 * sim::kMillisecond;

double fact_value(const Facts& facts, std::string_view name) {
  const Fact* fact = find_fact(facts, name);
  return fact == nullptr ? 0 : fact->value;
}

Outcome deaths(const Question& question, const std::vector<Trial>& trials) {
  Outcome outcome;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    const Facts facts = facts_of(*trials[i].system, trials[i].scenario);
    outcome.value.push_back(fact_value(facts, "good_share"));
    outcome.right.push_back(outcome.value.back() < question.down_below);
    for (const std::string_view name : {"good_share", "failed"}) {
      const Fact* fact = find_fact(facts, name);
      const std::string dead = "dead." + question.options[i].part + '.' + fact->name;
      outcome.facts.push_back({.name = dead, .value = fact->value, .shown = fact->shown});
    }
  }
  return outcome;
}

}  // namespace

Facts fresh_facts(const Question& question, int round) {
  Facts facts;
  if (!question.computed()) return facts;
  for (const model::Setting& value : question.rounds[static_cast<std::size_t>(round)].values) {
    facts.push_back({.name = value.name,
                     .value = value.number,
                     .shown = value.text.empty() ? show_count(value.number) : value.text});
  }
  return facts;
}

std::vector<Trial> trials_of(const lesson::Lesson& lesson, const Question& question, int round) {
  std::vector<Trial> trials;
  const model::Scenario scenario = lesson::question_scenario(lesson, question, round);
  if (question.kind != Question::Kind::weak_point) {
    trials.emplace_back().scenario = scenario;
    return trials;
  }
  for (const lesson::QuestionOption& option : question.options) {
    trials.emplace_back().scenario = with_death(scenario, option.part, question.kill_at_s);
  }
  return trials;
}

void work_on(Trial& trial, std::uint64_t seed, std::uint64_t most_events) {
  if (!trial.system) trial.system = std::make_unique<model::System>(trial.scenario, seed);
  model::System& system = *trial.system;
  const std::uint64_t before = system.events();
  while (system.now() < system.end() && system.events() - before < most_events) {
    system.run_until(std::min(system.now() + kSlice, system.end()));
  }
}

Outcome outcome_of(const Question& question, const std::vector<Trial>& trials) {
  using Kind = Question::Kind;
  if (question.kind == Kind::weak_point) return deaths(question, trials);
  const Trial& trial = trials.front();
  Outcome outcome;
  outcome.facts = facts_of(*trial.system, trial.scenario);
  const double fact = fact_value(outcome.facts, question.fact);
  switch (question.kind) {
    case Kind::number:
      outcome.value = {question.unit == "%" ? fact * 100 : fact};
      break;
    case Kind::simulated:
      outcome.value = {fact};
      for (const lesson::QuestionOption& option : question.options) {
        outcome.right.push_back(fact >= option.low && fact < option.high);
      }
      break;
    case Kind::bottleneck:
      for (const lesson::QuestionOption& option : question.options) {
        outcome.value.push_back(fact_value(outcome.facts, option.part + ".mean_utilisation"));
      }
      outcome.right.assign(outcome.value.size(), false);
      outcome.right[static_cast<std::size_t>(
          std::max_element(outcome.value.begin(), outcome.value.end()) - outcome.value.begin())] =
          true;
      break;
    case Kind::draw:
      outcome.value =
          curve_of(*trial.system, trial.scenario, question.curve.series, question.curve.at_s)
              .value_or(std::vector<double>(question.curve.at_s.size()));
      break;
    case Kind::one:
    case Kind::several:
    case Kind::order:
    case Kind::weak_point:
      break;
  }
  return outcome;
}

}  // namespace tenfold::tutor
