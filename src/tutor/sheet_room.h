// The cheat sheet: searched, filtered by symptom, each row with its two runs.
#pragma once

#include <string>
#include <variant>

#include "lesson/room.h"
#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kSheet;

struct SheetState : RoomState {
  static constexpr const RoomKind* kRoom = &kSheet;
  std::string search;
  int sign = -1;       // index into the room's signs; -1: all rows
  std::string row;     // id of the row on the diagram
  std::string before;  // its number in the two finished runs, as a learner reads it
  std::string after;
};

struct SearchSheet {
  std::string text;
};
struct FilterSheet {
  int sign;  // -1: all rows
};
using SheetAction = std::variant<SearchSheet, FilterSheet>;

// Whether the row is to be seen with this search and filter. Every word of the search has to occur
// in the row, whatever its case.
bool is_shown(const lesson::Room& room, const lesson::SheetRow& row, const SheetState& sheet);

}  // namespace tenfold::tutor
