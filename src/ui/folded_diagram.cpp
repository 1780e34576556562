// Rows share the height. One that is open takes what its cards need, one in trouble the room for
// how many wait below its tiles; where there is more than all need, rows grow up to a limit.
#include "ui/folded_diagram.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "tutor/facts.h"
#include "ui/link_lines.h"
#include "ui/part_card.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using model::Health;
using model::PartState;

constexpr float kLeastRow = 28;
constexpr float kMostRow = 46;
constexpr float kLeastGap = 6;
constexpr float kMostGap = 11;
constexpr float kTroubled = 24;  // what a row in trouble has more
constexpr float kHead = 26;      // of an open row
constexpr float kCard = 36;
constexpr float kCardPitch = 42;
constexpr float kLeastCard = 78;
constexpr float kMostCard = 112;
constexpr float kPad = 8;
constexpr float kWay = 88;  // from a row's left to where requests ride
constexpr float kTiles = 100;

bool is_hollow(Health health) { return health >= Health::restarting; }

// A part is as its machine is, if that is worse. What is down leaves the others to tell.
Health health_of(const model::Scenario& scenario, std::span<const PartState> parts, int part) {
  const auto index = static_cast<std::size_t>(part);
  if (index >= parts.size()) return Health::up;
  const int machine = machine_of(scenario, scenario.parts[index]);
  const Health own = parts[index].health;
  return machine < 0 ? own : std::max(own, parts[static_cast<std::size_t>(machine)].health);
}

