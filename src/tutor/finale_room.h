// The finale: the whole picture, and the last questions.
#pragma once

#include <variant>

#include "lesson/lesson.h"
#include "tutor/quiz_state.h"
#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kFinale;

struct FinaleState : RoomState {
  static constexpr const RoomKind* kRoom = &kFinale;
  lesson::Lesson closing;   // holds the room's questions, as those of stage 0
  Quiz quiz;                // … being asked; without items they are not
  int station = -1;         // of the click's way, by its card; -1: all of it is seen
  bool is_playing = false;  // from one to the next by itself
  double waits_s = 0;
};

struct ShowStation {
  int station;
};
struct PlayClick {
  bool play;
};
using FinaleAction = std::variant<ShowStation, PlayClick>;

}  // namespace tenfold::tutor
