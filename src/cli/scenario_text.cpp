// Writing scenarios, and the command that does: `tenfold scenario`.
#include "cli/scenario_text.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "lesson/reader.h"

namespace tenfold::cli {
namespace {

using Json = nlohmann::ordered_json;

// A whole number without the point that would make it another number to a reader's eye.
Json number(double value) {
  constexpr double kMostExact = 9e15;
  const bool is_whole = value == std::floor(value) && std::abs(value) < kMostExact;
  return is_whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json value_of(const model::Setting& setting) {
  return setting.text.empty() ? number(setting.number) : Json(setting.text);
}

Json json_of(const model::PartSpec& part) {
  Json json = {{"id", part.id},
               {"kind", part.kind},
               {"label", part.label},
               {"at", {number(part.place.column), number(part.place.row)}}};
  for (const model::Setting& setting : part.settings) json[setting.name] = value_of(setting);
  return json;
}

Json json_of(const model::LinkSpec& link) {
  Json json = {{"from", link.from}, {"to", link.to}};
  if (link.round_trip_ms > 0) json["round_trip_ms"] = number(link.round_trip_ms);
  if (link.mbps > 0) json["mbps"] = number(link.mbps);
  if (link.dollars_per_gb > 0) json["dollars_per_gb"] = number(link.dollars_per_gb);
  return json;
}

Json json_of(const model::TimedChange& timed) {
  const model::Change& change = timed.change;
  Json json = {{"at_s", number(timed.at_s)}};
  switch (change.kind) {
    case model::Change::Kind::kill:
      json["kill"] = change.part;
      break;
    case model::Change::Kind::heal:
      json["heal"] = change.part;
      break;
    case model::Change::Kind::set:
      json["set"] = change.part + "." + change.setting.name;
      json["to"] = value_of(change.setting);
      break;
  }
  return json;
}

Json json_of(const model::Goal& goal) {
  Json json = {{"metric", model::metric_name(goal.metric)}};
  if (!goal.users.empty()) json["users"] = goal.users;
  json[goal.at_least ? "at_least" : "at_most"] = number(goal.limit);
  return json;
}

// On one line, with a space after each colon and comma.
std::string one_line(const Json& json) {
  if (!json.is_structured()) return json.dump();
  std::string line;
  for (const auto& [key, value] : json.items()) {
    if (!line.empty()) line += ", ";
    if (json.is_object()) line += Json(key).dump() + ": ";
    line += one_line(value);
  }
  return json.is_object() ? "{" + line + "}" : "[" + line + "]";
}

template <typename Item>
std::string list(std::string_view key, const std::vector<Item>& items) {
  std::string text = ",\n  \"" + std::string(key) + "\": [";
  for (const Item& item : items) {
    text += (&item == &items.front() ? "\n    " : ",\n    ") + one_line(json_of(item));
  }
  return text + (items.empty() ? "]" : "\n  ]");
}

}  // namespace

std::string scenario_text(const model::Scenario& scenario) {
  const auto field = [](std::string_view key, const Json& value) {
    return "  \"" + std::string(key) + "\": " + value.dump();
  };
  std::string text = "{\n" + field("$schema", "../scenario.schema.json") + ",\n" +
                     field("id", scenario.id) + ",\n" + field("title", scenario.title) + ",\n" +
                     field("duration_s", number(scenario.duration_s));
  if (scenario.warmup_s > 0) text += ",\n" + field("warmup_s", number(scenario.warmup_s));
  text += list("parts", scenario.parts) + list("links", scenario.links);
  if (!scenario.changes.empty()) text += list("changes", scenario.changes);
  return text + list("goals", scenario.goals) + "\n}\n";
}

Outcome scenario(std::span<const std::string_view> words) {
  constexpr std::string_view kOptions[] = {"--variant"};
  const Arguments arguments = read_arguments(words, kOptions);
  if (!arguments.fault.empty()) return bad_input("scenario: " + arguments.fault);
  const std::string path(arguments.path);
  const FileText file = read_file(path);
  if (!file.fault.empty()) return bad_input(path + ": " + file.fault);
  const lesson::ReadScenario read =
      lesson::read_runnable(file.text, path, arguments.option("--variant").value_or(""));
  if (!read.faults.empty()) return bad_input(lesson::to_line(read.faults.front()));
  return {.exit_code = 0, .out = scenario_text(read.scenario), .err = {}};
}

}  // namespace tenfold::cli
