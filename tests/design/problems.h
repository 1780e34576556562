// The problems of lessons/problems as tests read them. Tests run in the source folder.
#pragma once

#include <vector>

#include "design/verdict.h"
#include "lesson/problem.h"

namespace tenfold::test {

// All, in the order of their names; each must be without faults.
std::vector<lesson::Problem> problems();
lesson::Problem problem(const char* id);

// Makes every run of a verdict.
void finish(design::Verdict& verdict);

}  // namespace tenfold::test
