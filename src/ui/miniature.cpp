// Columns and rows of the diagram keep their order, and close up where they hold nothing.
#include "ui/miniature.h"

#include <algorithm>
#include <vector>

#include "model/catalogue.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

// The places along one axis that hold something, in their order.
std::vector<double> places_of(const tutor::Sketch& sketch, double model::GridPlace::*axis) {
  std::vector<double> places;
  for (const tutor::SketchPart& part : sketch.parts) places.push_back(part.place.*axis);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

// Around parts that share a machine.
template <typename PlaceOf>
void draw_boxes(const Screen& screen, const tutor::Sketch& sketch, float tile,
                const PlaceOf& place_of) {
  const float pad = tile * 0.25f;
  for (std::size_t i = 0; i < sketch.parts.size(); ++i) {
    const tutor::SketchPart& first = sketch.parts[i];
    if (first.machine < 0) continue;
    ImVec2 low = place_of(first);
    ImVec2 high = low;
    int count = 0;
    for (std::size_t k = 0; k < sketch.parts.size(); ++k) {
      if (sketch.parts[k].machine != first.machine) continue;
      if (k < i) count = -1000;  // its box is drawn
      const ImVec2 at = place_of(sketch.parts[k]);
      low = ImVec2(std::min(low.x, at.x), std::min(low.y, at.y));
      high = ImVec2(std::max(high.x, at.x), std::max(high.y, at.y));
      ++count;
    }
    if (count < 2) continue;
    const float grow = tile / 2 + pad;
    const Rect box{low.x - grow, low.y - grow, high.x - low.x + 2 * grow,
                   high.y - low.y + 2 * grow};
    fill_rect(screen, box, screen.colors.machine, tile * 0.4f);
    stroke_rect(screen, box, screen.colors.machine_line, 1, tile * 0.4f);
  }
}

}  // namespace

void draw_miniature(const Screen& screen, const tutor::Sketch& sketch, const Rect& space) {
  if (sketch.parts.empty()) return;
  constexpr float kLargest = 28;
  constexpr float kSmallest = 6;
  constexpr float kBadgeNeeds = 18;
  constexpr float kIconNeeds = 12;  // px: a smaller tile is a dot
  const std::vector<double> columns = places_of(sketch, &model::GridPlace::column);
  const std::vector<double> rows = places_of(sketch, &model::GridPlace::row);
  const double high = rows.back() - rows.front();
  const auto across = static_cast<float>(columns.size());
  const float down = static_cast<float>(std::max(high, 0.0)) + 1;
  // Neighbours in a column may stand nearer than a row apart.
  double nearest = 1;
  for (const tutor::SketchPart& one : sketch.parts) {
    for (const tutor::SketchPart& other : sketch.parts) {
      const double apart = other.place.row - one.place.row;
      if (one.place.column == other.place.column && apart > 0) nearest = std::min(nearest, apart);
    }
  }
  const float pitch_x = std::min(space.width / across, kLargest * 1.7f);
  const float pitch_y = std::min(space.height / down, kLargest * 1.25f);
  const float free = std::min(pitch_x, pitch_y * static_cast<float>(nearest));
  const float share = free * 0.8f < kIconNeeds ? 0.6f : 0.8f;  // dots stand further apart
  const float tile = std::clamp(free * share, kSmallest, kLargest);
  const auto place_of = [&](const tutor::SketchPart& part) {
    const auto column = static_cast<float>(
        std::lower_bound(columns.begin(), columns.end(), part.place.column) - columns.begin());
    const auto row = static_cast<float>(part.place.row - rows.front());
    return ImVec2(space.x + space.width / 2 + (column - (across - 1) / 2) * pitch_x,
                  space.y + space.height / 2 + (row - (down - 1) / 2) * pitch_y);
  };
  const Palette& c = screen.colors;
  draw_boxes(screen, sketch, tile, place_of);
  for (const tutor::Sketch::Link& link : sketch.links) {
    const ImVec2 from = place_of(sketch.parts[link.from]);
    const ImVec2 to = place_of(sketch.parts[link.to]);
    draw_line(screen, from.x, from.y, to.x, to.y, mixed(c.card, c.wire, 0.55f), 1);
  }
  for (const tutor::SketchPart& part : sketch.parts) {
    const ImVec2 at = place_of(part);
    const model::Zone zone = model::kind_info(part.kind).zone;
    const Rect rect{at.x - tile / 2, at.y - tile / 2, tile, tile};
    const float round = tile * 0.28f;
    if (part.is_new) {
      const Rect ring{rect.x - 2.5f, rect.y - 2.5f, tile + 5, tile + 5};
      fill_rect(screen, ring, c.card, round + 2.5f);
      stroke_rect(screen, ring, c.accent, 1.75f, round + 2.5f);
    }
    if (tile < kIconNeeds) {
      fill_rect(screen, rect, health_color(c, part.health, c.zone(zone)), round);
      continue;
    }
    draw_tile(screen, {.icon = icon_of_kind(part.kind), .zone = zone, .health = part.health}, rect,
              tile * 0.7f, round);
    if (tile >= kBadgeNeeds) draw_badge(screen, part.health, rect.x + tile - 1, rect.y + 1, 0.7f);
  }
}

void show_pair(Screen& screen, std::string_view key, const tutor::Sketch& before,
               const tutor::Sketch& after, const Rect& space) {
  constexpr float kGap = 30;
  constexpr float kSign = 20;
  const Palette& c = screen.colors;
  const float width = (space.width - kGap) / 2;
  const auto show = [&](bool is_after) {
    const Rect pane{is_after ? space.x + width + kGap : space.x, space.y, width, space.height};
    fill_rect(screen, pane, c.pane, size::kRound);
    const Rect sign{pane.x, pane.y, kSign, kSign};
    fill_rect(screen, sign, is_after ? c.good_soft : c.bad_soft, 7);
    draw_icon(screen, is_after ? Icon::check : Icon::warn, sign.x + 3, sign.y + 3, kSign - 6,
              is_after ? c.good : c.bad);
    const tutor::Sketch& sketch = is_after ? after : before;
    draw_miniature(screen, sketch,
                   {pane.x + kSign, pane.y + 8, width - 2 * kSign, space.height - 16});
    Node node;
    node.id = node_id(std::string(key) + (is_after ? "/after" : "/before"));
    node.role = Role::image;
    node.layer = screen.layer;
    node.name = (is_after ? "After: " : "Before: ") + words_of(sketch);
    node.rect = pane;
    screen.mirror.add(std::move(node));
  };
  show(false);
  draw_icon(screen, Icon::right, space.x + width + (kGap - 16) / 2, space.y + space.height / 2 - 8,
            16, c.muted);
  show(true);
}

}  // namespace tenfold::ui
