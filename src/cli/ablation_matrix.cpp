// Running the matrix.
#include "cli/ablation_matrix.h"

#include <algorithm>
#include <array>

#include "cli/progress_bar.h"
#include "model/system.h"
#include "tutor/facts.h"

namespace tenfold::cli {
namespace {

constexpr double kReadable_s = 5;

bool meets(const model::System& system, const std::vector<model::Goal>& goals) {
  const std::vector<model::GoalResult> results = model::judge(goals, system.totals());
  return std::all_of(results.begin(), results.end(),
                     [](const model::GoalResult& result) { return result.met; });
}

void see_middle(ReadableMiddle& middle, const tutor::Facts& facts, double speed) {
  const double strained_s = tutor::find_fact(facts, "strained_at")->value;
  const double failure_s = tutor::find_fact(facts, "first_failure_at")->value;
  const double warned_s = (failure_s - strained_s) / speed;
  middle.shortest_s = middle.seeds == 0 ? warned_s : std::min(middle.shortest_s, warned_s);
  ++middle.seeds;
  if (warned_s >= kReadable_s) ++middle.readable;
}

}  // namespace

bool LessonAblation::as_taught() const {
  return middle.as_taught() && std::all_of(rows.begin(), rows.end(),
                                           [](const AblationRow& row) { return row.as_taught(); });
}

LessonAblation ablate(const lesson::Lesson& lesson, int seeds, ProgressBar& progress) {
  constexpr std::array<std::string_view, 3> kRoles = {"nothing", "fix", "alternative"};
  LessonAblation result{.stage = lesson.stage, .lesson = lesson.id, .rows = {}, .middle = {}};
  const auto add = [&](AblationRow row, const model::Scenario& scenario) {
    const bool untouched = row.role == kRoles[0];
    for (int seed = 1; seed <= seeds; ++seed) {
      model::System system(scenario, static_cast<std::uint64_t>(seed));
      system.run_until(system.end());
      ++row.seeds;
      if (meets(system, lesson.scenario.goals)) ++row.met;
      if (untouched) see_middle(result.middle, tutor::facts_of(system, scenario), lesson.speed);
      progress.advance();
    }
    result.rows.push_back(std::move(row));
  };
  for (const lesson::Variant& variant : lesson.variants) {
    AblationRow row{.id = variant.id, .label = variant.label, .role = {}};
    row.role = kRoles[static_cast<std::size_t>(variant.role)];
    row.should_meet = variant.role == lesson::Variant::Role::fix;
    add(std::move(row), lesson::with_edits(lesson.scenario, variant.edits));
  }
  AblationRow solution{.id = "solution", .label = "The worked solution", .role = "solution"};
  solution.should_meet = true;
  add(std::move(solution), lesson::challenge_scenario(lesson, lesson::solution_of(lesson)));
  return result;
}

std::size_t ablation_runs(const lesson::Lesson& lesson, int seeds) {
  return (lesson.variants.size() + 1) * static_cast<std::size_t>(seeds);
}

}  // namespace tenfold::cli
