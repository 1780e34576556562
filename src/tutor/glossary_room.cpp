// A room to read.
#include "tutor/glossary_room.h"

namespace tenfold::tutor {

constinit const RoomKind kGlossary = {.name = "glossary", .title = "Glossary"};

}  // namespace tenfold::tutor
