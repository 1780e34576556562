#include "ui/diagram_layout.h"

#include <algorithm>
#include <cmath>

namespace tenfold::ui {
namespace {

// What a machine's frame adds around its cards, and how large cards are.
struct Measure {
  float frame_top;     // a machine's title
  float frame_bottom;  // its CPU, memory and disk
  float frame_pad;     // to the left and right, and half of it above
  float gap;           // between cells
  float lowest_card;
  float highest_card;
};
constexpr Measure kFull{20, 38, 8, 6, 40, 90};
constexpr Measure kBrief{24, 2, 2, 4, 24, 44};

// Narrower cells have no room for all that a card has to tell.
constexpr float kFullWidth = 90;
constexpr float kWidestCard = 190;

bool is_machine(const model::PartSpec& part) { return part.kind == "machine"; }

// Without workers and a queue to show, a card needs two lines.
bool tells_only_a_rate(const model::PartSpec& part) {
  return part.kind == "clients" || part.kind == "dns";
}

// The point on the rectangle's edge towards another point.
void to_edge(const Rect& rect, float towards_x, float towards_y, float& x, float& y) {
  const float cx = rect.x + rect.width / 2;
  const float cy = rect.y + rect.height / 2;
  const float dx = towards_x - cx;
  const float dy = towards_y - cy;
  const float sx = dx == 0 ? 1e9f : rect.width / 2 / std::fabs(dx);
  const float sy = dy == 0 ? 1e9f : rect.height / 2 / std::fabs(dy);
  const float s = std::min({sx, sy, 1.0f});
  x = cx + dx * s;
  y = cy + dy * s;
}

// Cards one above the other that full measures would draw over one another.
bool is_crowded(const model::Scenario& scenario, float row_height) {
  for (const model::PartSpec& a : scenario.parts) {
    for (const model::PartSpec& b : scenario.parts) {
      if (&a == &b || is_machine(a) || is_machine(b)) continue;
      if (std::fabs(a.place.column - b.place.column) >= 1) continue;
      const bool framed = machine_of(scenario, a) >= 0 || machine_of(scenario, b) >= 0;
      const float frame = framed ? kFull.frame_top + kFull.frame_bottom + kFull.frame_pad : 0;
      const float needed = kFull.lowest_card + kFull.gap + frame;
      if (static_cast<float>(std::fabs(a.place.row - b.place.row)) * row_height < needed) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

int part_index(const model::Scenario& scenario, std::string_view id) {
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    if (scenario.parts[i].id == id) return static_cast<int>(i);
  }
  return -1;
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

DiagramPlaces lay_out(const model::Scenario& scenario, const Rect& space) {
  DiagramPlaces places;
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const model::PartSpec& part : scenario.parts) {
    if (is_machine(part)) continue;
    left = std::min(left, part.place.column);
    right = std::max(right, part.place.column);
    top = std::min(top, part.place.row);
    bottom = std::max(bottom, part.place.row);
  }
  if (right < left) return places;
  const float columns = static_cast<float>(right - left) + 1;
  const float rows = static_cast<float>(bottom - top) + 1;
  const float cell_width = space.width / columns;
  const float cell_height = space.height / rows;
  places.brief = cell_width < kFullWidth || is_crowded(scenario, cell_height);
  const Measure& m = places.brief ? kBrief : kFull;
  // Frames stand around cards, so a card leaves room for a frame above and below it.
  const float card_width = std::min(cell_width - 2 * m.frame_pad - m.gap, kWidestCard);
  const float card_height =
      std::clamp(cell_height - m.frame_top - m.frame_bottom - m.frame_pad - m.gap, m.lowest_card,
                 m.highest_card);

  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const model::PartSpec& part = scenario.parts[i];
    if (is_machine(part)) continue;
    const float column = static_cast<float>(part.place.column - left);
    const float row = static_cast<float>(part.place.row - top);
    CardPlace card;
    card.part = static_cast<int>(i);
    card.rect.width = card_width;
    card.rect.height = card_height;
    if (tells_only_a_rate(part)) card.rect.height = std::min(card.rect.height, 48.0f);
    card.rect.x = space.x + (column + 0.5f) * cell_width - card_width / 2;
    card.rect.y = space.y + (row + 0.5f) * cell_height - card.rect.height / 2 +
                  (m.frame_top - m.frame_bottom) / 2;
    places.cards.push_back(card);
  }

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

  // A link ends at a machine's frame, unless it stays inside.
  const auto end_of = [&](const CardPlace& card, int other) {
    const int machine = machine_of(scenario, scenario.parts[static_cast<std::size_t>(card.part)]);
    if (machine == machine_of(scenario, scenario.parts[static_cast<std::size_t>(other)])) {
      return card.rect;
    }
    for (const MachinePlace& frame : places.machines) {
      if (frame.part == machine) return frame.rect;
    }
    return card.rect;
  };
  for (const model::LinkSpec& link : scenario.links) {
    LinkPlace place;
    place.link = static_cast<int>(&link - scenario.links.data());
    place.from = part_index(scenario, link.from);
    place.to = part_index(scenario, link.to);
    const CardPlace* from = find_card(places, place.from);
    const CardPlace* to = find_card(places, place.to);
    if (from == nullptr || to == nullptr) continue;
    const Rect a = end_of(*from, place.to);
    const Rect b = end_of(*to, place.from);
    to_edge(a, b.x + b.width / 2, b.y + b.height / 2, place.x1, place.y1);
    to_edge(b, a.x + a.width / 2, a.y + a.height / 2, place.x2, place.y2);
    places.links.push_back(place);
  }
  return places;
}

}  // namespace tenfold::ui
