// The rooms that are read from files, and what the learner does in them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/room.h"
#include "tutor/capacity.h"
#include "tutor/facts.h"
#include "tutor/interview.h"
#include "tutor/quiz_state.h"
#include "tutor/weighing.h"

namespace tenfold::tutor {

// A room's file, or why it cannot be shown.
struct RoomEntry {
  lesson::Room room;
  std::string file;
  std::vector<lesson::FileFault> faults;
};

struct SheetState {
  std::string search;
  int sign = -1;       // index into the room's signs; -1: all rows
  std::string row;     // id of the row on the diagram
  std::string before;  // its number in the two finished runs, as a learner reads it
  std::string after;
};

// What the calculator asks for, as it was typed.
struct CapacityField {
  std::string_view name;  // with its unit
  double initial;
  double low;
  double high;
};
inline constexpr std::size_t kCapacityFields = 7;
std::array<CapacityField, kCapacityFields> capacity_fields();
struct CapacityState {
  std::array<std::string, kCapacityFields> typed;
};
// The number typed, or nothing where it is none or out of range.
std::optional<double> typed_number(const CapacityState& state, std::size_t field);
// Of the fields up to the target. Nothing while one of them is wrong.
std::optional<CapacityPlan> plan_of(const CapacityState& state);

struct WeakState {
  int system = 0;
  std::string part;       // that the learner suspects
  std::string killed;     // whose death is on the diagram
  bool over = false;      // … and was watched to its end
  bool found = false;     // it was the one
  double good_share = 0;  // that the site kept
  int tries = 0;
};

// How many keys change their server when one is added: shares of all keys.
struct MovedKeys {
  double by_remainder = 0;
  double by_ring = 0;
};
struct CardState {
  int servers = 4;
  MovedKeys moved;
};

struct Shelf {
  std::vector<RoomEntry> rooms;
  SheetState sheet;
  CapacityState capacity;
  WeighingState weighing;
  InterviewState interview;
  WeakState weak;
  CardState card;
  lesson::Lesson closing;  // holds the finale's questions, as those of stage 0
  Quiz quiz;               // … being asked; without items they are not
};

// nullptr when its file was not read yet.
const RoomEntry* find_room(const Shelf& shelf, std::string_view name);

// Whether the row is to be seen with this search and filter. Every word of the search has to occur
// in the row, whatever its case.
bool is_shown(const lesson::Room& room, const lesson::SheetRow& row, const SheetState& sheet);

// Counted on keys placed by the model's own ring. REQUIRES: servers >= 1.
MovedKeys moved_keys(int servers);

}  // namespace tenfold::tutor
