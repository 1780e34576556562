// Looking up parameters by name, and checking their values.
#include "model/settings.h"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <string>

namespace tenfold::model {
namespace {

std::string written(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", number);
  return text;
}

}  // namespace

const Setting* Settings::given(std::string_view name) const {
  const auto found = std::find_if(part_.settings.begin(), part_.settings.end(),
                                  [name](const Setting& setting) { return setting.name == name; });
  return found == part_.settings.end() ? nullptr : &*found;
}

const ParameterInfo& Settings::info(std::string_view name) const {
  const ParameterInfo* parameter = find_parameter(kind_, name);
  assert(parameter != nullptr);
  return *parameter;
}

double Settings::number(std::string_view name) const {
  const Setting* setting = given(name);
  return setting != nullptr ? setting->number : info(name).initial;
}

std::uint32_t Settings::count(std::string_view name) const {
  return static_cast<std::uint32_t>(number(name));
}

std::string_view Settings::text(std::string_view name) const {
  const Setting* setting = given(name);
  if (setting != nullptr) return setting->text;
  const ParameterInfo& parameter = info(name);
  if (parameter.choices.empty()) return {};
  return parameter.choices[static_cast<std::size_t>(parameter.initial)];
}

std::string fault_of(const ParameterInfo& parameter, const Setting& setting) {
  if (parameter.is_part) return setting.text.empty() ? "must name a part" : "";
  if (!parameter.choices.empty()) {
    const auto& choices = parameter.choices;
    if (std::find(choices.begin(), choices.end(), setting.text) != choices.end()) return "";
    std::string reason = "must be one of";
    for (std::size_t i = 0; i < choices.size(); ++i) {
      reason += (i == 0 ? " " : ", ") + std::string(choices[i]);
    }
    return reason + "; is \"" + setting.text + "\"";
  }
  if (!setting.text.empty()) return "must be a number; is \"" + setting.text + "\"";
  const double value = setting.number;
  if (value >= parameter.low && value <= parameter.high) return "";
  return "must be from " + written(parameter.low) + " to " + written(parameter.high) + "; is " +
         written(value);
}

}  // namespace tenfold::model
