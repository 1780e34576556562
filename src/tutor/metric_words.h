// A metric and its value in words, the same wherever goals and results are told.
#pragma once

#include <string>
#include <string_view>

#include "model/system.h"

namespace tenfold::tutor {

std::string_view metric_title(model::Metric metric);           // "Answered in time"
std::string show_metric(model::Metric metric, double value);   // "1.9 s", "$140 a month"
std::string result_in_words(const model::GoalResult& result);  // "a p99 of 1.9 s"

}  // namespace tenfold::tutor
