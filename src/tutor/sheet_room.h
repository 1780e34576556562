// The cheat sheet: searched, filtered by symptom, each row with its two runs.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lesson/room.h"
#include "tutor/room_states.h"
#include "tutor/sketch.h"

namespace tenfold::tutor {

extern const RoomKind kSheet;

struct SheetState : RoomState {
  static constexpr const RoomKind* kRoom = &kSheet;
  std::string search;
  int sign = -1;    // index into the room's signs; -1: all rows
  std::string row;  // id of the row on the diagram

  // What a row's two finished runs gave.
  struct Result {
    std::string row;
    std::string before;  // its number, as a learner reads it
    std::string after;
    std::vector<double> was;  // second by second, where the number has such a curve
    std::vector<double> is;
  };
  std::vector<Result> results;

  // The systems of a row in small; empty while the lesson that has them is not there.
  struct Picture {
    Sketch before;
    Sketch after;
  };
  std::vector<Picture> pictures;  // by row
  std::size_t lessons = 0;        // that the pictures know of
};

struct SearchSheet {
  std::string text;
};
struct FilterSheet {
  int sign;  // -1: all rows
};
using SheetAction = std::variant<SearchSheet, FilterSheet>;

const SheetState::Result* result_of(const SheetState& sheet, std::string_view row);

// Whether the row is to be seen with this search and filter. Every word of the search has to occur
// in the row, whatever its case.
bool is_shown(const lesson::Room& room, const lesson::SheetRow& row, const SheetState& sheet);

}  // namespace tenfold::tutor
