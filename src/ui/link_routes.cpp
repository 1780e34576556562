// A link goes straight where nothing stands between; else it turns in a gutter, beside its goal or
// beside its start, and where cards stand in both of these ways it goes through the free room
// between two rows.
#include "ui/link_routes.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>

namespace tenfold::ui {
namespace {

constexpr float kWidestPitch = 8;  // between lanes of one gutter
constexpr float kClear = 5;        // between a link and a card that it passes

float right_of(const Rect& rect) { return rect.x + rect.width; }
float bottom_of(const Rect& rect) { return rect.y + rect.height; }
Point middle_of(const Rect& rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

LinkPlace way_of(std::initializer_list<Point> points) {
  LinkPlace link;
  for (const Point& point : points) link.points[static_cast<std::size_t>(link.count++)] = point;
  return link;
}

// What a link may not run over, where it passes.
class Ground {
 public:
  Ground(const DiagramPlaces& places, int from, int to) {
    for (const CardPlace& card : places.cards) {
      if (card.part != from && card.part != to) cards_.push_back(with_tray(card));
    }
  }

  // Whether nothing stands on a line at `y` between two places.
  bool is_free(float y, float x1, float x2) const {
    const float left = std::min(x1, x2);
    const float right = std::max(x1, x2);
    return std::none_of(cards_.begin(), cards_.end(), [=](const Rect& card) {
      return card.x < right && right_of(card) > left && card.y - kClear < y &&
             bottom_of(card) + kClear > y;
    });
  }

  // Whether nothing stands at `x` between one rectangle and the other above or below it.
  bool is_free_between(const Rect& a, const Rect& b, float x) const {
    const float top = std::min(bottom_of(a), bottom_of(b));
    const float bottom = std::max(a.y, b.y);
    return std::none_of(cards_.begin(), cards_.end(), [=](const Rect& card) {
      return card.x < x && x < right_of(card) && card.y >= top && bottom_of(card) <= bottom;
    });
  }

  // The free height nearest to `wanted` between two places, just beside a card.
  std::optional<float> free_height(float wanted, float x1, float x2, const Rect& space) const {
    std::optional<float> best;
    for (const Rect& card : cards_) {
      for (const float y : {card.y - kClear - 2, bottom_of(card) + kClear + 2}) {
        const bool nearer = !best || std::fabs(y - wanted) < std::fabs(*best - wanted);
        if (nearer && y > space.y && y < bottom_of(space) && is_free(y, x1, x2)) best = y;
      }
    }
    return best;
  }

 private:
  std::vector<Rect> cards_;
};

// Where a link ends: at the line of those that wait before a card, at the card, or at its machine's
// edge where another card of that machine stands in the way.
Rect end_of(const model::Scenario& scenario, const DiagramPlaces& places, const CardPlace& card,
            const CardPlace& other) {
  const Rect whole = with_tray(card);
  const int machine = machine_of(scenario, scenario.parts[static_cast<std::size_t>(card.part)]);
  const int other_machine =
      machine_of(scenario, scenario.parts[static_cast<std::size_t>(other.part)]);
  if (machine < 0 || machine == other_machine) return whole;
  for (const MachinePlace& frame : places.machines) {
    if (frame.part != machine || frame.is_foot) continue;
    const bool from_left = other.rect.x < whole.x;
    const float edge = from_left ? frame.rect.x : right_of(frame.rect);
    const Ground ground(places, card.part, other.part);
    const float y = middle_of(card.rect).y;
    if (!ground.is_free(y, edge, from_left ? whole.x : right_of(whole))) return frame.rect;
  }
  return whole;
}

// The whole of what is known when a link is laid.
struct Ends {
  Rect a;
  Rect b;
  float a_y;
  float b_y;
};

LinkPlace route(const Ground& ground, const Ends& ends, const Rect& space, float cell_width) {
  const auto& [a, b, a_y, b_y] = ends;
  const bool back = right_of(b) <= a.x;
  const bool same_column = !back && b.x < right_of(a);
  if (same_column) {
    const float x = middle_of(a.width < b.width ? a : b).x;
    if (ground.is_free_between(a, b, x)) {
      const bool down = a.y < b.y;
      return way_of({{x, down ? bottom_of(a) : a.y}, {x, down ? b.y : bottom_of(b)}});
    }
  }
  const Point from{back ? a.x : right_of(a), a_y};
  const Point to{back || same_column ? right_of(b) : b.x, b_y};
  const auto boundary = [&](float x, bool before) {
    const float cells = (x - space.x) / cell_width;
    return space.x + cell_width * (before ? std::floor(cells) : std::ceil(cells));
  };
  // The gutters beside the goal and beside the start.
  const float edge = same_column ? std::max(from.x, to.x) : to.x;
  const float near_goal = boundary(edge, !back && !same_column);
  const float near_start = boundary(from.x, back);
  if (!same_column && std::fabs(a_y - b_y) < 1 && ground.is_free(a_y, from.x, to.x)) {
    return way_of({from, to});
  }
  if (same_column || near_goal == near_start || ground.is_free(a_y, from.x, near_goal)) {
    return way_of({from, {near_goal, a_y}, {near_goal, b_y}, to});
  }
  if (ground.is_free(b_y, near_start, to.x)) {
    return way_of({from, {near_start, a_y}, {near_start, b_y}, to});
  }
  const std::optional<float> y = ground.free_height(b_y, near_start, near_goal, space);
  if (!y) return way_of({from, {near_goal, a_y}, {near_goal, b_y}, to});
  return way_of({from, {near_start, a_y}, {near_start, *y}, {near_goal, *y}, {near_goal, b_y}, to});
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

// A link's run along a gutter.
struct Lane {
  LinkPlace* link;
  std::size_t first;  // of the two points
  float gutter;
  std::size_t bundle = 0;  // the first lane that it is shared with
};

// Gives each bundle of a gutter a lane of its own.
void spread_lanes(std::vector<LinkPlace>& links, float gap) {
  std::vector<Lane> lanes;
  for (LinkPlace& link : links) {
    for (std::size_t i = 1; i + 2 < static_cast<std::size_t>(link.count); i += 2) {
      lanes.push_back({&link, i, link.points[i].x});
    }
  }
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    std::size_t first = 0;
    while (lanes[first].gutter != lanes[i].gutter ||
           !same_senders(links, lanes[first].link->to, lanes[i].link->to)) {
      ++first;
    }
    lanes[i].bundle = first;
  }
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    float before = 0;
    float all = 0;
    for (std::size_t other = 0; other < lanes.size(); ++other) {
      if (lanes[other].gutter != lanes[i].gutter || lanes[other].bundle != other) continue;
      all += 1;
      if (other < lanes[i].bundle) before += 1;
    }
    const float shift = (before - (all - 1) / 2) * std::min(gap / all, kWidestPitch);
    lanes[i].link->points[lanes[i].first].x += shift;
    lanes[i].link->points[lanes[i].first + 1].x += shift;
  }
}

}  // namespace

void route_links(const model::Scenario& scenario, const Rect& space, float cell_width, float gap,
                 DiagramPlaces& places) {
  for (const model::LinkSpec& link : scenario.links) {
    const CardPlace* from = find_card(places, part_index(scenario, link.from));
    const CardPlace* to = find_card(places, part_index(scenario, link.to));
    if (from == nullptr || to == nullptr) continue;
    const Ground ground(places, from->part, to->part);
    LinkPlace place =
        route(ground,
              {end_of(scenario, places, *from, *to), end_of(scenario, places, *to, *from),
               middle_of(from->rect).y, middle_of(to->rect).y},
              space, cell_width);
    place.link = static_cast<int>(&link - scenario.links.data());
    place.from = from->part;
    place.to = to->part;
    places.links.push_back(place);
  }
  spread_lanes(places.links, gap);
}

float length_of(const LinkPlace& link) {
  float length = 0;
  const std::span<const Point> way = link.way();
  for (std::size_t i = 1; i < way.size(); ++i) {
    length += std::fabs(way[i].x - way[i - 1].x) + std::fabs(way[i].y - way[i - 1].y);
  }
  return length;
}

Point point_on(const LinkPlace& link, float share) {
  const std::span<const Point> way = link.way();
  float left = length_of(link) * std::clamp(share, 0.0f, 1.0f);
  for (std::size_t i = 1; i < way.size(); ++i) {
    const Point& a = way[i - 1];
    const Point& b = way[i];
    const float length = std::fabs(b.x - a.x) + std::fabs(b.y - a.y);
    if (left <= length || i + 1 == way.size()) {
      const float part = length > 0 ? left / length : 0;
      return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
    }
    left -= length;
  }
  return way.front();
}

}  // namespace tenfold::ui
