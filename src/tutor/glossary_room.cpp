// A room to read.
#include "tutor/glossary_room.h"

namespace tenfold::tutor {

constinit const RoomKind kGlossary = {
    .name = "glossary", .title = "Glossary", .line = "Every word, explained", .icon = "page"};

}  // namespace tenfold::tutor
