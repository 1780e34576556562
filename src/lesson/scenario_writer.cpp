// Written by hand rather than by way of a tree, so that each part is a line that people can read.
#include "lesson/scenario_writer.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace tenfold::lesson {
namespace {

std::string json(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < ' ') {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
      out += code.data();
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

// With as few digits as read back as the same number; a whole one without point or exponent.
std::string json(double number) {
  constexpr double kMostExact = 9e15;
  const bool is_whole = number == std::floor(number) && std::abs(number) < kMostExact;
  std::array<char, 48> digits{};
  for (int count = is_whole ? 16 : 1; count <= 17; ++count) {
    std::snprintf(digits.data(), digits.size(), "%.*g", count, number);
    if (std::strtod(digits.data(), nullptr) == number) break;
  }
  return digits.data();
}

std::string json(const model::Setting& setting) {
  return setting.text.empty() ? json(setting.number) : json(setting.text);
}

// An object on one line.
class Line {
 public:
  template <typename Value>
  Line& add(std::string_view key, const Value& value) {
    return add_written(key, json(value));
  }
  Line& add_written(std::string_view key, const std::string& value) {
    text_ += (text_.empty() ? "{" : ", ") + json(key) + ": " + value;
    return *this;
  }
  std::string text() const { return text_ + '}'; }

 private:
  std::string text_;
};

std::string line_of(const model::PartSpec& part) {
  Line line;
  line.add("id", part.id).add("kind", part.kind);
  line.add("label", part.label);
  line.add_written("at", '[' + json(part.place.column) + ", " + json(part.place.row) + ']');
  for (const model::Setting& setting : part.settings) line.add(setting.name, setting);
  return line.text();
}

std::string line_of(const model::LinkSpec& link) {
  Line line;
  line.add("from", link.from).add("to", link.to);
  if (link.round_trip_ms > 0) line.add("round_trip_ms", link.round_trip_ms);
  if (link.mbps > 0) line.add("mbps", link.mbps);
  if (link.dollars_per_gb > 0) line.add("dollars_per_gb", link.dollars_per_gb);
  return line.text();
}

std::string line_of(const model::TimedChange& timed) {
  using Kind = model::Change::Kind;
  const model::Change& change = timed.change;
  Line line;
  line.add("at_s", timed.at_s);
  if (change.kind == Kind::set) {
    line.add("set", change.part + '.' + change.setting.name);
    line.add("to", change.setting);
  } else {
    line.add(change.kind == Kind::kill ? "kill" : "heal", change.part);
  }
  return line.text();
}

std::string line_of(const model::Goal& goal) {
  Line line;
  line.add("metric", model::metric_name(goal.metric));
  if (!goal.users.empty()) line.add("users", goal.users);
  return line.add(goal.at_least ? "at_least" : "at_most", goal.limit).text();
}

template <typename Item>
std::string list(std::string_view key, const std::vector<Item>& items) {
  std::string text = ",\n  " + json(key) + ": [";
  for (const Item& item : items) {
    text += (&item == &items.front() ? "\n    " : ",\n    ") + line_of(item);
  }
  return text + (items.empty() ? "]" : "\n  ]");
}

}  // namespace

std::string write_scenario(const model::Scenario& scenario) {
  std::string text =
      "{\n  \"$schema\": \"../scenario.schema.json\",\n  \"id\": " + json(scenario.id) +
      ",\n  \"title\": " + json(scenario.title) +
      ",\n  \"duration_s\": " + json(scenario.duration_s);
  if (scenario.warmup_s > 0) text += ",\n  \"warmup_s\": " + json(scenario.warmup_s);
  text += list("parts", scenario.parts) + list("links", scenario.links);
  if (!scenario.changes.empty()) text += list("changes", scenario.changes);
  return text + list("goals", scenario.goals) + "\n}\n";
}

}  // namespace tenfold::lesson
