// A room to read.
#include "tutor/takeaways_room.h"

namespace tenfold::tutor {

constinit const RoomKind kTakeaways = {.name = "takeaways",
                                       .title = "Takeaways",
                                       .line = "What to keep, stage by stage",
                                       .icon = "star",
                                       .measure = 1000,
                                       .has_file = true};

}  // namespace tenfold::tutor
