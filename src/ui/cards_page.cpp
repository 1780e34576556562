// Two cards to go on with: consistent hashing, counted on the model's own ring, and CAP.
#include <cmath>

#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {

void show_cards(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  Column& column = page.column;
  const tutor::CardState& card = page.tutor.states.of<tutor::CardState>();
  const std::string servers = std::to_string(card.servers);
  column.heading(2, "How many keys move?");
  const auto moved = column.slider(
      "cards/servers", "Servers before one is added", "Servers before one is added: " + servers,
      {.now = static_cast<double>(card.servers), .low = 1, .high = 20, .step = 1});
  if (moved) page.act(tutor::SetServers{static_cast<int>(std::lround(*moved))});
  column.table("cards/moved", "Keys that change their server, of 20,000",
               {{{"From " + servers + " servers to one more"}, {"Keys that move"}},
                {{"Key modulo servers"}, {tutor::show_share(card.moved.by_remainder)}},
                {{"Consistent hashing, 100 points each"}, {tutor::show_share(card.moved.by_ring)}},
                {{"The least possible, 1 in " + std::to_string(card.servers + 1)},
                 {tutor::show_share(1.0 / (card.servers + 1))}}});
  show_sections(page, *room);
}

}  // namespace tenfold::ui
