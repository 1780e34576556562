// Each claim is run, and the file is at fault where it does not hold.
#include "tutor/room_check.h"

#include <algorithm>
#include <cmath>

#include "lesson/words.h"
#include "tutor/facts.h"
#include "tutor/weak_points.h"
#include "tutor/weighing.h"

namespace tenfold::tutor {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr double kNear = 0.05;  // of what theory expects

class Checker {
 public:
  Checker(const std::vector<const lesson::Lesson*>& lessons, std::string_view file)
      : lessons_(lessons), file_(file) {}

  void check_row(const std::string& path, const lesson::SheetRow& row) {
    const auto stage =
        std::find_if(lessons_.begin(), lessons_.end(),
                     [&](const lesson::Lesson* lesson) { return lesson->stage == row.run.stage; });
    if (row.run.stage != 0 && stage == lessons_.end()) return;
    const lesson::RunPairScenarios pair =
        lesson::scenarios_of(row.run, row.run.stage == 0 ? nullptr : *stage);
    if (!pair.known) {
      add(path + "/run", "names a variant that the stage's lesson does not have");
      return;
    }
    check_sufferers(path + "/suffers", pair.before, row.suffers);
    const Fact before = fact_of(pair.before, row.fact);
    const Fact after = fact_of(pair.after, row.fact);
    if (before.name.empty() || after.name.empty()) {
      add(path + "/proof/fact", "is not a fact of both runs: " + lesson::quoted(row.fact));
      return;
    }
    const double high = row.falls ? before.value : after.value;
    const double low = row.falls ? after.value : before.value;
    if (high > 0 && high >= row.factor * low) return;
    add(path + "/proof",
        "does not hold: " + row.fact + " goes from " + before.shown + " to " + after.shown);
  }

  void check_system(const std::string& path, const lesson::WeakSystem& system) {
    const std::vector<std::string> weak = weak_points(system.scenario, kSeed);
    if (!meets(system.scenario, system.scenario.goals)) {
      add(path + "/scenario", "misses its goals though nothing died");
    }
    if (weak.size() != 1) {
      std::string names;
      for (const std::string& part : weak) names += ' ' + part;
      add(path + "/scenario", "must have exactly one part that it cannot do without, has " +
                                  lesson::count_word(weak.size()) + names);
    }
  }

  // Over every combination of conditions.
  void check_weighing(const std::string& path, const lesson::Weighing& weighing) {
    for (std::size_t answer = 0; answer < weighing.answers.size(); ++answer) {
      bool holds = false;
      bool fails = false;
      std::vector<int> options(weighing.conditions.size(), 0);
      do {
        const bool met = meets(weighed(weighing, static_cast<int>(answer), options),
                               weighed_goals(weighing, options));
        (met ? holds : fails) = true;
      } while (!(holds && fails) && next(weighing, options));
      if (holds && fails) continue;
      add(path + "/answers/" + std::to_string(answer),
          holds ? "holds under all conditions" : "holds under no conditions");
    }
  }

  // Long enough that its mean comes near the line.
  void check_live(const lesson::LiveRow& live) {
    model::System system(live.scenario, kSeed);
    system.run_until(system.end());
    const double mean_ms = system.totals().mean_time_ms;
    if (std::fabs(mean_ms / live.expected_ms - 1) <= kNear) return;
    add("/live", "its mean time is " + show_ms(mean_ms) + " where theory expects " +
                     show_ms(live.expected_ms));
  }

  std::vector<lesson::FileFault> take() { return std::move(faults_); }

 private:
  // Each dies or is overloaded in some second.
  void check_sufferers(const std::string& path, const model::Scenario& scenario,
                       std::vector<std::string> ids) {
    model::System system(scenario, kSeed);
    for (sim::Time at{}; at < system.end() && !ids.empty(); at += sim::from_seconds(1)) {
      system.run_until(at);
      for (const model::PartState& part : system.parts()) {
        const bool suffers = part.health >= model::Health::overloaded;
        if (suffers) std::erase(ids, part.id);
      }
    }
    for (const std::string& id : ids) add(path, "is well all the time: " + lesson::quoted(id));
  }

  void add(std::string path, std::string reason) {
    faults_.push_back({std::string(file_), std::move(path), std::move(reason)});
  }

  static bool meets(const model::Scenario& scenario, const std::vector<model::Goal>& goals) {
    model::System system(scenario, kSeed);
    system.run_until(system.end());
    return model::all_met(model::judge(goals, system.totals()));
  }

  static Fact fact_of(const model::Scenario& scenario, std::string_view name) {
    model::System system(scenario, kSeed);
    system.run_until(system.end());
    const Facts facts = facts_of(system, scenario);
    const Fact* fact = find_fact(facts, name);
    return fact == nullptr ? Fact{} : *fact;
  }

  // The next combination; false after the last.
  static bool next(const lesson::Weighing& weighing, std::vector<int>& options) {
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (++options[i] < static_cast<int>(weighing.conditions[i].options.size())) return true;
      options[i] = 0;
    }
    return false;
  }

  const std::vector<const lesson::Lesson*>& lessons_;
  std::string_view file_;
  std::vector<lesson::FileFault> faults_;
};

}  // namespace

std::vector<lesson::FileFault> check_room(const lesson::Room& room,
                                          const std::vector<const lesson::Lesson*>& lessons,
                                          std::string_view file) {
  Checker checker(lessons, file);
  const auto at = [](std::string_view list, std::size_t index) {
    return '/' + std::string(list) + '/' + std::to_string(index);
  };
  for (std::size_t i = 0; i < room.rows.size(); ++i) checker.check_row(at("rows", i), room.rows[i]);
  for (std::size_t i = 0; i < room.systems.size(); ++i) {
    checker.check_system(at("systems", i), room.systems[i]);
  }
  for (std::size_t i = 0; i < room.weighings.size(); ++i) {
    checker.check_weighing(at("weighings", i), room.weighings[i]);
  }
  if (room.live) checker.check_live(*room.live);
  return checker.take();
}

}  // namespace tenfold::tutor
