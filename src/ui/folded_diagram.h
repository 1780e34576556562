// A diagram where parts have no room to stand: a row for each zone, from the readers down, in it
// the tiles of its parts. One row at a time can be open: its parts are cards with their names.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "model/system.h"
#include "ui/diagram_layout.h"
#include "ui/screen.h"

namespace tenfold::ui {

using OpenZone = std::optional<model::Zone>;

std::string_view zone_name(model::Zone zone);

// The row of a part; null: it has none.
const ZoneRow* row_of(const DiagramPlaces& places, int part);

// What it needs at least.
float folded_height(const model::Scenario& scenario, OpenZone open);
// Places rows, tiles and cards, and the ways of requests: up and down between tiles and names.
// `parts`: as they are, empty before a run exists. The row in the worst trouble is the tallest.
void fold(const model::Scenario& scenario, std::span<const model::PartState> parts, OpenZone open,
          const Rect& space, DiagramPlaces& places);

// The ways between rows, with how much takes them; over the rows.
void draw_row_ways(const Screen& screen, const DiagramPlaces& places,
                   std::span<const model::PartState> parts);
// The row without its parts, and its button: whether that was pressed.
bool draw_row(Screen& screen, std::string_view key, const ZoneRow& row,
              std::span<const model::PartState> parts);
// The rest of the row opens and closes it, too; after what stands in it.
bool press_row(const Screen& screen, const ZoneRow& row);

}  // namespace tenfold::ui
