// Edits that a file has more than once. What stands twice has to be changed twice, so it belongs in
// a variant or a piece that others build on.
#pragma once

#include <string_view>
#include <vector>

#include "lesson/reader.h"

namespace tenfold::lesson {

inline constexpr double kMostRepeats = 0.1;  // of a file's edits

// None as long as there are no more than that; otherwise each repeat, and what it repeats.
// REQUIRES: the text of a file that was read without faults.
std::vector<FileFault> check_repeats(std::string_view text, std::string_view file);

}  // namespace tenfold::lesson
