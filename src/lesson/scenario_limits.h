// How much a scenario in a file may hold. lessons/scenario.schema.json says the same.
#pragma once

#include <cstddef>

namespace tenfold::lesson {

inline constexpr std::size_t kMostScenarioParts = 100;
inline constexpr std::size_t kMostLinks = 400;
inline constexpr std::size_t kMostChanges = 100;
inline constexpr std::size_t kMostGoals = 10;
inline constexpr std::size_t kLongestTitle = 120;  // characters
inline constexpr std::size_t kLongestLabel = 60;
inline constexpr double kFarthestCell = 20;  // column or row
inline constexpr double kShortestRun_s = 0.001;
inline constexpr double kLongestRun_s = 86'400;

}  // namespace tenfold::lesson
