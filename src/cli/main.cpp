// The headless program: the simulation and the lessons' checks without a page.
#include <cstdio>
#include <string_view>
#include <vector>

#include "cli/program.h"

int main(int count, char** words) {
  const std::vector<std::string_view> arguments(words + 1, words + count);
  const tenfold::cli::Outcome outcome = tenfold::cli::run(arguments);
  std::fputs(outcome.out.c_str(), stdout);
  std::fputs(outcome.err.c_str(), stderr);
  return outcome.exit_code;
}
