// Takeaways: what to remember, a page worth printing.
#include "ui/cards.h"
#include "ui/room_parts.h"

namespace tenfold::ui {
inline namespace later {

void show_takeaways(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  {
    Cards cards(page.column, 420, 2);
    for (std::size_t i = 0; i < room->sections.size(); ++i) {
      Page card = page.in(cards.begin());
      show_section(card, room->sections[i], i, false);
      cards.end();
    }
  }
  page.column.link("takeaways/print", "This page, to print", "lessons/takeaways.html");
  for (const lesson::RoomSection& section : room->sections) {
    show_stages(page, "takeaways", section.stages);
  }
}

}  // namespace later
}  // namespace tenfold::ui
