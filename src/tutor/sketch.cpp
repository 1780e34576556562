// Machines are where parts run, and readers and DNS are there in every system.
#include "tutor/sketch.h"

#include <algorithm>

#include "lesson/text.h"
#include "model/catalogue.h"

namespace tenfold::tutor {
namespace {

bool is_shown(const model::PartSpec& part) {
  const model::KindInfo& kind = model::kind_info(part.kind);
  return !kind.is_machine && !kind.is_users && !kind.is_outside && part.kind != "dns";
}

std::size_t place_of(const std::vector<model::PartSpec>& parts, std::string_view id) {
  const auto found = std::find_if(parts.begin(), parts.end(),
                                  [id](const model::PartSpec& part) { return part.id == id; });
  return static_cast<std::size_t>(found - parts.begin());
}

int machine_of(const model::Scenario& scenario, const model::PartSpec& part) {
  for (const model::Setting& setting : part.settings) {
    if (setting.name == "machine") {
      return static_cast<int>(place_of(scenario.parts, setting.text));
    }
  }
  return -1;
}

std::string_view trouble(model::Health health) {
  return health == model::Health::up     ? ""
         : health == model::Health::down ? " (dies)"
                                         : " (overloaded)";
}

}  // namespace

Sketch sketch_of(const model::Scenario& scenario, const model::Scenario& before) {
  Sketch sketch;
  std::vector<std::string_view> ids;
  for (const model::PartSpec& part : scenario.parts) {
    if (!is_shown(part)) continue;
    ids.push_back(part.id);
    sketch.parts.push_back({.id = part.id,
                            .kind = part.kind,
                            .label = part.label,
                            .place = part.place,
                            .is_new = place_of(before.parts, part.id) == before.parts.size(),
                            .machine = machine_of(scenario, part)});
  }
  const auto index_of = [&ids](std::string_view id) {
    return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
  };
  for (const model::LinkSpec& link : scenario.links) {
    const std::size_t from = index_of(link.from);
    const std::size_t to = index_of(link.to);
    if (from < ids.size() && to < ids.size()) sketch.links.push_back({from, to});
  }
  return sketch;
}

void mark_sufferers(Sketch& sketch, const model::Scenario& scenario,
                    const std::vector<std::string>& ids) {
  for (SketchPart& part : sketch.parts) {
    const auto is_named = [&ids](const std::string& id) {
      return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    const bool on_sufferer =
        part.machine >= 0 && is_named(scenario.parts[static_cast<std::size_t>(part.machine)].id);
    if (!is_named(part.id) && !on_sufferer) continue;
    const bool dies = std::any_of(
        scenario.changes.begin(), scenario.changes.end(), [&](const model::TimedChange& timed) {
          return timed.change.kind == model::Change::Kind::kill && timed.change.part == part.id;
        });
    part.health = dies ? model::Health::down : model::Health::overloaded;
  }
}

std::string words_of(const Sketch& sketch) {
  std::string words;
  std::vector<std::string> said;
  for (const SketchPart& part : sketch.parts) {
    const std::string name = lesson::lower(std::string(model::kind_info(part.kind).title)) +
                             std::string(trouble(part.health));
    if (std::find(said.begin(), said.end(), name) != said.end()) continue;
    const auto count =
        std::count_if(sketch.parts.begin(), sketch.parts.end(), [&](const SketchPart& other) {
          return other.kind == part.kind && other.health == part.health;
        });
    words += (words.empty() ? "" : ", ") + (count > 1 ? std::to_string(count) + " × " : "") + name;
    said.push_back(name);
  }
  return words;
}

}  // namespace tenfold::tutor
