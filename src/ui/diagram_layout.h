// Where the cards, queues, machines and links of a scenario stand in a given space, and how much
// each has room to tell. Pure geometry: drawing and flying dots both follow it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/catalogue.h"
#include "model/scenario.h"
#include "model/system.h"
#include "ui/mirror.h"

namespace tenfold::ui {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

// How much a part has room to tell: a name, a number and slots; a name and a number; only what is
// most urgent; or no more than its tile, in the row of its zone.
enum class Density : std::uint8_t { full, compact, brief, folded };

struct CardPlace {
  int part = 0;  // index into the scenario's parts
  Rect rect;     // with the foot that its machine has in it, if any
  Rect tray;     // where those that wait stand in line before it; no width: there is no room
  Rect foot;     // the machine that it alone runs on, as a strip; no height: none
  bool is_tile = false;  // nothing but its tile has room
};

// A machine of several parts, or of one that has the room, is drawn as a chassis around them; else
// it is the foot of its part's card.
struct MachinePlace {
  int part = 0;
  Rect rect;
  bool is_foot = false;
};

struct LinkPlace {
  int link = 0;  // index into the scenario's links
  int from = 0;  // parts
  int to = 0;
  // From one card's edge to the other's, at right angles; a straight link has two points.
  std::array<Point, 6> points;
  int count = 0;

  std::span<const Point> way() const { return {points.data(), static_cast<std::size_t>(count)}; }
};

// A machine's chassis, from top to bottom.
struct Chassis {
  float lid = 0;
  float foot = 0;
  float pad = 0;  // to the left and right of what it holds, and half of it above
};

// A zone of a folded diagram.
struct ZoneRow {
  model::Zone zone = model::Zone::people;
  Rect rect;
  std::vector<int> parts;
  model::Health worst = model::Health::up;  // of its parts
  bool is_open = false;                     // its parts are cards with names
  bool may_turn = true;                     // open or close; not where all have room to be open
  float pitch = 0;                          // of its tiles
};

// The cells of a board, in which a learner puts parts; the place (0, 0) is in the middle of its
// cell.
struct Cells {
  double left = 0;  // of the first column, and of the first row
  double top = 0;
  float width = 0;  // of one
  float height = 0;
};

struct DiagramPlaces {
  Density density = Density::full;
  Cells cells;             // where the cards stand
  bool has_slots = false;  // at full density
  Chassis chassis;
  std::vector<CardPlace> cards;
  std::vector<MachinePlace> machines;
  std::vector<LinkPlace> links;
  std::vector<ZoneRow> rows;  // of a folded diagram; it has no links but from row to row
};

// What the rows of a scenario need not to stand over one another.
float least_diagram_height(const model::Scenario& scenario);
float diagram_columns(const model::Scenario& scenario);
// Whether in this width parts would have less room than a brief card needs.
bool is_folded(const model::Scenario& scenario, float width);
// A diagram that is folded is left empty: see folded_diagram.h. On a board the cells stay where
// they are whatever is put on them, as long as it is not beyond its edge.
DiagramPlaces lay_out(const model::Scenario& scenario, const Rect& space, bool is_board = false);

int part_index(const model::Scenario& scenario, std::string_view id);  // -1: none
std::string label_of(const model::Scenario& scenario, std::string_view id);
// The machine a part runs on; -1 for parts that have none.
int machine_of(const model::Scenario& scenario, const model::PartSpec& part);

const CardPlace* find_card(const DiagramPlaces& places, int part);
// A card and the line of those that wait before it.
Rect with_tray(const CardPlace& card);

}  // namespace tenfold::ui
