// The commands. Each takes the arguments after its name.
#pragma once

#include <span>
#include <string_view>

#include "cli/program.h"

namespace tenfold::cli {

Outcome check(std::span<const std::string_view> arguments);
Outcome scenario(std::span<const std::string_view> arguments);
Outcome simulate(std::span<const std::string_view> arguments);
Outcome ablation(std::span<const std::string_view> arguments);
Outcome bench(std::span<const std::string_view> arguments);
Outcome facts(std::span<const std::string_view> arguments);
Outcome seeks(std::span<const std::string_view> arguments);
Outcome signature(std::span<const std::string_view> arguments);
Outcome verdict(std::span<const std::string_view> arguments);

}  // namespace tenfold::cli
