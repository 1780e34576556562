// The ways links take between the cards: out at one side, along a lane between two columns to the
// other card's height, in at the other side. No link runs over a card that it does not join, and
// links that together join the same senders to the same receivers share a lane, as one bundle.
#pragma once

#include "ui/diagram_layout.h"

namespace tenfold::ui {

// Routes every link both of whose cards have a place. `gap`: the room between frames of two
// columns. REQUIRES: cards and machines are placed.
void route_links(const model::Scenario& scenario, const Rect& space, float cell_width, float gap,
                 DiagramPlaces& places);

float length_of(const LinkPlace& link);
// The point at this share, 0 to 1, of the link's way.
Point point_on(const LinkPlace& link, float share);

}  // namespace tenfold::ui
