// A death is one more change in the scenario.
#include "tutor/weak_points.h"

#include <algorithm>

#include "model/catalogue.h"
#include "model/system.h"

namespace tenfold::tutor {

model::Scenario with_death(const model::Scenario& scenario, std::string_view part, double at_s) {
  model::Scenario dying = scenario;
  model::TimedChange& death = dying.changes.emplace_back();
  death.at_s = at_s;
  death.change.kind = model::Change::Kind::kill;
  death.change.part = part;
  return dying;
}

std::string_view what_dies(const model::Scenario& scenario, std::string_view part) {
  for (const model::PartSpec& spec : scenario.parts) {
    if (spec.id != part) continue;
    for (const model::Setting& setting : spec.settings) {
      if (setting.name == "machine") return setting.text;
    }
  }
  return part;
}

std::vector<std::string> mortal_parts(const model::Scenario& scenario) {
  std::vector<std::string> ids;
  for (const model::PartSpec& part : scenario.parts) {
    const model::KindInfo& kind = model::kind_info(part.kind);
    const bool alive = !kind.is_users && !kind.lives_in_callers;
    if (alive && what_dies(scenario, part.id) == part.id) ids.push_back(part.id);
  }
  return ids;
}

model::Scenario with_early_death(const model::Scenario& scenario, std::string_view part) {
  return with_death(scenario, part, scenario.duration_s / 4);
}

std::vector<std::string> weak_points(const model::Scenario& scenario, std::uint64_t seed) {
  std::vector<std::string> weak;
  for (const std::string& part : mortal_parts(scenario)) {
    model::System system(with_early_death(scenario, part), seed);
    system.run_until(system.end());
    if (!model::all_met(model::judge(scenario.goals, system.totals()))) weak.push_back(part);
  }
  return weak;
}

}  // namespace tenfold::tutor
