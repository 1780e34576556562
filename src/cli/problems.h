// Files of design problems on disk, and their proof: over many seeds the reference of each level
// meets its goals, in trouble and in calm; an empty sheet, the design of the level before and the
// tempting ones do not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/program.h"
#include "lesson/problem.h"

namespace tenfold::cli {

struct ProblemFile {
  std::string file;
  lesson::Problem problem;
  std::vector<lesson::FileFault> faults;  // of reading, and of what cannot be so
};

// Those of a folder "problems", or of the one in a folder of lessons, in the order of their names;
// or the one of a file in such a folder. None when there are none.
std::vector<ProblemFile> read_problems(std::string_view path);
// Whether a path means problems alone.
bool names_problems(std::string_view path);

// The proof, of the level with this id or of all, and of its row with this id or of all.
Outcome ablate_problems(const std::vector<ProblemFile>& problems, std::string_view level,
                        std::string_view row, int seeds);

}  // namespace tenfold::cli
