// Reading the words of a command line.
#include "cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "lesson/words.h"

namespace tenfold::cli {
namespace {

std::optional<std::uint64_t> parsed_whole(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// By strtod, as not every standard library has from_chars for floating point.
std::optional<double> parsed_number(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double number = std::strtod(copy.c_str(), &end);
  if (copy.empty() || *end != '\0' || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::string_view> Arguments::option(std::string_view name) const {
  const auto found = std::find_if(options.rbegin(), options.rend(),
                                  [name](const auto& entry) { return entry.first == name; });
  if (found == options.rend()) return std::nullopt;
  return found->second;
}

double Arguments::number(std::string_view name, double low, double high, double otherwise) {
  const auto given = option(name);
  if (!given) return otherwise;
  const auto value = parsed_number(*given);
  if (value && *value >= low && *value <= high) return *value;
  fault = std::string(name) + " must be a number between " + lesson::number_word(low) + " and " +
          lesson::number_word(high) + ", is " + lesson::quoted(*given);
  return otherwise;
}

std::uint64_t Arguments::whole(std::string_view name, std::uint64_t low, std::uint64_t high,
                               std::uint64_t otherwise) {
  const auto given = option(name);
  if (!given) return otherwise;
  const auto value = parsed_whole(*given);
  if (value && *value >= low && *value <= high) return *value;
  fault = std::string(name) + " must be a whole number between " + std::to_string(low) + " and " +
          std::to_string(high) + ", is " + lesson::quoted(*given);
  return otherwise;
}

Arguments read_arguments(std::span<const std::string_view> words,
                         std::span<const std::string_view> known) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size() && arguments.fault.empty(); ++i) {
    const std::string_view word = words[i];
    if (!word.starts_with("--")) {
      if (!arguments.path.empty()) {
        arguments.fault = "takes one path, was given " + lesson::quoted(word) + " as well";
      }
      arguments.path = word;
    } else if (std::find(known.begin(), known.end(), word) == known.end()) {
      arguments.fault = "there is no option " + lesson::quoted(word) + " here";
    } else if (i + 1 == words.size()) {
      arguments.fault = std::string(word) + " needs a value";
    } else {
      arguments.options.emplace_back(word, words[++i]);
    }
  }
  if (arguments.path.empty() && arguments.fault.empty()) arguments.fault = "needs a path";
  return arguments;
}

}  // namespace tenfold::cli
