// Reading problems, and running verdicts one run after the other.
#include "tests/design/problems.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/lesson/files.h"

namespace tenfold::test {

lesson::Problem problem(const char* id) {
  const std::string file = std::string("lessons/problems/") + id + ".json";
  lesson::ReadProblem read = lesson::read_problem(read_text(file), file);
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  return std::move(read.problem);
}

std::vector<lesson::Problem> problems() {
  std::vector<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator("lessons/problems")) {
    ids.push_back(entry.path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  std::vector<lesson::Problem> all;
  for (const std::string& id : ids) all.push_back(problem(id.c_str()));
  return all;
}

void finish(design::Verdict& verdict) {
  while (!verdict.trials().empty()) {
    std::vector<design::TrialResult> results;
    for (const design::Trial& trial : verdict.trials()) {
      results.push_back(design::run_trial(trial));
    }
    verdict.take(results);
  }
}

}  // namespace tenfold::test
