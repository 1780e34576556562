// Command-line words as one path and options with values: "--seed 7".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenfold::cli {

struct Arguments {
  std::string_view path;
  std::vector<std::pair<std::string_view, std::string_view>> options;  // "--seed" → "7"
  std::string fault;  // empty when all could be read

  // The last value of an option that is given several times.
  std::optional<std::string_view> option(std::string_view name) const;
  // `otherwise` when the option is not given. Not a number, or out of range: sets `fault`.
  double number(std::string_view name, double low, double high, double otherwise);
  std::uint64_t whole(std::string_view name, std::uint64_t low, std::uint64_t high,
                      std::uint64_t otherwise);
};

// `known` are the options that the command has; each takes a value.
Arguments read_arguments(std::span<const std::string_view> words,
                         std::span<const std::string_view> known);

}  // namespace tenfold::cli
