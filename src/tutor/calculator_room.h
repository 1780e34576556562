// The capacity calculator's fields.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "tutor/capacity.h"
#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kCalculator;

// What the calculator asks for, as it was typed.
struct CapacityField {
  std::string_view name;  // with its unit
  double initial;
  double low;
  double high;
};
inline constexpr std::size_t kCapacityFields = 7;
std::array<CapacityField, kCapacityFields> capacity_fields();
struct CapacityState : RoomState {
  static constexpr const RoomKind* kRoom = &kCalculator;
  std::array<std::string, kCapacityFields> typed;
};
// The number typed, or nothing where it is none or out of range.
std::optional<double> typed_number(const CapacityState& state, std::size_t field);
// Of the fields up to the target. Nothing while one of them is wrong.
std::optional<CapacityPlan> plan_of(const CapacityState& state);

struct TypeCapacity {
  int field;
  std::string text;
};
using CalculatorAction = std::variant<TypeCapacity>;

}  // namespace tenfold::tutor
