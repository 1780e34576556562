// A link is called by its ends.
#include "tutor/part_words.h"

#include <algorithm>

namespace tenfold::tutor {

const model::PartSpec* find_part(const model::Scenario& scenario, std::string_view id) {
  const auto part = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                 [id](const model::PartSpec& spec) { return spec.id == id; });
  return part == scenario.parts.end() ? nullptr : &*part;
}

std::string label_of(const model::Scenario& scenario, std::string_view id) {
  if (const model::PartSpec* part = find_part(scenario, id)) return part->label;
  const std::size_t arrow = id.find('>');
  if (arrow == std::string_view::npos) return std::string(id);
  return "Link from " + label_of(scenario, id.substr(0, arrow)) + " to " +
         label_of(scenario, id.substr(arrow + 1));
}

}  // namespace tenfold::tutor
