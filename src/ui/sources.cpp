// Parts with the same numbers share a line; what a scenario sets itself counts as the lesson's.
#include "ui/sources.h"

#include <algorithm>

#include "model/catalogue.h"
#include "tutor/facts.h"
#include "tutor/knobs.h"

namespace tenfold::ui {
namespace {

std::string_view evidence_word(model::Evidence evidence) {
  switch (evidence) {
    case model::Evidence::measured:
      return "measured";
    case model::Evidence::vendor:
      return "vendor";
    case model::Evidence::computed:
      return "computed";
    case model::Evidence::estimate:
      break;
  }
  return "estimate";
}

const model::Setting* setting_of(const model::PartSpec& part, std::string_view name) {
  for (const model::Setting& setting : part.settings) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

std::string machine_source(const model::Setting* size) {
  const model::MachineSize* found =
      size == nullptr ? nullptr : model::find_machine_size(size->text);
  if (found == nullptr) return "";
  return std::string(found->name) + " " + tutor::show_dollars(found->dollars_month) + " a month, " +
         tutor::show_count(found->disk_read_us) + " µs a disk read (" + std::string(found->source) +
         "; " + std::string(evidence_word(found->evidence)) + ")";
}

}  // namespace

std::vector<std::string> number_sources(const model::Scenario& scenario) {
  std::vector<std::string> labels;  // parts with the same numbers share a line
  std::vector<std::string> lines;
  for (const model::PartSpec& part : scenario.parts) {
    const model::KindInfo* kind = model::find_kind(part.kind);
    if (kind == nullptr) continue;
    std::string line = machine_source(setting_of(part, "size"));
    for (const model::ParameterInfo& info : kind->parameters) {
      if (info.is_part || !info.choices.empty()) continue;
      const model::Setting* setting = setting_of(part, info.name);
      if (setting == nullptr && info.source.empty()) continue;
      if (!line.empty()) line += "; ";
      line += tutor::parameter_words(info) + " " +
              tutor::show_setting(info, tutor::setting_of(info, part));
      line += setting != nullptr ? " (this lesson)"
                                 : " (" + std::string(info.source) + "; " +
                                       std::string(evidence_word(info.evidence)) + ")";
    }
    if (line.empty()) continue;
    const auto same = std::find(lines.begin(), lines.end(), line);
    if (same == lines.end()) {
      labels.push_back(part.label);
      lines.push_back(line);
    } else {
      labels[static_cast<std::size_t>(same - lines.begin())] += ", " + part.label;
    }
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i] = "**" + labels[i] + "**: " + lines[i] + ".";
  }
  return lines;
}

}  // namespace tenfold::ui
