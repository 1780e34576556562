// The finale: the whole picture, and the last questions.
#pragma once

#include "lesson/lesson.h"
#include "tutor/quiz_state.h"
#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kFinale;

struct FinaleState : RoomState {
  static constexpr const RoomKind* kRoom = &kFinale;
  lesson::Lesson closing;  // holds the room's questions, as those of stage 0
  Quiz quiz;               // … being asked; without items they are not
};

}  // namespace tenfold::tutor
