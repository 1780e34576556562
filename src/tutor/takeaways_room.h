// The takeaways: nothing to do but read, and print.
#pragma once

#include "tutor/room_kind.h"

namespace tenfold::tutor {

extern const RoomKind kTakeaways;

}  // namespace tenfold::tutor
