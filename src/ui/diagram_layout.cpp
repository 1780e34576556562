// Rows and columns become cells, cells cards and queues, and cards the machines around them. Of the
// densities the first that fits is taken.
#include "ui/diagram_layout.h"

#include <algorithm>
#include <cmath>

#include "model/catalogue.h"
#include "ui/link_routes.h"

namespace tenfold::ui {
namespace {

// What a card and a chassis take at each density.
struct Measure {
  Density density;
  bool has_slots;
  float least_width;  // of a card
  float most_width;
  float height;  // of a card without a foot
  float foot;    // of a card that is alone on its machine; none: it stands in a chassis
  Chassis chassis;
  float row_gap;        // between what stands one above the other
  float least_gap;      // between columns, where links turn
  float most_gap;       // …
  float queue_columns;  // the least width of a line of those that wait; none: there is none
};
constexpr Measure kMeasures[] = {
    {Density::full, true, 126, 184, 90, 0, {34, 44, 12}, 14, 40, 56, 30},
    {Density::full, false, 126, 184, 64, 0, {34, 44, 12}, 12, 40, 56, 30},
    {Density::compact, false, 92, 138, 46, 16, {26, 30, 6}, 8, 18, 44, 26},
    {Density::brief, false, 36, 98, 34, 14, {24, 2, 1}, 4, 7, 24, 0},
};
constexpr const Measure& kBrief = kMeasures[3];
constexpr float kWidestTray = 104;
constexpr float kTrayToCard = 6;

bool is_machine(const model::PartSpec& part) { return model::kind_info(part.kind).is_machine; }

// Whether requests stand in line before parts of this kind.
bool has_queue(const model::PartSpec& part) {
  return model::find_parameter(model::kind_info(part.kind), "queue_limit") != nullptr;
}

// How many parts run on the machine that this one runs on; 0: it runs on none.
int share_a_machine(const model::Scenario& scenario, const model::PartSpec& part) {
  const int machine = machine_of(scenario, part);
  if (machine < 0) return 0;
  return static_cast<int>(std::count_if(
      scenario.parts.begin(), scenario.parts.end(), [&](const model::PartSpec& other) {
        return !is_machine(other) && machine_of(scenario, other) == machine;
      }));
}

// The rows and columns that a scenario's cards stand in.
struct Extent {
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;

