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
// A live parameter of a part, by its name; a choice by its place among the choices.
struct SetParameter {
  int track;
  std::string part;
  std::string name;
  double value;
};
// To a moment of the run, back as well as on.
struct GoTo {
  double at_s;
};
// Picks a part out on its track, or lets it go where it is picked out already.
struct SelectPart {
  int track = 0;
  std::string part = {};  // empty: none
};
// Looks into a request: one that is remarkable, by its place in kWantedNames, or by its number. The
// run pauses.
struct FindRequest {
  int track;
  int wanted;
};
struct LookAtRequest {
  int track;
  int request;
};
struct LeaveRequest {};
using RunAction =
    std::variant<Play, Pause, StepEvent, Restart, FinishRun, SetSpeed, SetTraffic, Kill, Heal,
                 SetParameter, GoTo, SelectPart, FindRequest, LookAtRequest, LeaveRequest>;

void act_on_run(Tutor& tutor, const Action& action);

}  // namespace tenfold::tutor
