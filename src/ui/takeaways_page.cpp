// Takeaways: what to remember, a page worth printing.
#include "ui/room_parts.h"

namespace tenfold::ui {

void show_takeaways(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  show_sections(page, *room);
  page.column.link("takeaways/print", "This page, to print", "lessons/takeaways.html");
}

}  // namespace tenfold::ui
