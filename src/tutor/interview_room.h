// Interview practice: which prompt is open, and what is said.
#pragma once

#include <variant>

#include "tutor/interview.h"
#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kInterview;

struct InterviewRoomState : RoomState {
  static constexpr const RoomKind* kRoom = &kInterview;
  InterviewState interview;
};

struct OpenInterview {
  int interview;  // -1: none
};
struct SayMove {
  int move;
};
struct TakeBack {
  int place;  // among those said
};
struct GiveReason {
  int place;
  int reason;
};
struct SetTimed {
  bool timed;
};
struct EndInterview {};
using InterviewAction =
    std::variant<OpenInterview, SayMove, TakeBack, GiveReason, SetTimed, EndInterview>;

}  // namespace tenfold::tutor
