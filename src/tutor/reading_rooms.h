// The rooms in which there is nothing to do but read.
#pragma once

#include "tutor/room_kind.h"

namespace tenfold::tutor {

inline constexpr RoomKind kStories = {.name = "stories", .title = "Stories", .has_file = true};
inline constexpr RoomKind kGlossary = {.name = "glossary", .title = "Glossary"};
inline constexpr RoomKind kTakeaways = {
    .name = "takeaways", .title = "Takeaways", .has_file = true};

}  // namespace tenfold::tutor
