// Finding problems, and running their proof.
#include "cli/problems.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/ablation_matrix.h"
#include "cli/at_once.h"
#include "cli/files.h"
#include "design/problem_check.h"
#include "design/verdict.h"
#include "design/world.h"

namespace tenfold::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kFolder = "problems";
// What the reference is said to cost, and what it does.
constexpr double kParNoise = 0.01;

struct Case {
  AblationRow row;
  model::Scenario scenario;
  bool can_run = true;
  std::vector<char> met = {};  // by seed
  std::vector<double> cost = {};
};

Case case_of(const lesson::Problem& problem, const lesson::Level& level, std::string id,
             std::string label, const model::Scenario& design, bool should_meet) {
  design::Locked locked = design::lock(problem, level, design);
  Case made{.row = {.id = std::move(id), .label = std::move(label), .role = {}},
            .scenario = std::move(locked.scenario),
            .can_run = locked.lacks.empty()};
  made.row.should_meet = should_meet;
  return made;
}

std::vector<Case> cases_of(const lesson::Problem& problem, std::size_t index,
                           std::string_view only) {
  const lesson::Level& level = problem.levels[index];
  std::vector<Case> cases;
  const auto add = [&](std::string id, std::string label, const model::Scenario& design,
                       bool should_meet) {
    cases.push_back(case_of(problem, level, std::move(id), std::move(label), design, should_meet));
  };
  add("reference", "The reference", level.reference, true);
  add("calm", "The reference, without trouble", level.reference, true);
  std::erase_if(cases.back().scenario.changes, [](const auto&) { return true; });
  add("nothing", "An empty sheet", {}, false);
  if (index > 0) {
    add("before", "The design of the level before", lesson::start_of(problem, index), level.holds);
  }
  for (std::size_t i = 0; i < level.tempting.size(); ++i) {
    add("tempting-" + std::to_string(i + 1), level.tempting[i].label, level.tempting[i].design,
        false);
  }
  if (!only.empty()) std::erase_if(cases, [only](const Case& one) { return one.row.id != only; });
  return cases;
}

void run(std::vector<Case>& cases, int seeds, ProgressBar& progress) {
  const auto each = static_cast<std::size_t>(seeds);
  for (Case& one : cases) {
    one.row.seeds = seeds;
    one.met.resize(each);
    one.cost.resize(each);
  }
  at_once(
      cases.size() * each,
      [&](std::size_t i) {
        Case& one = cases[i / each];
        if (!one.can_run) return;
        const design::TrialResult result =
            design::run_trial({one.scenario, i % each + 1, one.scenario.goals});
        one.met[i % each] = model::all_met(result.goals);
        for (const model::GoalResult& goal : result.goals) {
          if (goal.goal.metric == model::Metric::cost_month) one.cost[i % each] = goal.measured;
        }
      },
      progress);
  for (Case& one : cases) {
    one.row.met = static_cast<int>(std::count(one.met.begin(), one.met.end(), 1));
  }
}

double mean_cost(const Case& one) {
  double sum = 0;
  for (const double cost : one.cost) sum += cost;
  return sum / static_cast<double>(one.cost.size());
}

}  // namespace

bool names_problems(std::string_view path) {
  fs::path given(path);
  if (!given.has_filename()) given = given.parent_path();
  std::error_code fault;
  return given.filename() == kFolder ||
         (fs::is_regular_file(given, fault) && given.parent_path().filename() == kFolder);
}

std::vector<ProblemFile> read_problems(std::string_view path) {
  std::error_code fault;
  std::vector<std::string> names;
  const fs::path given(path);
  if (fs::is_regular_file(given, fault)) {
    if (names_problems(path)) names.push_back(given.string());
  } else {
    const fs::path folder = names_problems(path) ? given : given / kFolder;
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end;
         entry.increment(fault)) {
      if (entry->path().extension() == ".json") names.push_back(entry->path().string());
    }
  }
  std::sort(names.begin(), names.end());
  std::vector<ProblemFile> problems;
  for (const std::string& name : names) {
    const FileText file = read_file(name);
    lesson::ReadProblem read = lesson::read_problem(file.text, name);
    if (!file.fault.empty()) read.faults = {{name, "", file.fault}};
    if (read.faults.empty()) read.faults = design::check_problem(read.problem, name);
    if (read.faults.empty() && fs::path(name).stem() != read.problem.id) {
      read.faults.push_back({name, "/problem", "must be the file's name"});
    }
    problems.push_back({name, std::move(read.problem), std::move(read.faults)});
  }
  return problems;
}

Outcome ablate_problems(const std::vector<ProblemFile>& problems, std::string_view level,
                        std::string_view row, int seeds) {
  for (const ProblemFile& entry : problems) {
    if (!entry.faults.empty()) return bad_input(lesson::to_line(entry.faults.front()));
  }
  std::size_t runs = 0;
  const auto is_asked = [level](const lesson::Level& one) {
    return level.empty() || one.id == level;
  };
  for (const ProblemFile& entry : problems) {
    for (std::size_t i = 0; i < entry.problem.levels.size(); ++i) {
      if (is_asked(entry.problem.levels[i])) runs += cases_of(entry.problem, i, row).size();
    }
  }
  if (runs == 0) return bad_input("there is no such level or variant");
  ProgressBar progress(runs * static_cast<std::size_t>(seeds));
  Outcome outcome;
  Json proofs = Json::array();
  for (const ProblemFile& entry : problems) {
    for (std::size_t i = 0; i < entry.problem.levels.size(); ++i) {
      const lesson::Level& one = entry.problem.levels[i];
      if (!is_asked(one)) continue;
      std::vector<Case> cases = cases_of(entry.problem, i, row);
      run(cases, seeds, progress);
      outcome.err += entry.problem.id + ", " + one.label + '\n';
      Json rows = Json::array();
      for (const Case& tried : cases) {
        const bool is_par = tried.row.id != "reference" ||
                            std::abs(mean_cost(tried) - one.par) <= kParNoise * one.par;
        const bool as_taught = tried.row.as_taught() && is_par;
        if (!as_taught) outcome.exit_code = kExitFaults;
        outcome.err += "  " + tried.row.id + ' ' + std::to_string(tried.row.met) + " of " +
                       std::to_string(seeds) + ", $" +
                       std::to_string(std::lround(mean_cost(tried))) + ", " + tried.row.label +
                       (!is_par     ? ": NOT THE PAR\n"
                        : as_taught ? ": as taught\n"
                                    : ": NOT AS TAUGHT\n");
        rows.push_back({{"id", tried.row.id},
                        {"label", tried.row.label},
                        {"seeds", seeds},
                        {"met", tried.row.met},
                        {"cost_month", mean_cost(tried)},
                        {"as_taught", as_taught}});
      }
      proofs.push_back(
          {{"problem", entry.problem.id}, {"level", one.id}, {"variants", std::move(rows)}});
    }
  }
  outcome.out = Json{{"seeds", seeds}, {"problems", std::move(proofs)}}.dump(2) + '\n';
  return outcome;
}

}  // namespace tenfold::cli
