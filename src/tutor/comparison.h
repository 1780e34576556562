// Before and after, and whether they differ by more than runs differ anyway.
#pragma once

#include <vector>

#include "tutor/lesson_state.h"

namespace tenfold::tutor {

// One pair of runs that met the same requests.
struct FactPair {
  const Facts* before = nullptr;
  const Facts* after = nullptr;
};

// Rows for the first pair. With further pairs, of other seeds, a row says "no difference" when the
// 95 % interval of the pairs' mean difference holds 0; with one pair alone it is still being
// measured, unless the values are equal. Without any pair all values are "…": the rows that are to
// come.
std::vector<ComparisonRow> compare(const std::vector<FactPair>& pairs);

}  // namespace tenfold::tutor
