// Round values stand on a ladder of ten rungs a decade, as sizes of resistors do.
#include "tutor/knobs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tutor/facts.h"

namespace tenfold::tutor {
namespace {

// The least rung above 0 of what can be 0 and is not counted.
constexpr double kLeast = 0.1;

// No decimal that says nothing: 0.5, 2,880, 3, 0.0012.
std::string show_value(double value) {
  constexpr double kGrouped = 1000;  // from here on digits stand in threes
  if (value >= kGrouped && value == std::floor(value)) return show_count(value);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), value >= kGrouped ? "%.10g" : "%.4g", value);
  return text.data();
}

std::string choice_words(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

// The n-th rung from 1 upwards, or downwards where it is negative; each the nearest double.
double rung(int n) {
  constexpr std::array kTenths = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};
  constexpr int kRungs = kTenths.size();
  const int decade = n >= 0 ? n / kRungs : -((kRungs - 1 - n) / kRungs);
  const double tenths = kTenths[static_cast<std::size_t>(n - decade * kRungs)];
  return decade >= 1 ? tenths * std::pow(10.0, decade - 1) : tenths / std::pow(10.0, 1 - decade);
}

// Those of the range's own ends and of the rungs that the parameter can have.
bool can_be(const model::ParameterInfo& parameter, double value) {
  return !model::counts_things(parameter) || value == std::floor(value);
}

}  // namespace

std::string parameter_words(const model::ParameterInfo& parameter) {
  if (!parameter.words.empty()) return std::string(parameter.words);
  std::string_view name = parameter.name;
  std::string ending = "_" + std::string(parameter.unit);
  for (char& c : ending) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  if (name.ends_with(ending)) name.remove_suffix(ending.size());
  return choice_words(name);
}

std::string show_setting(const model::ParameterInfo& parameter, const model::Setting& setting) {
  if (!setting.text.empty()) return choice_words(setting.text);
  if (model::is_switch(parameter)) return setting.number != 0 ? "on" : "off";
  if (parameter.unit == "x") return show_value(setting.number) + "×";
  if (parameter.unit == "$") return "$" + show_value(setting.number);
  const std::string unit = parameter.unit.empty() ? "" : " " + std::string(parameter.unit);
  if (!parameter.unit.starts_with("of ")) return show_value(setting.number) + unit;
  return show_value(setting.number * 100) + " %" + unit;
}

std::string change_in_words(const model::ParameterInfo& parameter, const model::Setting& before,
                            const model::Setting& after) {
  const std::string words = parameter_words(parameter);
  // "workers 8 → 10" says of what.
  if (parameter.unit == words) {
    return words + " " + show_value(before.number) + " → " + show_value(after.number);
  }
  return words + " " + show_setting(parameter, before) + " → " + show_setting(parameter, after);
}

model::Setting setting_of(const model::ParameterInfo& parameter, const model::PartSpec& part) {
  for (const model::Setting& setting : part.settings) {
    if (setting.name == parameter.name) return setting;
  }
  return setting_from(parameter, parameter.initial);
}

double number_of(const model::ParameterInfo& parameter, const model::Setting& setting) {
  if (parameter.choices.empty()) return setting.number;
  const auto chosen = std::find(parameter.choices.begin(), parameter.choices.end(), setting.text);
  return static_cast<double>(chosen - parameter.choices.begin());
}

model::Setting setting_from(const model::ParameterInfo& parameter, double number) {
  model::Setting setting{.name = std::string(parameter.name), .number = number, .text = {}};
  if (parameter.choices.empty()) return setting;
  setting.number = 0;
  const bool is_one = number >= 0 && number < static_cast<double>(parameter.choices.size());
  if (is_one) setting.text = parameter.choices[static_cast<std::size_t>(number)];
  return setting;
}

std::optional<double> next_value(const model::ParameterInfo& parameter, double now, int direction) {
  if (!parameter.choices.empty() || model::is_switch(parameter)) {
    const double last =
        parameter.choices.empty() ? 1 : static_cast<double>(parameter.choices.size()) - 1;
    const double next = now + direction;
    return next < 0 || next > last ? std::nullopt : std::optional(next);
  }
  const double least = parameter.low > 0                 ? parameter.low
                       : model::counts_things(parameter) ? 1
                                                         : kLeast;
  if (direction > 0) {
    if (now >= parameter.high) return std::nullopt;
    if (now < least) return std::min(least, parameter.high);
    int n = static_cast<int>(std::floor(std::log10(now))) * 10;
    while (rung(n) <= now || !can_be(parameter, rung(n))) ++n;
    return std::min(rung(n), parameter.high);
  }
  if (now <= parameter.low) return std::nullopt;
  if (now <= least) return parameter.low;
  int n = static_cast<int>(std::ceil(std::log10(now))) * 10;
  while (rung(n) >= now || (!can_be(parameter, rung(n)) && rung(n) > least)) --n;
  return std::max(rung(n), least);
}

}  // namespace tenfold::tutor
