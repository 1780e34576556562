// A request's hops are drawn one after another along their links; a failure falls from where it
// happened as a cross that shrinks.
#include "ui/flights.h"

#include <algorithm>
#include <cmath>

#include "ui/link_routes.h"

namespace tenfold::ui {
namespace {

constexpr double kFlight_s = 0.45;
constexpr double kFall_s = 0.5;
constexpr double kLongestWait_s = 2;  // a request further behind than this is left out
constexpr std::size_t kMost = 1500;
constexpr float kFall = 46;
constexpr float kNearest = 11;  // between two dots of one lane: nearer ones would merge into a blob

double length_s(const model::Hop& hop) {
  return hop.failure == model::Failure::none ? kFlight_s : kFall_s;
}

}  // namespace

void Flights::clear() { flying_.clear(); }

void Flights::add(std::span<const model::Hop> hops, double now_s) {
  for (const model::Hop& hop : hops) {
    if (flying_.size() >= kMost) return;
    double start = now_s;
    for (const Flight& flight : flying_) {
      if (flight.hop.request == hop.request) {
        start = std::max(start, flight.start_s + length_s(flight.hop));
      }
    }
    if (start - now_s > kLongestWait_s) continue;
    flying_.push_back({.hop = hop, .start_s = start});
  }
}

std::optional<std::uint32_t> Flights::request_at(float x, float y, float reach) const {
  std::optional<std::uint32_t> nearest;
  float least = reach * reach;
  for (const Flight& flight : flying_) {
    const float dx = flight.x - x;
    const float dy = flight.y - y;
    if (dx * dx + dy * dy > least) continue;
    least = dx * dx + dy * dy;
    nearest = flight.hop.request;
  }
  return nearest;
}

namespace {

// The way of a hop, and whether it is taken from its end.
struct Way {
  const LinkPlace* link = nullptr;
  std::size_t index = 0;
  bool is_backwards = false;
};

Way way_of(const DiagramPlaces& places, const model::Hop& hop) {
  Way way;
  for (std::size_t i = 0; i < places.links.size(); ++i) {
    const LinkPlace& place = places.links[i];
    if (place.from == hop.from && place.to == hop.to) way = {&place, i, false};
    if (place.from == hop.to && place.to == hop.from) way = {&place, i, true};
  }
  if (way.link == nullptr) return way;
  // Links of a folded diagram that take the same way are one lane.
  way.index = 0;
  while (places.links[way.index].points != way.link->points) ++way.index;
  return way;
}

float radius_at(Density density) {
  switch (density) {
    case Density::full:
      return 3.5f;
    case Density::compact:
      return 3;
    case Density::brief:
    case Density::folded:
      break;
  }
  return 2.7f;
}

// Falls from the mouth of the line, or from the card's edge; requests are spread over its height.
Dot cross_of(const CardPlace& card, const model::Hop& hop, float t, const Palette& colors) {
  const float fall = card.is_tile ? kFall / 2 : kFall;
  const Rect whole = with_tray(card);
  const float spread = static_cast<float>((hop.request * 2654435761u) >> 16 & 0xFFu) / 255.0f;
  Dot dot;
  dot.x = whole.x - 9 + 10 * (spread - 0.5f);
  dot.y = card.rect.y + card.rect.height / 2 + fall * t;
  dot.radius = 5.5f * (1 - 0.45f * t);
  dot.shape = 2;
  dot.rgba = (colors.bad & 0x00FFFFFFu) | (static_cast<std::uint32_t>(255.0f * (1 - t * t)) << 24);
  return dot;
}

}  // namespace

void Flights::draw(const DiagramPlaces& places, const Palette& colors, float shift_x, float shift_y,
                   double now_s, std::vector<Dot>& out) {
  std::erase_if(flying_, [&](const Flight& flight) {
    return now_s >= flight.start_s + length_s(flight.hop);
  });
  // By lane and direction: how far along it a dot is.
  struct Taken {
    std::size_t lane;
    float at;
  };
  std::vector<Taken> taken;
  const bool is_full = places.density == Density::full;
  for (Flight& flight : flying_) {
    const model::Hop& hop = flight.hop;
    flight.x = flight.y = -1e6f;
    const double age = (now_s - flight.start_s) / length_s(hop);
    if (age < 0) continue;
    const auto t = static_cast<float>(age);
    Dot dot;
    if (hop.failure != model::Failure::none) {
      const CardPlace* card = find_card(places, hop.from);
      if (card == nullptr) continue;
      dot = cross_of(*card, hop, t, colors);
    } else {
      const Way way = way_of(places, hop);
      if (way.link == nullptr) continue;
      const float along = way.is_backwards ? 1 - t : t;
      const std::size_t lane = way.index * 2 + (hop.reply ? 1 : 0);
      const float at_px = along * length_of(*way.link);
      const bool too_near = std::any_of(taken.begin(), taken.end(), [&](const Taken& other) {
        return other.lane == lane && std::fabs(other.at - at_px) < kNearest;
      });
      if (too_near) continue;
      taken.push_back({lane, at_px});
      const Point at = point_on(*way.link, along);
      const Point behind = point_on(*way.link, along - 0.01f);
      const Point ahead = point_on(*way.link, along + 0.01f);
      const float dx = ahead.x - behind.x;
      const float dy = ahead.y - behind.y;
      const float length = std::max(std::sqrt(dx * dx + dy * dy), 0.01f);
      // Requests and answers keep to their own side of the line, as far as there is room.
      const float side = is_full ? (hop.reply ? -4.0f : 4.0f) : hop.reply ? -6.0f : 0.0f;
      dot.x = at.x - dy / length * side;
      dot.y = at.y + dx / length * side;
      dot.radius = radius_at(places.density) + (hop.reply ? 0.5f : 0);
      dot.shape = hop.reply ? 1 : 0;
      dot.rgba = hop.reply ? colors.good : colors.accent;
    }
    dot.x += shift_x;
    dot.y += shift_y;
    flight.x = dot.x;
    flight.y = dot.y;
    out.push_back(dot);
  }
}

}  // namespace tenfold::ui
