// A verdict comes in rounds: the jobs of one are all asked for at once, in the order of its trials.
#include "tutor/attempt.h"

#include <algorithm>

#include "tutor/typed_number.h"

namespace tenfold::tutor {

std::size_t Attempt::runs_made() const {
  const auto done = std::count_if(tickets.begin(), tickets.end(),
                                  [](const Ticket& ticket) { return ticket->result.has_value(); });
  return (verdict ? verdict->runs_made() : 0) + static_cast<std::size_t>(done);
}

inline namespace later {
namespace {

void ask_round(Attempt& attempt, Jobs& jobs) {
  attempt.tickets.clear();
  for (const design::Trial& trial : attempt.verdict->trials()) {
    Job job{.scenario = trial.scenario, .seed = trial.seed, .goals = trial.goals};
    if (trial.moments) {
      job.series = "failed";
      for (double at_s = 0; at_s < trial.scenario.duration_s; ++at_s) job.at_s.push_back(at_s);
    }
    attempt.tickets.push_back(jobs.ask(std::move(job), Jobs::Turn::first));
  }
}

}  // namespace

Attempt begin_attempt(const ProblemEntry& entry) {
  Attempt attempt;
  attempt.entry = &entry;
  attempt.asked.resize(entry.problem.asks.size());
  attempt.answers.resize(entry.problem.sums.size());
  return attempt;
}

double value_of(const Attempt& attempt, std::size_t sum) {
  return lesson::value_at(attempt.problem(), attempt.problem().sums[sum], attempt.level);
}

bool is_right(const Attempt& attempt, std::size_t sum) {
  const std::optional<double> given = read_number(attempt.answers[sum]).value;
  const double value = value_of(attempt, sum);
  return given && value > 0 && lesson::is_near(attempt.problem().sums[sum], value, *given);
}

void judge_design(Attempt& attempt, Jobs& jobs, const model::Scenario& design) {
  attempt.verdict = std::make_unique<design::Verdict>(attempt.problem(), attempt.at(), design);
  ask_round(attempt, jobs);
}

void stop_judging(Attempt& attempt) {
  attempt.tickets.clear();
  attempt.verdict.reset();
}

void go_on_judging(Attempt& attempt, Jobs& jobs) {
  if (attempt.tickets.empty()) return;
  std::vector<design::TrialResult> results;
  for (const Ticket& ticket : attempt.tickets) {
    if (!ticket->result) return;
    results.push_back({.goals = ticket->result->goals, .failed = ticket->result->curve});
  }
  attempt.verdict->take(results);
  ask_round(attempt, jobs);
  if (!attempt.is_judging() && !attempt.verdict->is_met()) ++attempt.tries;
}

std::vector<std::string> words_on(const Attempt& attempt) {
  design::Talk talk;
  const lesson::Problem& problem = attempt.problem();
  for (std::size_t i = 0; i < problem.asks.size(); ++i) {
    if (attempt.asked[i]) talk.asked.push_back(problem.asks[i].id);
  }
  for (std::size_t i = 0; i < problem.sums.size(); ++i) {
    if (attempt.answers[i].empty() || value_of(attempt, i) <= 0) continue;
    ++talk.sums_tried;
    if (is_right(attempt, i)) ++talk.sums_right;
  }
  talk.tries_before_met = attempt.tries;
  talk.is_met = attempt.verdict->is_met();
  talk.needless = attempt.verdict->needless().size();
  talk.cost = attempt.verdict->cost();
  return design::interviewers_words(problem, attempt.at(), talk);
}

}  // namespace later
}  // namespace tenfold::tutor
