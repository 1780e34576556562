// A room to read.
#include "tutor/stories_room.h"

namespace tenfold::tutor {

constinit const RoomKind kStories = {.name = "stories",
                                     .title = "Stories",
                                     .line = "How three products grew",
                                     .icon = "book",
                                     .measure = 900,
                                     .has_file = true};

}  // namespace tenfold::tutor
