// Home: where a visit begins. The stage where the learner is, running, and the whole road of
// stages, each as the system that it ends with.
#pragma once

#include <variant>
#include <vector>

#include "tutor/room_kind.h"
#include "tutor/room_states.h"
#include "tutor/sketch.h"

namespace tenfold::tutor {

extern const RoomKind kHome;

// A stage's system once it is mended.
struct Station : Sketch {
  int stage = 0;
};

struct HomeState : RoomState {
  static constexpr const RoomKind* kRoom = &kHome;
  std::vector<Station> stations;  // of the stages that can be taught
  std::size_t lessons = 0;        // that these are of
  bool is_seen = false;           // since it was entered
  bool is_still = false;          // on its way to the moment at which it is to stand
};

// It is on screen: its run begins, or where nothing is to move stands at its worst second.
struct SeeHome {
  bool moving;
};
using HomeAction = std::variant<SeeHome>;

// Whether the learner has been nowhere yet.
bool is_first_visit(const Tutor& tutor);

}  // namespace tenfold::tutor
