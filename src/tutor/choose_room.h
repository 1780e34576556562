// Up or out: the learner argues, the model checks.
#pragma once

#include <variant>

#include "tutor/room_states.h"
#include "tutor/weighing.h"

namespace tenfold::tutor {

extern const RoomKind kChoose;

struct ChooseState : RoomState {
  static constexpr const RoomKind* kRoom = &kChoose;
  WeighingState weighing;
};

struct OpenWeighing {
  int weighing;
};
struct SetCondition {
  int condition;
  int option;
};
struct SayAnswer {
  int answer;
};
struct SayReason {
  int condition;
};
struct Weigh {};  // makes the runs that say who is right
using ChooseAction = std::variant<OpenWeighing, SetCondition, SayAnswer, SayReason, Weigh>;

}  // namespace tenfold::tutor