  float columns() const { return static_cast<float>(right - left) + 1; }
  float rows() const { return static_cast<float>(bottom - top) + 1; }
};

Extent extent_of(const model::Scenario& scenario) {
  Extent extent;
  for (const model::PartSpec& part : scenario.parts) {
    if (is_machine(part)) continue;
    extent.left = std::min(extent.left, part.place.column);
    extent.right = std::max(extent.right, part.place.column);
    extent.top = std::min(extent.top, part.place.row);
    extent.bottom = std::max(extent.bottom, part.place.row);
  }
  return extent;
}

constexpr double kBoardColumns = 6;
constexpr double kBoardRows = 4;

Extent board_of(const Extent& used) {
  return {std::min(used.left, 0.0), std::max(used.right, kBoardColumns - 1),
          std::min(used.top, 0.0), std::max(used.bottom, kBoardRows - 1)};
}

// What a part takes of the height around its card's middle.
struct Block {
  float above = 0;
  float below = 0;
};

bool stands_in_chassis(const model::Scenario& scenario, const model::PartSpec& part,
                       const Measure& m) {
  const int sharing = share_a_machine(scenario, part);
  return sharing > 1 || (sharing == 1 && m.foot == 0);
}

float card_height(const model::Scenario& scenario, const model::PartSpec& part, const Measure& m) {
  const bool has_foot = m.foot > 0 && share_a_machine(scenario, part) == 1;
  // Without workers and a queue to show, a card needs no slots.
  if (m.has_slots && !has_queue(part)) return kMeasures[1].height;
  return m.height + (has_foot ? m.foot : 0);
}

Block block_of(const model::Scenario& scenario, const model::PartSpec& part, const Measure& m) {
  const float half = card_height(scenario, part, m) / 2;
  if (!stands_in_chassis(scenario, part, m)) return {half, half};
  return {half + m.chassis.lid + m.chassis.pad, half + m.chassis.foot + m.chassis.pad / 2};
}

struct Cell {
  float width;
  float height;
};

// Whether every part has its room: none over another, none over the space's edge.
bool fits(const model::Scenario& scenario, const Extent& extent, const Cell& cell,
          const Measure& m) {
  if (cell.width < m.least_width + m.least_gap) return false;
  for (const model::PartSpec& a : scenario.parts) {
    if (is_machine(a)) continue;
    const Block block = block_of(scenario, a, m);
    const auto above = static_cast<float>(a.place.row - extent.top + 0.5) * cell.height;
    const auto below = static_cast<float>(extent.bottom - a.place.row + 0.5) * cell.height;
    if (above < block.above || below < block.below) return false;
    for (const model::PartSpec& b : scenario.parts) {
      if (is_machine(b) || b.place.row <= a.place.row) continue;
      if (std::fabs(a.place.column - b.place.column) >= 1) continue;
      const float needed = block.below + block_of(scenario, b, m).above + m.row_gap;
      if (static_cast<float>(b.place.row - a.place.row) * cell.height < needed) return false;
    }
  }
  return true;
}

// The first that fits; cards on a board are not to grow and shrink with what comes beside them, so
// that they begin smaller.
const Measure& measure_for(const model::Scenario& scenario, const Extent& extent, const Cell& cell,
                           bool is_board) {
  for (const Measure& m : kMeasures) {
    if (is_board && m.density == Density::full) continue;
    if (fits(scenario, extent, cell, m)) return m;
  }
  return kBrief;
}

void place_cards(const model::Scenario& scenario, const Rect& space, const Extent& extent,
                 const Cell& cell, const Measure& m, float gap, DiagramPlaces& places) {
  const float room = cell.width - gap;
  const bool has_tray = m.queue_columns > 0;
  // A column of parts with queues gives these about a third of its width.
  const float beside_tray = std::clamp(room * 0.6f, m.least_width, m.most_width);
  const float tray = std::min(room - beside_tray - kTrayToCard, kWidestTray);
  const bool shows_trays = has_tray && tray >= m.queue_columns;
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const model::PartSpec& part = scenario.parts[i];
    if (is_machine(part)) continue;
    const auto column = static_cast<float>(part.place.column - extent.left);
    const auto row = static_cast<float>(part.place.row - extent.top);
    CardPlace card;
    card.part = static_cast<int>(i);
    const bool queues = shows_trays && has_queue(part);
    const float width = queues ? beside_tray : std::min(room, m.most_width);
    const float whole = width + (queues ? tray + kTrayToCard : 0);
    const float height = card_height(scenario, part, m);
    const float left = space.x + (column + 0.5f) * cell.width - whole / 2;
    const float middle = space.y + (row + 0.5f) * cell.height;
    card.rect = {left + whole - width, middle - height / 2, width, height};
    if (queues) card.tray = {left, card.rect.y + 2, tray, height - 4};
    if (m.foot > 0 && share_a_machine(scenario, part) == 1) {
      card.foot = {card.rect.x, card.rect.y + height - m.foot, width, m.foot};
      if (queues) card.tray.height -= m.foot;
    }
    places.cards.push_back(card);
  }
}

// A chassis grows into the room that its row leaves, so that a single machine does not look lost.
float spare_height(const model::Scenario& scenario, const Rect& space, const Extent& extent,
                   const Measure& m) {
  if (m.density != Density::full || extent.rows() > 2) return 0;
  float taken = 0;
  for (const model::PartSpec& part : scenario.parts) {
    if (is_machine(part)) continue;
    const Block block = block_of(scenario, part, m);
    taken = std::max(taken, block.above + block.below);
  }
  return std::clamp((space.height - taken) / 2 - 24, 0.0f, 44.0f);
}

void place_machines(const model::Scenario& scenario, const Rect& space, const Measure& m,
                    float spare, DiagramPlaces& places) {
  for (std::size_t machine = 0; machine < scenario.parts.size(); ++machine) {
    if (!is_machine(scenario.parts[machine])) continue;
    float x1 = 1e9f, y1 = 1e9f, x2 = -1e9f, y2 = -1e9f;
    const CardPlace* with_foot = nullptr;
    for (const CardPlace& card : places.cards) {
      const model::PartSpec& part = scenario.parts[static_cast<std::size_t>(card.part)];
      if (machine_of(scenario, part) != static_cast<int>(machine)) continue;
      const Rect whole = with_tray(card);
      x1 = std::min(x1, whole.x);
      y1 = std::min(y1, whole.y);
      x2 = std::max(x2, whole.x + whole.width);
      y2 = std::max(y2, whole.y + whole.height);
      if (card.foot.height > 0) with_foot = &card;
    }
    if (x2 < x1) continue;
    const auto part = static_cast<int>(machine);
    if (with_foot != nullptr) {
      places.machines.push_back({part, with_foot->foot, true});
      continue;
    }
    const Chassis& c = m.chassis;
    // Alone in their rows, machines may take more; not over what stands above or below them.
    const bool alone =
        std::none_of(places.cards.begin(), places.cards.end(), [&](const CardPlace& card) {
          const model::PartSpec& other = scenario.parts[static_cast<std::size_t>(card.part)];
          if (machine_of(scenario, other) == part) return false;
          return card.rect.x < x2 + c.pad && card.rect.x + card.rect.width > x1 - c.pad;
        });
    const float above = y1 - c.lid - c.pad - space.y;
    const float below = space.y + space.height - (y2 + c.foot + c.pad / 2);
    const float extra = alone ? std::clamp(std::min(above, below), 0.0f, spare) : 0;
    places.machines.push_back({part,
                               {x1 - c.pad, y1 - c.lid - c.pad - extra, x2 - x1 + 2 * c.pad,
                                y2 - y1 + c.lid + c.foot + 1.5f * c.pad + 2 * extra}});
  }
}

}  // namespace

