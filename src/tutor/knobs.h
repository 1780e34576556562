// A part's parameters as a learner reads and turns them: words for name and value, and the value
// before and after the one that is set.
#pragma once

#include <optional>
#include <string>

#include "model/catalogue.h"
#include "model/scenario.h"

namespace tenfold::tutor {

// "queue limit", "CPU time": as it is said, with the unit left to the value.
std::string parameter_words(const model::ParameterInfo& parameter);
// "1,000 requests", "2.5 ms", "3×", "60 % of CPU", "on", "general-2". A setting's name is not read.
std::string show_setting(const model::ParameterInfo& parameter, const model::Setting& setting);
// "workers 8 → 10", "CPU time 2 ms → 3 ms".
std::string change_in_words(const model::ParameterInfo& parameter, const model::Setting& before,
                            const model::Setting& after);

// The value that a part has, its kind's default where it sets none.
model::Setting setting_of(const model::ParameterInfo& parameter, const model::PartSpec& part);
// As actions name values: a number, and of a name its place among the choices.
double number_of(const model::ParameterInfo& parameter, const model::Setting& setting);
model::Setting setting_from(const model::ParameterInfo& parameter, double number);

// The round value next above (direction 1) or below (-1), within the range: 8, 10, 12, 15, 20 …;
// the next choice. Nothing at the range's end.
std::optional<double> next_value(const model::ParameterInfo& parameter, double now, int direction);

}  // namespace tenfold::tutor
