// Copying a part with all that ties it in.
#include "lesson/another.h"

#include <algorithm>

namespace tenfold::lesson {
namespace {

bool has_part(const model::Scenario& scenario, std::string_view id) {
  return std::any_of(scenario.parts.begin(), scenario.parts.end(),
                     [id](const model::PartSpec& part) { return part.id == id; });
}

constexpr std::string_view kDigits = "0123456789";

// "App 1" → "App 3" for the id "app3"
std::string label_of(const std::string& label, std::string_view id) {
  if (label.empty()) return label;
  std::string stem = label.substr(0, label.find_last_not_of(kDigits) + 1);
  if (stem.back() != ' ') stem += ' ';
  return stem + std::string(id.substr(id.find_last_not_of(kDigits) + 1));
}

std::string next_id(const model::Scenario& scenario, std::string_view like) {
  const std::size_t digits = like.find_last_not_of(kDigits) + 1;
  const std::string stem(like.substr(0, digits));
  for (int number = 2;; ++number) {
    std::string id = stem + std::to_string(number);
    if (!has_part(scenario, id) && !has_part(scenario, id + "-box")) return id;
  }
}

model::Setting* machine_of(model::PartSpec& part) {
  for (model::Setting& setting : part.settings) {
    if (setting.name == "machine") return &setting;
  }
  return nullptr;
}

}  // namespace

std::string add_another(model::Scenario& scenario, std::string_view like) {
  const auto found = std::find_if(scenario.parts.begin(), scenario.parts.end(),
                                  [like](const auto& part) { return part.id == like; });
  if (found == scenario.parts.end()) return "";
  model::PartSpec copy = *found;
  copy.id = next_id(scenario, like);
  copy.label = label_of(copy.label, copy.id);
  double lowest = copy.place.row;
  for (const model::PartSpec& part : scenario.parts) {
    if (part.place.column == copy.place.column) lowest = std::max(lowest, part.place.row);
  }
  copy.place.row = lowest + 1;
  if (model::Setting* home = machine_of(copy)) {
    const std::string old = home->text;
    home->text = copy.id + "-box";
    for (const model::PartSpec& part : scenario.parts) {
      if (part.id != old) continue;
      model::PartSpec machine = part;
      machine.id = home->text;
      machine.place = copy.place;
      scenario.parts.push_back(std::move(machine));
      break;
    }
  }
  for (std::size_t i = 0, count = scenario.links.size(); i < count; ++i) {
    model::LinkSpec link = scenario.links[i];
    if (link.from != like && link.to != like) continue;
    (link.from == like ? link.from : link.to) = copy.id;
    scenario.links.push_back(std::move(link));
  }
  std::string id = copy.id;
  scenario.parts.push_back(std::move(copy));
  return id;
}

}  // namespace tenfold::lesson
