// A request's hops are drawn one after another along their links; a failure rises from its card as
// a cross that fades.
#include "ui/flights.h"

#include <algorithm>
#include <cmath>

#include "ui/link_routes.h"

namespace tenfold::ui {
namespace {

constexpr double kFlight_s = 0.45;
constexpr double kFade_s = 0.7;       // a failure stays a little, so that it is seen
constexpr double kLongestWait_s = 2;  // a request further behind than this is left out
constexpr std::size_t kMost = 1500;

double length_s(const model::Hop& hop) {
  return hop.failure == model::Failure::none ? kFlight_s : kFade_s;
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

void Flights::draw(const DiagramPlaces& places, const Palette& colors, float shift_x, float shift_y,
                   double now_s, std::vector<Dot>& out) {
  std::erase_if(flying_, [&](const Flight& flight) {
    return now_s >= flight.start_s + length_s(flight.hop);
  });
  for (Flight& flight : flying_) {
    const model::Hop& hop = flight.hop;
    const double age = (now_s - flight.start_s) / length_s(hop);
    if (age < 0) continue;
    const auto t = static_cast<float>(age);
    Dot dot;
    dot.radius = 4.5f;
    if (hop.failure != model::Failure::none) {
      const CardPlace* card = find_card(places, hop.from);
      if (card == nullptr) continue;
      // Rises from the card where it failed; requests spread over the card's width.
      const float spread = static_cast<float>((hop.request * 2654435761u) >> 16 & 0xFFu) / 255.0f;
      dot.x = card->rect.x + card->rect.width * (0.1f + 0.8f * spread);
      dot.y = card->rect.y - 4 - 14 * t;
      dot.radius = 6;
      dot.shape = 2;
      dot.rgba =
          (colors.bad & 0x00FFFFFFu) | (static_cast<std::uint32_t>(255.0f * (1 - t * t)) << 24);
    } else {
      const LinkPlace* link = nullptr;
      bool backwards = false;
      for (const LinkPlace& place : places.links) {
        if (place.from == hop.from && place.to == hop.to) link = &place;
        if (place.from == hop.to && place.to == hop.from) {
          link = &place;
          backwards = true;
        }
      }
      if (link == nullptr) continue;
      const float along = backwards ? 1 - t : t;
      const Point at = point_on(*link, along);
      const Point behind = point_on(*link, along - 0.01f);
      const Point ahead = point_on(*link, along + 0.01f);
      const float dx = ahead.x - behind.x;
      const float dy = ahead.y - behind.y;
      const float length = std::max(std::sqrt(dx * dx + dy * dy), 0.01f);
      // Requests and answers keep to their own side of the line.
      const float side = hop.reply ? -4.0f : 4.0f;
      dot.x = at.x - dy / length * side;
      dot.y = at.y + dx / length * side;
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
