// Parts with the same numbers share a line; what a scenario sets itself counts as the lesson's.
#include "ui/sources.h"

#include <algorithm>

#include "model/catalogue.h"
#include "tutor/facts.h"

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

// At most three decimals, none that say nothing: 0.5, 2,880, 3.
std::string show_value(double value) {
  std::string text = tutor::show_count(static_cast<double>(static_cast<long long>(value)));
  const auto thousandths =
      static_cast<int>((value - static_cast<double>(static_cast<long long>(value))) * 1000 + 0.5);
  if (thousandths == 0) return text;
  std::string digits = std::to_string(1000 + thousandths).substr(1);
  while (digits.back() == '0') digits.pop_back();
  return text + "." + digits;
}

// As a reader says it, with the number's unit left to the number: "cpu_ms" is "cpu".
std::string spoken(std::string_view name, std::string_view unit) {
  std::string ending = "_" + std::string(unit);
  for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  if (name.ends_with(ending)) name.remove_suffix(ending.size());
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string machine_source(const model::Setting* size) {
  const model::MachineSize* found =
      size == nullptr ? nullptr : model::find_machine_size(size->text);
  if (found == nullptr) return "";
  return std::string(found->name) + " " + tutor::show_dollars(found->dollars_month) + " a month, " +
         show_value(found->disk_read_us) + " µs a disk read (" + std::string(found->source) + "; " +
         std::string(evidence_word(found->evidence)) + ")";
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
      line += spoken(info.name, info.unit) + " " +
              show_value(setting != nullptr ? setting->number : info.initial);
      if (!info.unit.empty()) line += " " + std::string(info.unit);
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
