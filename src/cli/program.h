// The headless program as a function of its arguments, so that tests call it as a user would.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tenfold::cli {

inline constexpr int kExitFaults = 1;    // a check found something
inline constexpr int kExitBadInput = 2;  // one line in `err` says what, `out` is empty

struct Outcome {
  int exit_code = 0;
  std::string out;  // for stdout
  std::string err;  // for stderr
};

// Bad input: one line naming the file or argument, the place and the reason.
Outcome bad_input(std::string_view reason);

// `arguments` are those after the program's name.
Outcome run(std::span<const std::string_view> arguments);

}  // namespace tenfold::cli
