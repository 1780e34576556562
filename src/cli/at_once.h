// Many pieces of work that know nothing of one another, on all processors at once.
#pragma once

#include <cstddef>
#include <functional>

#include "cli/progress_bar.h"

namespace tenfold::cli {

// Does work(0) … work(count − 1), in any order and, natively, several at a time; the bar advances
// with each. What a piece of work writes to must be its own.
void at_once(std::size_t count, const std::function<void(std::size_t)>& work,
             ProgressBar& progress);

}  // namespace tenfold::cli
