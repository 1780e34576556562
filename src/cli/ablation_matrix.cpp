// Running the matrix.
#include "cli/ablation_matrix.h"

#include <algorithm>
#include <array>

#include "cli/at_once.h"
#include "lesson/stages.h"
#include "model/system.h"
#include "tutor/facts.h"

namespace tenfold::cli {
namespace {

constexpr double kReadable_s = 5;

constexpr std::array<std::string_view, 3> kRoles = {"nothing", "fix", "alternative"};

// From this stage on what Compare has shown does not meet the challenge.
constexpr int kFirstOwnChallenge = 3;

// One row of the matrix, the system that its runs have, and what they are judged by.
struct Case {
  AblationRow row;
  model::Scenario scenario;
  const std::vector<model::Goal>* goals;
};

std::vector<Case> cases_of(const lesson::Lesson& lesson, std::string_view only) {
  std::vector<Case> cases;
  for (const lesson::Variant& variant : lesson.variants) {
    AblationRow row{.id = variant.id, .label = variant.label, .role = {}};
    row.role = kRoles[static_cast<std::size_t>(variant.role)];
    row.should_meet = variant.role == lesson::Variant::Role::fix;
    cases.push_back({std::move(row), lesson::with_edits(lesson.scenario, variant.edits),
                     &lesson.scenario.goals});
  }
  const std::vector<model::Goal>& goals = lesson.challenge.goals;
  AblationRow copied{.id = "copied",
                     .label = "The challenge with the fix that was shown, copied",
                     .role = "copied"};
  copied.either = lesson::stage_of(lesson.stage) < kFirstOwnChallenge;
  cases.push_back({std::move(copied), lesson::copied_scenario(lesson), &goals});
  AblationRow solution{.id = "solution", .label = "The worked solution", .role = "solution"};
  solution.should_meet = true;
  cases.push_back({std::move(solution),
                   lesson::challenge_scenario(lesson, lesson::solution_of(lesson)), &goals});
  if (!only.empty()) std::erase_if(cases, [only](const Case& one) { return one.row.id != only; });
  return cases;
}

void see_middle(ReadableMiddle& middle, double warned_s) {
  middle.shortest_s = middle.seeds == 0 ? warned_s : std::min(middle.shortest_s, warned_s);
  ++middle.seeds;
  if (warned_s >= kReadable_s) ++middle.readable;
}

struct RunResult {
  bool met = false;
  double warned_s = 0;  // of an untouched run: from the first strain to the first failure
};

RunResult run(const Case& one, const lesson::Lesson& lesson, std::uint64_t seed) {
  model::System system(one.scenario, seed);
  system.run_until(system.end());
  RunResult result;
  result.met = model::all_met(model::judge(*one.goals, system.totals()));
  if (one.row.role == kRoles[0]) {
    const tutor::Facts facts = tutor::facts_of(system, one.scenario);
    const double strained_s = tutor::find_fact(facts, "strained_at")->value;
    const double failure_s = tutor::find_fact(facts, "first_failure_at")->value;
    result.warned_s = (failure_s - strained_s) / lesson.speed;
  }
  return result;
}

}  // namespace

bool LessonAblation::as_taught() const {
  return middle.as_taught() && std::all_of(rows.begin(), rows.end(),
                                           [](const AblationRow& row) { return row.as_taught(); });
}

LessonAblation ablate(const lesson::Lesson& lesson, std::string_view row, int seeds,
                      ProgressBar& progress) {
  LessonAblation result{
      .stage = lesson.stage, .lesson = lesson.id, .title = lesson.title, .rows = {}, .middle = {}};
  const std::vector<Case> cases = cases_of(lesson, row);
  const auto per_case = static_cast<std::size_t>(seeds);
  std::vector<RunResult> runs(cases.size() * per_case);
  at_once(
      runs.size(),
      [&](std::size_t i) { runs[i] = run(cases[i / per_case], lesson, i % per_case + 1); },
      progress);
  for (std::size_t c = 0; c < cases.size(); ++c) {
    AblationRow& counted = result.rows.emplace_back(cases[c].row);
    for (std::size_t s = 0; s < per_case; ++s) {
      const RunResult& one = runs[c * per_case + s];
      ++counted.seeds;
      if (one.met) ++counted.met;
      if (counted.role == kRoles[0]) see_middle(result.middle, one.warned_s);
    }
  }
  return result;
}

std::size_t ablation_runs(const lesson::Lesson& lesson, std::string_view row, int seeds) {
  return cases_of(lesson, row).size() * static_cast<std::size_t>(seeds);
}

}  // namespace tenfold::cli
