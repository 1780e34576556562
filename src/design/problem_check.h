// What a problem's file says that cannot be so: designs that lack something, trouble that the
// reference has no part for, sentences that are too long. The reader has refused what has no form.
#pragma once

#include <string_view>
#include <vector>

#include "lesson/problem.h"
#include "lesson/reader.h"

namespace tenfold::design {

// REQUIRES: a problem that was read without faults.
std::vector<lesson::FileFault> check_problem(const lesson::Problem& problem, std::string_view file);

}  // namespace tenfold::design
