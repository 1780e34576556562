// Is the taught fix what wins? Every variant of a lesson, run over many seeds and judged by the
// stage's goals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"

namespace tenfold::cli {

class ProgressBar;

// The lesson contract: over 100 seeds the fix is to succeed in at least 95, all else in at most 5.
inline constexpr double kFixShare = 0.95;
inline constexpr double kOtherShare = 0.05;

struct AblationRow {
  std::string id;
  std::string label;
  std::string role;  // nothing, fix, alternative; of the challenge: copied, solution
  int seeds = 0;
  int met = 0;
  bool should_meet = false;
  bool either = false;  // a challenge that is nearly worked may be met by what was shown
  double share() const { return seeds == 0 ? 0 : static_cast<double>(met) / seeds; }
  bool as_taught() const {
    return either || (should_meet ? share() >= kFixShare : share() <= kOtherShare);
  }
};

// The warning before the failure, in the viewer's seconds.
struct ReadableMiddle {
  int seeds = 0;
  int readable = 0;       // strained for at least 5 s before the first failure
  double shortest_s = 0;  // over the seeds
  bool as_taught() const { return readable >= kFixShare * seeds; }
};

struct LessonAblation {
  int stage = 0;
  std::string lesson;
  std::string title;
  std::vector<AblationRow> rows;
  ReadableMiddle middle;
  bool as_taught() const;
};

// Seeds 1 … `seeds` of the row with this id; of every row when it is empty. REQUIRES: a lesson that
// was read without faults.
LessonAblation ablate(const lesson::Lesson& lesson, std::string_view row, int seeds,
                      ProgressBar& progress);
// How many that takes.
std::size_t ablation_runs(const lesson::Lesson& lesson, std::string_view row, int seeds);

}  // namespace tenfold::cli
