// Columns and rows of the diagram keep their order, and close up where they hold nothing.
#include "ui/miniature.h"

#include <algorithm>
#include <vector>

#include "model/catalogue.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

// The places along one axis that hold something, in their order.
std::vector<double> places_of(const tutor::Station& station, double model::GridPlace::*axis) {
  std::vector<double> places;
  for (const tutor::StationPart& part : station.parts) places.push_back(part.place.*axis);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace

void draw_miniature(const Screen& screen, const tutor::Station& station, const Rect& space) {
  if (station.parts.empty()) return;
  constexpr float kLargest = 28;
  constexpr float kSmallest = 6;
  constexpr float kIconNeeds = 12;  // px: a smaller tile is a dot
  const std::vector<double> columns = places_of(station, &model::GridPlace::column);
  const std::vector<double> rows = places_of(station, &model::GridPlace::row);
  const double high = rows.back() - rows.front();
  const auto across = static_cast<float>(columns.size());
  const float down = static_cast<float>(std::max(high, 0.0)) + 1;
  // Neighbours in a column may stand nearer than a row apart.
  double nearest = 1;
  for (const tutor::StationPart& one : station.parts) {
    for (const tutor::StationPart& other : station.parts) {
      const double apart = other.place.row - one.place.row;
      if (one.place.column == other.place.column && apart > 0) nearest = std::min(nearest, apart);
    }
  }
  const float pitch_x = std::min(space.width / across, kLargest * 1.7f);
  const float pitch_y = std::min(space.height / down, kLargest * 1.25f);
  const float free = std::min(pitch_x, pitch_y * static_cast<float>(nearest));
  const float share = free * 0.8f < kIconNeeds ? 0.6f : 0.8f;  // dots stand further apart
  const float tile = std::clamp(free * share, kSmallest, kLargest);
  const auto place_of = [&](const tutor::StationPart& part) {
    const auto column = static_cast<float>(
        std::lower_bound(columns.begin(), columns.end(), part.place.column) - columns.begin());
    const auto row = static_cast<float>(part.place.row - rows.front());
    return ImVec2(space.x + space.width / 2 + (column - (across - 1) / 2) * pitch_x,
                  space.y + space.height / 2 + (row - (down - 1) / 2) * pitch_y);
  };
  const Palette& c = screen.colors;
  for (const tutor::Station::Link& link : station.links) {
    const ImVec2 from = place_of(station.parts[link.from]);
    const ImVec2 to = place_of(station.parts[link.to]);
    draw_line(screen, from.x, from.y, to.x, to.y, mixed(c.card, c.wire, 0.55f), 1);
  }
  for (const tutor::StationPart& part : station.parts) {
    const ImVec2 at = place_of(part);
    const Color hue = c.zone(model::kind_info(part.kind).zone);
    const Rect rect{at.x - tile / 2, at.y - tile / 2, tile, tile};
    const float round = tile * 0.28f;
    if (part.is_new) {
      const Rect ring{rect.x - 2.5f, rect.y - 2.5f, tile + 5, tile + 5};
      fill_rect(screen, ring, c.card, round + 2.5f);
      stroke_rect(screen, ring, c.accent, 1.75f, round + 2.5f);
    }
    const bool has_icon = tile >= kIconNeeds;
    fill_rect(screen, rect, has_icon ? mixed(c.card, hue, c.tile_share) : hue, round);
    if (!has_icon) continue;
    const float icon = tile * 0.7f;
    draw_icon(screen, icon_of_kind(part.kind), at.x - icon / 2, at.y - icon / 2, icon, hue);
  }
}

}  // namespace tenfold::ui
