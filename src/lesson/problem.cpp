// Setting a design into a level's world.
#include "lesson/problem.h"

#include <algorithm>

#include "model/catalogue.h"

namespace tenfold::lesson {

model::Scenario in_world(const Level& level, const model::Scenario& design) {
  model::Scenario made = level.world;
  const auto is_there = [&made](std::string_view id) {
    return std::any_of(made.parts.begin(), made.parts.end(),
                       [id](const model::PartSpec& part) { return part.id == id; });
  };
  for (const model::PartSpec& part : design.parts) {
    const model::KindInfo* kind = model::find_kind(part.kind);
    if (kind == nullptr || kind->is_users) continue;  // people are the world's
    if (!is_there(part.id)) made.parts.push_back(part);
  }
  for (const model::PartSpec& part : design.parts) {
    for (model::PartSpec& own : made.parts) {
      if (own.id == part.id) own.place = part.place;
    }
  }
  for (const model::LinkSpec& link : design.links) {
    if (is_there(link.from) && is_there(link.to)) made.links.push_back(link);
  }
  return made;
}

model::Scenario start_of(const Problem& problem, std::size_t level) {
  const Level& now = problem.levels[level];
  if (level == 0) return in_world(now, {});
  model::Scenario made = in_world(now, problem.levels[level - 1].reference);
  const std::string& first = now.world.parts.front().id;
  for (const model::PartSpec& part : now.world.parts) {
    if (!model::kind_info(part.kind).is_users) continue;
    const bool is_new = std::none_of(made.links.begin(), made.links.end(),
                                     [&](const auto& link) { return link.from == part.id; });
    for (std::size_t i = 0, count = made.links.size(); is_new && i < count; ++i) {
      if (made.links[i].from == first) made.links.push_back({part.id, made.links[i].to});
    }
  }
  return made;
}

double value_at(const Problem& problem, const Sum& sum, std::size_t level) {
  const std::size_t first = problem.levels.size() - sum.values.size();
  return level < first ? 0 : sum.values[level - first];
}

bool is_near(const Sum& sum, double value, double given) {
  return given >= value / (1 + sum.within) && given <= value * (1 + sum.within);
}

}  // namespace tenfold::lesson
