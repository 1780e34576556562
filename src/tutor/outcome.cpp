// Running, and reading the answer off the run.
#include "tutor/outcome.h"

#include <algorithm>

#include "tutor/drawing.h"
#include "tutor/weak_points.h"

namespace tenfold::tutor {
namespace {

using lesson::Question;

double fact_value(const Facts& facts, std::string_view name) {
  const Fact* fact = find_fact(facts, name);
  return fact == nullptr ? 0 : fact->value;
}

Outcome deaths(const Question& question, const std::vector<JobResult>& trials) {
  Outcome outcome;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    const Facts& facts = trials[i].facts;
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

std::vector<Job> trials_of(const lesson::Lesson& lesson, const Question& question, int round,
                           std::uint64_t seed) {
  std::vector<Job> trials;
  const model::Scenario scenario = lesson::question_scenario(lesson, question, round);
  if (question.kind != Question::Kind::weak_point) {
    trials.push_back({.scenario = scenario,
                      .seed = seed,
                      .series = question.curve.series,
                      .at_s = moments_of(question.curve)});
    return trials;
  }
  for (const lesson::QuestionOption& option : question.options) {
    trials.push_back(
        {.scenario = with_death(scenario, option.part, question.kill_at_s), .seed = seed});
  }
  return trials;
}

Outcome outcome_of(const Question& question, const std::vector<JobResult>& trials) {
  using Kind = Question::Kind;
  if (question.kind == Kind::weak_point) return deaths(question, trials);
  const JobResult& trial = trials.front();
  Outcome outcome;
  outcome.facts = trial.facts;
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
      outcome.value = trial.curve;
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
