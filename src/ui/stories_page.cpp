// Stories: systems that grew, to read.
#include "ui/room_parts.h"

namespace tenfold::ui {
inline namespace later {

void show_stories(Page& page) {
  if (const lesson::Room* room = show_room_head(page)) show_sections(page, *room);
}

}  // namespace later
}  // namespace tenfold::ui
