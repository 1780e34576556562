// Putting a finished run into sentences.
#include "tutor/debrief.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "tutor/metric_words.h"

namespace tenfold::tutor {
namespace {

const Fact& fact(const Facts& facts, std::string_view name) {
  static const Fact kNone{.name = "", .value = 0, .shown = "…"};
  const Fact* found = find_fact(facts, name);
  return found == nullptr ? kNone : *found;
}

// The part whose PART.name fact is highest; nullptr when all are 0.
const model::PartSpec* highest(const Facts& facts, const model::Scenario& scenario,
                               std::string_view name) {
  const model::PartSpec* best = nullptr;
  double most = 0;
  for (const model::PartSpec& part : scenario.parts) {
    const double value = fact(facts, part.id + '.' + std::string(name)).value;
    if (value > most) {
      most = value;
      best = &part;
    }
  }
  return best;
}

// Something's size and the time when it was.
struct Event {
  const Fact& size;
  const Fact& at;
};
Event event(const Facts& facts, std::string_view size, std::string_view at) {
  return {fact(facts, size), fact(facts, at)};
}
Event peak(const Facts& facts, const std::string& name) { return event(facts, name, name + "_at"); }

// None where nothing happened, or not before the run's end.
std::optional<double> moment_of(const Event& event, const model::Scenario& scenario) {
  const bool happened =
      event.size.value > 0 && !event.at.name.empty() && event.at.value < scenario.duration_s;
  return happened ? std::optional(event.at.value) : std::nullopt;
}

}  // namespace

std::string failures_in_words(const Facts& facts) {
  if (fact(facts, "failed").value == 0) {
    return "No request failed: " + fact(facts, "good").shown + " were answered in time.";
  }
  std::string reasons;
  for (std::size_t i = 1; i < model::kFailures; ++i) {
    const auto failure = static_cast<model::Failure>(i);
    const Fact& count = fact(facts, fact_name(failure));
    if (count.value == 0) continue;
    reasons += (reasons.empty() ? "" : ", ") + count.shown + " " +
               std::string(model::failure_name(failure));
  }
  return fact(facts, "failed").shown + " of " + fact(facts, "offered").shown +
         " requests failed (" + fact(facts, "failed_share").shown + "), the first at " +
         fact(facts, "first_failure_at").shown + ": " + reasons + ".";
}

std::string verdict(const lesson::Challenge& challenge,
                    const std::vector<model::GoalResult>& results, const Facts& facts) {
  const model::GoalResult* over_budget = nullptr;
  bool all_else_met = true;
  for (const model::GoalResult& result : results) {
    if (result.met) continue;
    if (result.goal.metric == model::Metric::cost_month) {
      over_budget = &result;
    } else {
      all_else_met = false;
    }
  }
  if (!all_else_met) return fill(challenge.when_missed, facts);
  if (over_budget == nullptr) return fill(challenge.when_met, facts);
  return "The requests are well; the bill is not. It came to " + result_in_words(*over_budget) +
         ", and there is " + show_dollars(over_budget->goal.limit) +
         " to spend. What does less, and is enough?";
}

std::vector<DebriefLine> debrief(const Facts& facts, const model::Scenario& scenario) {
  std::vector<DebriefLine> lines;
  const Event load = peak(facts, "peak_rps");
  lines.push_back({"The load peaked at " + load.size.shown + ", at " + load.at.shown + ".",
                   moment_of(load, scenario)});
  if (const model::PartSpec* part = highest(facts, scenario, "peak_utilisation")) {
    const Event most = peak(facts, part->id + ".peak_utilisation");
    lines.push_back({part->label + " was the busiest part: " + most.size.shown + " in use at " +
                         most.at.shown + ".",
                     moment_of(most, scenario), part->id});
  }
  if (const model::PartSpec* part = highest(facts, scenario, "peak_waiting")) {
    const Event most = peak(facts, part->id + ".peak_waiting");
    lines.push_back(
        {"At " + most.at.shown + ", " + most.size.shown + " were waiting at " + part->label + ".",
         moment_of(most, scenario), part->id});
  }
  const Event failures = event(facts, "failed", "first_failure_at");
  lines.push_back({failures_in_words(facts), moment_of(failures, scenario)});
  const Event slowest = event(facts, "worst_p99_ms", "worst_p99_at");
  lines.push_back({"99 of 100 good answers took at most " + fact(facts, "p99_ms").shown +
                       "; the slowest second was at " + slowest.at.shown + " (" +
                       slowest.size.shown + ").",
                   moment_of(slowest, scenario)});
  return lines;
}

Miss miss_of(const std::vector<model::GoalResult>& results) {
  Miss miss;
  for (const model::GoalResult& result : results) {
    if (result.met) continue;
    ++miss.goals;
    const double scale = std::max(std::abs(result.goal.limit), 1e-9);
    miss.distance += std::abs(result.measured - result.goal.limit) / scale;
  }
  return miss;
}

std::string best_change(const lesson::Challenge& challenge,
                        const std::vector<model::GoalResult>& made,
                        const std::vector<const SideRun*>& others) {
  const SideRun* best = nullptr;
  Miss fewest = miss_of(made);
  for (const SideRun* other : others) {
    if (const Miss miss = miss_of(other->job->result->goals); miss < fewest) {
      fewest = miss;
      best = other;
    }
  }
  if (best == nullptr) return "No single other choice would have come closer: change two together.";
  const lesson::Decision& decision = challenge.decisions[static_cast<std::size_t>(best->decision)];
  std::string numbers;
  for (const model::GoalResult& result : best->job->result->goals) {
    numbers += (numbers.empty() ? "" : ", ") + result_in_words(result) +
               (result.goal.users.empty() ? "" : " (" + result.goal.users + ")");
  }
  return "The one change that would have helped most: **" +
         decision.options[static_cast<std::size_t>(best->option)].label +
         "**. Run again with it, the "
         "same requests came to " +
         numbers + (fewest.goals == 0 ? ": goal met." : ".");
}

}  // namespace tenfold::tutor
