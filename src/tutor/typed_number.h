// Numbers as people type them.
#pragma once

#include <optional>
#include <string_view>

namespace tenfold::tutor {

struct TypedNumber {
  std::optional<double> value;  // nothing: it is none, or could be meant in two ways
  std::string_view rest;        // what stands behind it, such as a unit; without the blanks between
};

// Commas and blanks may part the thousands, "1,200 000"; the decimals stand behind a point. "2,4"
// is none: it may be meant as 2.4 or be 24 with a slip of the finger.
TypedNumber read_number(std::string_view typed);

// What to say of one that cannot be read, or is left to be typed; empty when all is well.
std::string_view fault_of_number(std::string_view typed);

}  // namespace tenfold::tutor
