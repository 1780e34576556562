// A room to read.
#include "tutor/takeaways_room.h"

namespace tenfold::tutor {

constinit const RoomKind kTakeaways = {.name = "takeaways", .title = "Takeaways", .has_file = true};

}  // namespace tenfold::tutor
