// Rows and columns become cells, cells cards, and cards the frames around them.
#include "ui/diagram_layout.h"

#include <algorithm>
#include <cmath>

#include "model/catalogue.h"
#include "ui/link_routes.h"

namespace tenfold::ui {
namespace {

// What a machine's frame adds around its cards, and how large cards are.
struct Measure {
  float frame_top;     // a machine's title
  float frame_bottom;  // its CPU, memory and disk
  float frame_pad;     // to the left and right, and half of it above
  float row_gap;       // between frames one above the other
  float lowest_card;
  float highest_card;
};
constexpr Measure kFull{22, 38, 5, 6, 40, 90};
constexpr Measure kBrief{23.5f, 2, 1, 2, 24, 44};

// Narrower cells have no room for all that a card has to tell.
constexpr float kFullWidth = 90;
constexpr float kWidestCard = 190;

bool is_machine(const model::PartSpec& part) { return model::kind_info(part.kind).is_machine; }

// Without workers and a queue to show, a card needs two lines.
bool tells_only_a_rate(const model::PartSpec& part) {
  return model::kind_info(part.kind).is_outside;
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

// Cards and frames that full measures would draw over one another, or over the space's edge.
bool is_crowded(const model::Scenario& scenario, float row_height, double top, double bottom) {
  const auto height_of = [&scenario](const model::PartSpec& part) {
    const bool framed = machine_of(scenario, part) >= 0;
    return kFull.lowest_card +
           (framed ? kFull.frame_top + kFull.frame_bottom + kFull.frame_pad : 0);
  };
  for (const model::PartSpec& a : scenario.parts) {
    if (is_machine(a)) continue;
    const double to_edge = std::min(a.place.row - top, bottom - a.place.row) + 0.5;
    if (static_cast<float>(to_edge) * row_height < height_of(a) / 2) return true;
    for (const model::PartSpec& b : scenario.parts) {
      if (&a == &b || is_machine(b)) continue;
      if (std::fabs(a.place.column - b.place.column) >= 1) continue;
      const float needed = std::max(height_of(a), height_of(b)) + kFull.row_gap;
      if (static_cast<float>(std::fabs(a.place.row - b.place.row)) * row_height < needed) {
        return true;
      }
    }
  }
  return false;
}

struct Cell {
  float width;
  float height;
};

void place_cards(const model::Scenario& scenario, const Rect& space, const Extent& extent,
                 const Cell& cell, const Measure& m, float column_gap, DiagramPlaces& places) {
  // Frames stand around cards, so a card leaves room for a frame above and below it.
  const float width = std::min(cell.width - 2 * m.frame_pad - column_gap, kWidestCard);
  const float height =
      std::clamp(cell.height - m.frame_top - m.frame_bottom - m.frame_pad - m.row_gap,
                 m.lowest_card, m.highest_card);
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const model::PartSpec& part = scenario.parts[i];
    if (is_machine(part)) continue;
    const float column = static_cast<float>(part.place.column - extent.left);
    const float row = static_cast<float>(part.place.row - extent.top);
    CardPlace card;
    card.part = static_cast<int>(i);
    card.rect.width = width;
    card.rect.height = tells_only_a_rate(part) ? std::min(height, 48.0f) : height;
    card.rect.x = space.x + (column + 0.5f) * cell.width - width / 2;
    card.rect.y = space.y + (row + 0.5f) * cell.height - card.rect.height / 2 +
                  (m.frame_top - m.frame_bottom) / 2;
    places.cards.push_back(card);
  }
}

void place_machines(const model::Scenario& scenario, const Measure& m, DiagramPlaces& places) {
  for (std::size_t machine = 0; machine < scenario.parts.size(); ++machine) {
    if (!is_machine(scenario.parts[machine])) continue;
    float x1 = 1e9f, y1 = 1e9f, x2 = -1e9f, y2 = -1e9f;
    for (const CardPlace& card : places.cards) {
      const model::PartSpec& part = scenario.parts[static_cast<std::size_t>(card.part)];
      if (machine_of(scenario, part) != static_cast<int>(machine)) continue;
      x1 = std::min(x1, card.rect.x);
      y1 = std::min(y1, card.rect.y);
      x2 = std::max(x2, card.rect.x + card.rect.width);
      y2 = std::max(y2, card.rect.y + card.rect.height);
    }
    if (x2 < x1) continue;
    places.machines.push_back(
        {static_cast<int>(machine),
         {x1 - m.frame_pad, y1 - m.frame_top - m.frame_pad / 2, x2 - x1 + 2 * m.frame_pad,
          y2 - y1 + m.frame_top + m.frame_bottom + m.frame_pad / 2}});
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

float least_diagram_height(const model::Scenario& scenario) {
  const Measure& m = kBrief;
  return extent_of(scenario).rows() *
         (m.lowest_card + m.frame_top + m.frame_bottom + m.frame_pad + m.row_gap);
}

float diagram_columns(const model::Scenario& scenario) {
  return std::max(extent_of(scenario).columns(), 1.0f);
}

DiagramPlaces lay_out(const model::Scenario& scenario, const Rect& space) {
  DiagramPlaces places;
  const Extent extent = extent_of(scenario);
  if (extent.right < extent.left) return places;
  const Cell cell{space.width / extent.columns(), space.height / extent.rows()};
  places.brief =
      cell.width < kFullWidth || is_crowded(scenario, cell.height, extent.top, extent.bottom);
  const Measure& m = places.brief ? kBrief : kFull;
  const float column_gap = std::clamp(cell.width * 0.12f, 6.0f, 24.0f);  // links turn there
  place_cards(scenario, space, extent, cell, m, column_gap, places);
  place_machines(scenario, m, places);
  route_links(scenario, space, cell.width, column_gap, places);
  return places;
}

}  // namespace tenfold::ui
