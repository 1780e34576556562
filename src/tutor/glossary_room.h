// The glossary: its words are those of the lessons.
#pragma once

#include "tutor/room_kind.h"

namespace tenfold::tutor {

extern const RoomKind kGlossary;

}  // namespace tenfold::tutor
