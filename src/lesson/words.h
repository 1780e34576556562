// Small pieces of the sentences that faults are told in.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenfold::lesson {

// In double quotes, cut to a length that a line can hold.
std::string quoted(std::string_view text);

// A key as a step of a JSON pointer (RFC 6901: "~" and "/" are escaped).
std::string pointer_token(std::string_view key);

std::string count_word(std::size_t count);  // "none", "one", … "twelve", then digits
std::string number_word(double number);     // "0.5", "86400": as short as it stays exact enough

// The name most like `given` by edits of single letters; empty when none is near.
std::string_view nearest(std::string_view given, std::span<const std::string_view> names);

// "; did you mean "workers"?", or nothing when no name is near.
std::string did_you_mean(std::string_view given, std::span<const std::string_view> names);

}  // namespace tenfold::lesson
