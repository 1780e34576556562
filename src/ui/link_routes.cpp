// A link goes straight where nothing stands between; else it turns in the gutter before its goal,
// where links to the same parts share a lane.
#include "ui/link_routes.h"

#include <algorithm>
#include <cmath>

namespace tenfold::ui {
namespace {

constexpr float kWidestPitch = 5;  // between lanes of one gutter
constexpr float kStraight = -1;    // a link that needs no lane

// A link ends at a machine's frame, unless it stays inside.
Rect end_of(const model::Scenario& scenario, const DiagramPlaces& places, const CardPlace& card,
            int other) {
  const int machine = machine_of(scenario, scenario.parts[static_cast<std::size_t>(card.part)]);
  if (machine == machine_of(scenario, scenario.parts[static_cast<std::size_t>(other)])) {
    return card.rect;
  }
  for (const MachinePlace& frame : places.machines) {
    if (frame.part == machine) return frame.rect;
  }
  return card.rect;
}

float right_of(const Rect& rect) { return rect.x + rect.width; }
float bottom_of(const Rect& rect) { return rect.y + rect.height; }
Point middle_of(const Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

LinkPlace straight(Point from, Point to) {
  const Point middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  return {.way = {from, middle, middle, to}};
}

// Whether a card stands at `x` between one rectangle and the other above or below it.
bool is_blocked(const DiagramPlaces& places, const Rect& a, const Rect& b, float x) {
  const float top = std::min(bottom_of(a), bottom_of(b));
  const float bottom = std::max(a.y, b.y);
  return std::any_of(places.cards.begin(), places.cards.end(), [=](const CardPlace& card) {
    const Rect& r = card.rect;
    return r.x < x && x < right_of(r) && r.y >= top && bottom_of(r) <= bottom;
  });
}

// The link's way with its lane in the middle of the gutter; `gutter` is where that is.
LinkPlace route(const DiagramPlaces& places, const Rect& a, const Rect& b, float a_y, float b_y,
                const Rect& space, float cell_width, float& gutter) {
  gutter = kStraight;
  const bool back = right_of(b) <= a.x;
  const bool same_column = !back && b.x < right_of(a);
  if (same_column) {
    const float x = middle_of(a.width < b.width ? a : b).x;
    if (!is_blocked(places, a, b, x)) {
      const bool down = a.y < b.y;
      return straight({x, down ? bottom_of(a) : a.y}, {x, down ? b.y : bottom_of(b)});
    }
  }
  const Point from{back ? a.x : right_of(a), a_y};
  const Point to{back || same_column ? right_of(b) : b.x, b_y};
  if (!same_column && std::fabs(a_y - b_y) < 1) return straight(from, to);
  const float edge = same_column ? std::max(from.x, to.x) : to.x;
  const float cells = (edge - space.x) / cell_width;
  gutter = space.x + cell_width * (back || same_column ? std::ceil(cells) : std::floor(cells));
  return {.way = {from, {gutter, a_y}, {gutter, b_y}, to}};
}

bool same_senders(const std::vector<LinkPlace>& links, int a, int b) {
  const auto sends = [&links](int from, int to) {
    return std::any_of(links.begin(), links.end(),
                       [=](const LinkPlace& link) { return link.from == from && link.to == to; });
  };
  return a == b || std::all_of(links.begin(), links.end(), [&](const LinkPlace& link) {
           return (link.to != a || sends(link.from, b)) && (link.to != b || sends(link.from, a));
         });
}

// Gives each bundle of a gutter a lane of its own.
void spread_lanes(std::vector<LinkPlace>& links, const std::vector<float>& gutters, float gap) {
  std::vector<std::size_t> bundles;  // by link: the first one that shares its lane
  for (std::size_t i = 0; i < links.size(); ++i) {
    std::size_t first = 0;
    while (gutters[first] != gutters[i] || !same_senders(links, links[first].to, links[i].to)) {
      ++first;
    }
    bundles.push_back(first);
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (gutters[i] == kStraight) continue;
    float before = 0;
    float all = 0;
    for (std::size_t other = 0; other < links.size(); ++other) {
      if (gutters[other] != gutters[i] || bundles[other] != other) continue;
      all += 1;
      if (other < bundles[i]) before += 1;
    }
    const float shift = (before - (all - 1) / 2) * std::min(gap / all, kWidestPitch);
    links[i].way[1].x += shift;
    links[i].way[2].x += shift;
  }
}

}  // namespace

void route_links(const model::Scenario& scenario, const Rect& space, float cell_width, float gap,
                 DiagramPlaces& places) {
  std::vector<float> gutters;  // by link
  for (const model::LinkSpec& link : scenario.links) {
    const CardPlace* from = find_card(places, part_index(scenario, link.from));
    const CardPlace* to = find_card(places, part_index(scenario, link.to));
    if (from == nullptr || to == nullptr) continue;
    LinkPlace place = route(places, end_of(scenario, places, *from, to->part),
                            end_of(scenario, places, *to, from->part), middle_of(from->rect).y,
                            middle_of(to->rect).y, space, cell_width, gutters.emplace_back());
    place.link = static_cast<int>(&link - scenario.links.data());
    place.from = from->part;
    place.to = to->part;
    places.links.push_back(place);
  }
  spread_lanes(places.links, gutters, gap);
}

Point point_on(const LinkPlace& link, float share) {
  float lengths[3];
  float left = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const Point& a = link.way[i];
    const Point& b = link.way[i + 1];
    lengths[i] = std::fabs(b.x - a.x) + std::fabs(b.y - a.y);
    left += lengths[i];
  }
  left *= std::clamp(share, 0.0f, 1.0f);
  std::size_t i = 0;
  while (i < 2 && left > lengths[i]) left -= lengths[i++];
  const Point& a = link.way[i];
  const Point& b = link.way[i + 1];
  const float part = lengths[i] > 0 ? left / lengths[i] : 0;
  return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

}  // namespace tenfold::ui
