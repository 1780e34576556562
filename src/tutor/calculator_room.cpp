// The calculator keeps what is typed; what follows from it is worked out when it is shown.
#include "tutor/calculator_room.h"

#include "lesson/words.h"
#include "tutor/action.h"
#include "tutor/tutor.h"
#include "tutor/typed_number.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

void act(Tutor& tutor, const Action& action) {
  deal_with<CalculatorAction>(action, [&](const TypeCapacity& typed) {
    if (!is_index(typed.field, kCapacityFields)) return;
    tutor.states.of<CapacityState>().typed[static_cast<std::size_t>(typed.field)] = typed.text;
  });
}

void enter(Tutor& tutor) {
  CapacityState& state = tutor.states.of<CapacityState>();
  for (std::size_t i = 0; i < kCapacityFields; ++i) {
    if (state.typed[i].empty()) state.typed[i] = lesson::number_word(capacity_fields()[i].initial);
  }
}

}  // namespace
}  // namespace later

constinit const RoomKind kCalculator = {.name = "calculator",
                                        .title = "Calculator",
                                        .line = "From people to machines and dollars",
                                        .icon = "calculator",
                                        .measure = 1216,
                                        .has_file = true,
                                        .enter = enter,
                                        .act = act};

std::array<CapacityField, kCapacityFields> capacity_fields() {
  return {{{"People who use the site", 100'000, 1, 1e9},
           {"Requests each of them makes in a day", 20, 0.01, 1e5},
           {"Peak factor: the busiest moment against the day's average", 3, 1, 1e4},
           {"CPU time of one request, ms", 2.4, 0.001, 1e5},
           {"How busy the CPUs may be at the peak, %", 60, 1, 100},
           {"Time until an answer, ms", 80, 0.001, 1e6},
           {"Workers: requests that can be inside at once", 32, 1, 1e6}}};
}

std::optional<double> typed_number(const CapacityState& state, std::size_t field) {
  const CapacityField limits = capacity_fields()[field];
  const TypedNumber number = read_number(state.typed[field]);
  const bool good = number.value && number.rest.empty() && *number.value >= limits.low &&
                    *number.value <= limits.high;
  return good ? number.value : std::nullopt;
}

std::optional<CapacityPlan> plan_of(const CapacityState& state) {
  std::array<double, 5> numbers{};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::optional<double> number = typed_number(state, i);
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  return CapacityPlan{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] / 100};
}

}  // namespace tenfold::tutor
