// Why trust it: theory beside simulation, the matrix of the stages, and a row of theory to run.
#pragma once

#include "tutor/room_kind.h"

namespace tenfold::tutor {

extern const RoomKind kProof;

}  // namespace tenfold::tutor
