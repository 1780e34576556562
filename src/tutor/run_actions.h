// The controls of the run on screen.
#pragma once

#include <string>
#include <variant>

#include "tutor/room_kind.h"

namespace tenfold::tutor {

struct Play {};
struct Pause {};
struct StepEvent {};
struct Restart {};
struct FinishRun {};  // on to its end, as fast as it goes
struct SetSpeed {
  double speed;
};
struct SetTraffic {
  double times;  // the scenario's load
};
struct Kill {
  std::string part;
};
struct Heal {
  std::string part;
};
using RunAction =
    std::variant<Play, Pause, StepEvent, Restart, FinishRun, SetSpeed, SetTraffic, Kill, Heal>;

void act_on_run(Tutor& tutor, const Action& action);

}  // namespace tenfold::tutor
