// tenfold verdict: what the page says of a design, from the same runs.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/arguments.h"
#include "cli/at_once.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/problems.h"
#include "design/verdict.h"
#include "lesson/reader.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const design::Verdict& verdict, const lesson::Level& level) {
  Json goals = Json::array();
  for (const design::GoalVerdict& one : verdict.goals()) {
    goals.push_back({{"metric", model::metric_name(one.goal.metric)},
                     {"users", one.goal.users},
                     {"met", one.met},
                     {"worst", one.worst}});
  }
  Json spares = Json::object();
  for (const design::Spare& spare : verdict.spares()) {
    for (const std::string& part : spare.parts) spares[part] = spare.survives;
  }
  Json needless = Json::array();
  for (const design::Needless& one : verdict.needless()) {
    needless.push_back({{"part", one.part}, {"text", one.text}, {"saves", one.saves}});
  }
  return {{"met", verdict.met()},
          {"goals", std::move(goals)},
          {"worst_seed", verdict.worst_seed()},
          {"worst_at_s", verdict.worst_at_s()},
          {"cost_month", verdict.cost()},
          {"machines_month", verdict.machines_cost()},
          {"par", level.par},
          {"survives", std::move(spares)},
          {"needless", std::move(needless)},
          {"runs", verdict.runs_made()}};
}

// The level's reference, or the scenario of a file.
std::string read_design(const Arguments& arguments, const lesson::Level& level,
                        model::Scenario& design) {
  const auto file = arguments.option("--design");
  if (!file) {
    design = level.reference;
    return "";
  }
  const FileText text = read_file(std::string(*file));
  if (!text.fault.empty()) return std::string(*file) + ": " + text.fault;
  lesson::ReadScenario read = lesson::read_scenario(text.text, *file);
  design = std::move(read.scenario);
  return read.faults.empty() ? "" : lesson::to_line(read.faults.front());
}

}  // namespace

Outcome verdict(std::span<const std::string_view> words) {
  constexpr std::string_view kOptions[] = {"--level", "--design"};
  const Arguments arguments = read_arguments(words, kOptions);
  if (!arguments.fault.empty()) return bad_input("verdict: " + arguments.fault);
  const std::vector<ProblemFile> read = read_problems(arguments.path);
  if (read.size() != 1) return bad_input("verdict: needs the file of one problem");
  if (!read[0].faults.empty()) return bad_input(lesson::to_line(read[0].faults.front()));
  const lesson::Problem& problem = read[0].problem;
  const std::string_view id = arguments.option("--level").value_or(problem.levels.front().id);
  const auto level = std::find_if(problem.levels.begin(), problem.levels.end(),
                                  [id](const auto& one) { return one.id == id; });
  if (level == problem.levels.end()) return bad_input("verdict: there is no such level");
  model::Scenario design;
  const std::string fault = read_design(arguments, *level, design);
  if (!fault.empty()) return bad_input(fault);

  design::Verdict verdict(problem, *level, design);
  if (!verdict.lacks().empty()) {
    Outcome outcome{.exit_code = kExitFaults, .out = {}, .err = {}};
    for (const design::Lack& lack : verdict.lacks()) outcome.out += lack.text + '\n';
    return outcome;
  }
  while (!verdict.trials().empty()) {
    const std::vector<design::Trial>& trials = verdict.trials();
    std::vector<design::TrialResult> results(trials.size());
    ProgressBar progress(trials.size());
    at_once(
        trials.size(), [&](std::size_t i) { results[i] = design::run_trial(trials[i]); }, progress);
    verdict.take(results);
  }
  return {.exit_code = verdict.is_met() ? 0 : kExitFaults,
          .out = json_of(verdict, *level).dump(2) + '\n',
          .err = {}};
}

}  // namespace tenfold::cli
