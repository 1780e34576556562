// The published schema says of every kind of part, link and goal what the program's own catalogue
// says. Whoever adds a parameter is told the entry that belongs in the schema.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "model/catalogue.h"
#include "model/scenario.h"

namespace tenfold::cli::test {

namespace {

using Json = nlohmann::ordered_json;

// Whole numbers are written without a point.
Json number(double value) {
  return std::floor(value) == value ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

Json entry_of(const model::ParameterInfo& parameter) {
  Json entry = {{"description", std::string(parameter.unit)}};
  if (parameter.is_part) {
    entry["type"] = "string";
  } else if (!parameter.choices.empty()) {
    entry["enum"] = parameter.choices;
    entry["default"] = parameter.choices[static_cast<std::size_t>(parameter.initial)];
  } else {
    entry["type"] = "number";
    entry["minimum"] = number(parameter.low);
    entry["maximum"] = number(parameter.high);
    entry["default"] = number(parameter.initial);
  }
  return entry;
}

Json entry_of(const model::KindInfo& kind) {
  Json properties = {{"id", true}, {"kind", {{"const", kind.name}}}, {"label", true}, {"at", true}};
  Json required = Json::array();
  for (const model::ParameterInfo& parameter : kind.parameters) {
    properties[std::string(parameter.name)] = entry_of(parameter);
    if (parameter.is_part) required.push_back(parameter.name);
  }
  return {{"description", ""},
          {"required", required},
          {"properties", properties},
          {"additionalProperties", false}};
}

Json definitions() {
  std::ifstream file("lessons/scenario.schema.json");
  REQUIRE(file);
  return Json::parse(file).at("definitions");
}

// Descriptions are written in the schema alone: after the unit, a sentence.
void check_words(const std::string& place, Json& found, Json& expected) {
  if (!expected.is_object() || !found.is_object()) return;
  if (expected.contains("description")) {
    const auto words = found.value("description", std::string());
    const auto unit = expected["description"].get<std::string>();
    CHECK_MESSAGE(words.starts_with(unit.empty() ? "" : unit + ": "), place);
    CHECK_MESSAGE((words.ends_with(".") && words.size() > unit.size() + 10), place);
    found.erase("description");
    expected.erase("description");
  }
  if (!expected.contains("properties") || !found.contains("properties")) return;
  for (auto& [name, entry] : expected["properties"].items()) {
    if (found["properties"].contains(name)) {
      check_words(place + "/" + name, found["properties"][name], entry);
    }
  }
}

void compare(const std::string& place, Json found, Json expected) {
  check_words(place, found, expected);
  CHECK_MESSAGE(found == expected, "definitions/", place, " should be\n", expected.dump());
}

}  // namespace

TEST_CASE("the schema has an entry for every kind of part, with what the kind can be told") {
  const Json schema = definitions();
  Json names = Json::array();
  Json choices = Json::array();
  for (const model::KindInfo* kind : model::part_kinds()) {
    const std::string name(kind->name);
    names.push_back(name);
    choices.push_back({{"if", {{"properties", {{"kind", {{"const", name}}}}}}},
                       {"then", {{"$ref", "#/definitions/kinds/" + name}}}});
    compare("kinds/" + name, schema.at("kinds").value(name, Json()), entry_of(*kind));
  }
  CHECK(schema.at("kinds").size() == names.size());
  compare("part/properties/kind", schema.at("part").at("properties").at("kind"), {{"enum", names}});
  compare("part/allOf", schema.at("part").value("allOf", Json()), choices);
}

TEST_CASE("the schema knows what links and goals can be told") {
  const Json schema = definitions();
  const Json& link = schema.at("link").at("properties");
  for (const model::ParameterInfo& parameter : model::link_kind().parameters) {
    const std::string name(parameter.name);
    compare("link/properties/" + name, link.value(name, Json()), entry_of(parameter));
  }
  CHECK(link.size() == model::link_kind().parameters.size() + 2);
  Json metrics = Json::array();
  for (std::size_t i = 0; i < model::kMetrics; ++i) {
    metrics.push_back(model::metric_name(static_cast<model::Metric>(i)));
  }
  compare("goal/properties/metric", schema.at("goal").at("properties").at("metric"),
          {{"enum", metrics}});
}

}  // namespace tenfold::cli::test
