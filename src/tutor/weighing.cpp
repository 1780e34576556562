// One run for each answer under each set of conditions that is asked about.
#include "tutor/weighing.h"

#include <algorithm>

namespace tenfold::tutor {
namespace {

const lesson::RoomOption& chosen_option(const lesson::Weighing& weighing, std::size_t condition,
                                        const std::vector<int>& options) {
  return weighing.conditions[condition].options[static_cast<std::size_t>(options[condition])];
}

const WeighRun* find_options(const WeighingState& state, int answer,
                             const std::vector<int>& options) {
  const auto found = std::find_if(state.runs.begin(), state.runs.end(), [&](const WeighRun& run) {
    return run.answer == answer && run.options == options;
  });
  return found == state.runs.end() ? nullptr : &*found;
}

}  // namespace

bool WeighingState::judged() const {
  return judging && std::all_of(runs.begin(), runs.end(),
                                [](const WeighRun& run) { return run.job->result.has_value(); });
}

WeighingState begin_weighing(const lesson::Room& room, int weighing) {
  WeighingState state;
  state.weighing = weighing;
  for (const lesson::Condition& condition :
       room.weighings[static_cast<std::size_t>(weighing)].conditions) {
    state.options.push_back(condition.initial);
  }
  return state;
}

void ask_for_weighing(WeighingState& state, const lesson::Weighing& weighing, std::uint64_t seed,
                      Jobs& jobs) {
  state.judging = true;
  const auto ask = [&](int answer, const std::vector<int>& options) {
    if (find_options(state, answer, options) != nullptr) return;
    WeighRun& run = state.runs.emplace_back();
    run.answer = answer;
    run.options = options;
    run.job = jobs.ask({.scenario = weighed(weighing, answer, options),
                        .seed = seed,
                        .goals = weighed_goals(weighing, options)},
                       Jobs::Turn::last);
  };
  // As the conditions are first: what the learner asked about is seen first.
  const auto answers = static_cast<int>(weighing.answers.size());
  for (int answer = 0; answer < answers; ++answer) ask(answer, state.options);
  for (std::size_t condition = 0; condition < weighing.conditions.size(); ++condition) {
    std::vector<int> options = state.options;
    for (std::size_t i = 0; i < weighing.conditions[condition].options.size(); ++i) {
      options[condition] = static_cast<int>(i);
      for (int answer = 0; answer < answers; ++answer) ask(answer, options);
    }
  }
}

const WeighRun* find_run(const WeighingState& state, int answer, int condition, int option) {
  std::vector<int> options = state.options;
  options[static_cast<std::size_t>(condition)] = option;
  return find_options(state, answer, options);
}

bool decides(const WeighingState& state, const lesson::Weighing& weighing, int condition) {
  const auto index = static_cast<std::size_t>(condition);
  for (std::size_t answer = 0; answer < weighing.answers.size(); ++answer) {
    const int which = static_cast<int>(answer);
    const bool met = find_options(state, which, state.options)->met();
    for (std::size_t option = 0; option < weighing.conditions[index].options.size(); ++option) {
      const WeighRun* run = find_run(state, which, condition, static_cast<int>(option));
      if (run->met() != met) return true;
    }
  }
  return false;
}

model::Scenario weighed(const lesson::Weighing& weighing, int answer,
                        const std::vector<int>& options) {
  model::Scenario scenario = lesson::with_edits(
      weighing.scenario, weighing.answers[static_cast<std::size_t>(answer)].edits);
  for (std::size_t i = 0; i < weighing.conditions.size(); ++i) {
    scenario = lesson::with_edits(scenario, chosen_option(weighing, i, options).edits);
  }
  return scenario;
}

std::vector<model::Goal> weighed_goals(const lesson::Weighing& weighing,
                                       const std::vector<int>& options) {
  std::vector<model::Goal> goals = weighing.scenario.goals;
  for (std::size_t i = 0; i < weighing.conditions.size(); ++i) {
    const std::vector<model::Goal>& more = chosen_option(weighing, i, options).goals;
    goals.insert(goals.end(), more.begin(), more.end());
  }
  return goals;
}

}  // namespace tenfold::tutor