int part_index(const model::Scenario& scenario, std::string_view id) {
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    if (scenario.parts[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

std::string label_of(const model::Scenario& scenario, std::string_view id) {
  const int part = part_index(scenario, id);
  return part < 0 ? "" : scenario.parts[static_cast<std::size_t>(part)].label;
}

int machine_of(const model::Scenario& scenario, const model::PartSpec& part) {
  for (const model::Setting& setting : part.settings) {
    if (setting.name == "machine") return part_index(scenario, setting.text);
  }
  return -1;
}

const CardPlace* find_card(const DiagramPlaces& places, int part) {
  for (const CardPlace& card : places.cards) {
    if (card.part == part) return &card;
  }
  return nullptr;
}

Rect with_tray(const CardPlace& card) {
  if (card.tray.width <= 0) return card.rect;
  const float right = card.rect.x + card.rect.width;
  return {card.tray.x, card.rect.y, right - card.tray.x, card.rect.height};
}

float least_diagram_height(const model::Scenario& scenario) {
  float row = kBrief.height;
  for (const model::PartSpec& part : scenario.parts) {
    if (is_machine(part)) continue;
    const Block block = block_of(scenario, part, kBrief);
    row = std::max(row, block.above + block.below);
  }
  return extent_of(scenario).rows() * (row + kBrief.row_gap);
}

float diagram_columns(const model::Scenario& scenario) {
  return std::max(extent_of(scenario).columns(), 1.0f);
}

bool is_folded(const model::Scenario& scenario, float width) {
  constexpr float kWide = 480;
  constexpr float kLeastColumn = 74;
  constexpr float kMostColumns = 5;
  const float columns = diagram_columns(scenario);
  return width < kWide && (columns > kMostColumns || width / columns < kLeastColumn);
}

DiagramPlaces lay_out(const model::Scenario& scenario, const Rect& space, bool is_board) {
  DiagramPlaces places;
  if (is_folded(scenario, space.width)) {
    places.density = Density::folded;
    return places;
  }
  const Extent used = extent_of(scenario);
  if (used.right < used.left && !is_board) return places;
  const Extent extent = is_board ? board_of(used) : used;
  const Cell cell{space.width / extent.columns(), space.height / extent.rows()};
  places.cells = {extent.left, extent.top, cell.width, cell.height};
  const Measure& m = measure_for(scenario, extent, cell, is_board);
  places.density = m.density;
  places.has_slots = m.has_slots;
  places.chassis = m.chassis;
  const float gap = std::clamp(cell.width * 0.2f, m.least_gap, m.most_gap);  // links turn there
  place_cards(scenario, space, extent, cell, m, gap, places);
  place_machines(scenario, space, m, spare_height(scenario, space, extent, m), places);
  route_links(scenario, space, cell.width, gap, places);
  return places;
}

}  // namespace tenfold::ui
