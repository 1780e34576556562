// Find the single point of failure: suspect a part, kill it, and see whether the site stands.
#pragma once

#include <string>
#include <variant>

#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kWeak;

struct WeakState : RoomState {
  static constexpr const RoomKind* kRoom = &kWeak;
  struct Search {
    int system = 0;
    std::string part;       // that the learner suspects
    std::string killed;     // whose death is on the diagram
    bool over = false;      // … and was watched to its end
    bool found = false;     // it was the one
    double good_share = 0;  // that the site kept
    int tries = 0;
  };
  Search search;
};

struct OpenSystem {
  int system;
};
struct KillSuspect {};
using WeakAction = std::variant<OpenSystem, KillSuspect>;

}  // namespace tenfold::tutor