std::vector<ZoneRow> rows_of(const model::Scenario& scenario, OpenZone open) {
  std::vector<ZoneRow> rows;
  for (int zone = 0; zone < kZones; ++zone) {
    ZoneRow row;
    row.zone = static_cast<model::Zone>(zone);
    row.is_open = open == row.zone;
    for (int part = 0; part < static_cast<int>(scenario.parts.size()); ++part) {
      const model::PartSpec& spec = scenario.parts[static_cast<std::size_t>(part)];
      if (model::kind_info(spec.kind).is_machine) continue;
      if (sign_of(scenario, part).zone == row.zone) row.parts.push_back(part);
    }
    if (!row.parts.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

// How many cards stand side by side in an open row.
float cards_across(float width) { return std::floor((width - kPad) / (kLeastCard + kPad)); }

float open_height(const ZoneRow& row, float width) {
  const float lines = std::ceil(static_cast<float>(row.parts.size()) / cards_across(width));
  return kHead + lines * kCardPitch;
}

void place_parts(ZoneRow& row, DiagramPlaces& places) {
  const Rect& r = row.rect;
  const auto count = static_cast<float>(row.parts.size());
  const float across = cards_across(r.width);
  const float card = std::min((r.width - kPad) / across - kPad, kMostCard);
  const bool is_tall = r.height > kMostRow;
  const float pitch = std::min((r.width - kTiles - kPad) / count, is_tall ? 66.0f : 42.0f);
  row.pitch = pitch;
  const float tile = std::clamp(std::min(pitch - 4, r.height - 10), 12.0f, is_tall ? 38.0f : 30.0f);
  float i = 0;
  for (const int part : row.parts) {
    CardPlace place;
    place.part = part;
    place.is_tile = !row.is_open;
    if (row.is_open) {
      const float line = std::floor(i / across);
      place.rect = {r.x + kPad + (i - line * across) * (card + kPad),
                    r.y + kHead + line * kCardPitch, card, kCard};
    } else {
      place.rect = {r.x + kTiles + i * pitch + (is_tall ? (pitch - tile) / 2 : 0),
                    is_tall ? r.y + kPad + 1 : r.y + (r.height - tile) / 2, tile, tile};
    }
    places.cards.push_back(place);
    i += 1;
  }
}

// Where requests leave and reach a row: in its middle, or at an edge if cards stand there.
Point end_of(const ZoneRow& row, bool at_foot) {
  const float share = row.is_open ? (at_foot ? 1.0f : 0.0f) : 0.5f;
  return {row.rect.x + kWay, row.rect.y + row.rect.height * share};
}

void place_ways(const model::Scenario& scenario, DiagramPlaces& places) {
  for (const model::LinkSpec& link : scenario.links) {
    LinkPlace way;
    way.link = static_cast<int>(&link - scenario.links.data());
    way.from = part_index(scenario, link.from);
    way.to = part_index(scenario, link.to);
    const ZoneRow* from = row_of(places, way.from);
    const ZoneRow* to = row_of(places, way.to);
    if (from == nullptr || to == nullptr || from == to) continue;
    const bool is_down = from < to;
    way.points = {end_of(*from, is_down), end_of(*to, !is_down)};
    way.count = 2;
    places.links.push_back(way);
  }
}

// The most urgent of what its parts have to tell.
std::string value_of(const ZoneRow& row, std::span<const PartState> parts) {
  double busy = -1;
  double sum = 0;
  double most = 0;
  for (const int part : row.parts) {
    const PartState& state = parts[static_cast<std::size_t>(part)];
    if (has_workers(state)) busy = std::max(busy, state.utilisation);
    sum += state.arrival_rps;
    most = std::max(most, state.arrival_rps);
  }
  if (busy < 0) {
    const double rate = row.zone == model::Zone::people ? sum : most;
    return tutor::show_count(std::round(rate)) + "/s";
  }
  const bool is_one = row.parts.size() == 1 || row.worst != Health::up;
  return is_one ? percent(busy) + " busy" : "at most " + percent(busy);
}

}  // namespace

std::string_view zone_name(model::Zone zone) {
  switch (zone) {
    case model::Zone::people:
      return "People";
    case model::Zone::edge:
      return "Edge";
    case model::Zone::app:
      return "App";
    case model::Zone::data:
      return "Data";
    case model::Zone::later:
      break;
  }
  return "Later work";
}

const ZoneRow* row_of(const DiagramPlaces& places, int part) {
  for (const ZoneRow& row : places.rows) {
    if (std::find(row.parts.begin(), row.parts.end(), part) != row.parts.end()) return &row;
  }
  return nullptr;
}

float folded_height(const model::Scenario& scenario, OpenZone open) {
  constexpr float kNarrowest = 296;  // px: of a diagram
  const std::vector<ZoneRow> rows = rows_of(scenario, open);
  float height = kTroubled - kLeastGap;
  for (const ZoneRow& row : rows) {
    height += kLeastGap + (row.is_open ? open_height(row, kNarrowest + 70) : kLeastRow);
  }
  return height;
}

void fold(const model::Scenario& scenario, std::span<const PartState> parts, OpenZone open,
          const Rect& space, DiagramPlaces& places) {
  places.rows = rows_of(scenario, open);
  const auto count = static_cast<float>(places.rows.size());
  float all_open = kLeastGap * (count - 1);
  for (const ZoneRow& row : places.rows) all_open += open_height(row, space.width);
  const bool may_turn = all_open > space.height;
  const ZoneRow* troubled = nullptr;
  float taken = 0;
  for (ZoneRow& row : places.rows) {
    row.may_turn = may_turn;
    row.is_open = row.is_open || !may_turn;
    for (const int part : row.parts) {
      const Health health = health_of(scenario, parts, part);
      if (!is_hollow(health)) row.worst = std::max(row.worst, health);
    }
    const bool is_worse = troubled == nullptr || row.worst > troubled->worst;
    if (row.worst >= Health::overloaded && is_worse) troubled = &row;
    if (row.is_open) taken += open_height(row, space.width);
  }
  const bool is_low = space.height - taken - kTroubled < count * kLeastRow;
  const float more = troubled == nullptr || troubled->is_open || is_low ? 0 : kTroubled;
  taken += more;
  const auto closed = static_cast<float>(std::count_if(
      places.rows.begin(), places.rows.end(), [](const ZoneRow& row) { return !row.is_open; }));
  const float room = space.height - taken;
  const float gap = std::clamp((room - closed * kMostRow) / std::max(count - 1, 1.0f),
                               is_low ? kLeastGap / 2 : kLeastGap, kMostGap);
  const float height =
      std::clamp((room - gap * (count - 1)) / std::max(closed, 1.0f), 16.0f, kMostRow);
  const float whole = taken + closed * height + gap * (count - 1);
  float y = space.y + std::max((space.height - whole) / 2, 0.0f);
  for (ZoneRow& row : places.rows) {
    row.rect = {
        space.x, y, space.width,
        row.is_open ? open_height(row, space.width) : height + (&row == troubled ? more : 0)};
    y += row.rect.height + gap;
    place_parts(row, places);
  }
  place_ways(scenario, places);
}

void draw_row_ways(const Screen& screen, const DiagramPlaces& places,
                   std::span<const PartState> parts) {
  for (std::size_t i = 1; i < places.rows.size(); ++i) {
    const Rect& above = places.rows[i - 1].rect;
    const ZoneRow& row = places.rows[i];
    LinkPlace way;
    way.points = {Point{above.x + kWay, above.y + above.height}, Point{above.x + kWay, row.rect.y}};
    way.count = 2;
    LinkLooks looks{.hue = screen.colors.zone(row.zone)};
    // Through rows as well, so that one sees where requests ride.
    const Point top = end_of(places.rows[i - 1], true);
    const Point foot = end_of(row, false);
    draw_line(screen, top.x, top.y, foot.x, foot.y, screen.colors.soft, 1.5f);
    for (const int part : row.parts) {
      const auto index = static_cast<std::size_t>(part);
      if (index < parts.size()) {
        looks.rate_rps = std::max(looks.rate_rps, parts[index].arrival_rps);
      }
    }
    draw_link(screen, way, looks);
  }
}

bool draw_row(Screen& screen, std::string_view key, const ZoneRow& row,
              std::span<const PartState> parts) {
  const Palette& c = screen.colors;
  const Rect& r = row.rect;
  const std::string_view name = zone_name(row.zone);
  const std::string value = parts.empty() ? "" : value_of(row, parts);
  const bool is_well = row.worst == Health::up;
  fill_rect(screen, r, mixed(c.pane, c.zone(row.zone), c.band_share), size::kCardRound);
  if (row.worst >= Health::overloaded) stroke_rect(screen, r, c.bad, 2, size::kCardRound);
  const float left = r.x + 10;
  constexpr float kTwoLines = 26;
  const bool in_line = row.is_open || r.height < kTwoLines;
  const float middle = row.is_open ? r.y + kHead / 2 : r.y + std::min(r.height, kMostRow) / 2;
  const float apart = in_line || value.empty() ? 0 : std::min(r.height * 0.2f, 9.0f);
  draw_text(screen, left, middle - apart - 8, name, 12.5f, c.zone(row.zone), true);
  const float after = left + text_width(screen, name, 12.5f, true) + 4;
  if (row.may_turn) {
    draw_icon(screen, row.is_open ? Icon::up : Icon::down, after, middle - apart - 5, 9, c.muted);
  }
  if (row.is_open || !in_line) {
    draw_text(screen, in_line ? after + 18 : left, middle + apart - 7, value, size::kAxis,
              is_well ? c.muted : health_text_color(c, row.worst), !is_well);
  }
  Node node;
  node.id = node_id(std::string(key) + "/row/" + std::string(name));
  node.role = Role::button;
  node.name = name;
  if (!value.empty()) node.name += ": " + value;
  node.name += ", " + tutor::show_count(static_cast<double>(row.parts.size())) +
               (row.parts.size() == 1 ? " part" : " parts");
  node.expanded = row.is_open ? 1 : 0;
  node.disabled = !row.may_turn;
  node.rect = {r.x, r.y, row.is_open ? r.width : kTiles - 4, row.is_open ? kHead : r.height};
  return pressable(screen, std::move(node)).pressed;
}

bool press_row(const Screen& screen, const ZoneRow& row) {
  const Rect& r = row.rect;
  ImGui::SetCursorScreenPos(screen.at(r.x, r.y));
  ImGui::PushID(static_cast<int>(row.zone));
  const bool pressed = ImGui::InvisibleButton("rest of row", {r.width, r.height});
  ImGui::PopID();
  return pressed;
}

}  // namespace tenfold::ui
