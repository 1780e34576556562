// The stories: nothing to do but read.
#pragma once

#include "tutor/room_kind.h"

namespace tenfold::tutor {

extern const RoomKind kStories;

}  // namespace tenfold::tutor
