// In rooms that are a table: one of its rows can be run.
#pragma once

#include <string>
#include <variant>

namespace tenfold::tutor {

struct RunRow {
  std::string row;  // its id, or name
};
using RowAction = std::variant<RunRow>;

}  // namespace tenfold::tutor
