// A ring around the card where the request is, or a disc that glides along the link it crosses.
#include "ui/walk_marker.h"

#include <algorithm>

#include "ui/link_lines.h"
#include "ui/link_routes.h"

namespace tenfold::ui {
namespace {

constexpr double kGlide_s = 0.8;

}  // namespace

bool WalkMarker::moving(double now_s) const { return now_s < since_s_ + kGlide_s; }

void WalkMarker::draw(const Screen& screen, const DiagramPlaces& places,
                      const tutor::WalkState& walk) {
  const double now_s = screen.viewport.time_s;
  if (walk.stop != stop_) {
    stop_ = walk.stop;
    since_s_ = now_s;
  }
  if (walk.stop < 0) return;
  const int index = walk.span_of_stop[static_cast<std::size_t>(walk.stop)];
  if (index < 0) return;
  const model::Span& span = walk.spans[static_cast<std::size_t>(index)];
  const Color color = screen.colors.accent;
  const CardPlace* from = find_card(places, span.part);
  if (from == nullptr) return;

  const CardPlace* to = find_card(places, span.other);
  const bool crosses = model::stay_of(span.doing) == model::Stay::wire;
  if (!crosses || to == nullptr) {
    const Rect& card = from->rect;
    stroke_rect(screen, {card.x - 5, card.y - 5, card.width + 10, card.height + 10}, color, 4,
                size::kRound + 5);
    return;
  }
  for (const LinkPlace& link : places.links) {
    const bool along = link.from == span.part && link.to == span.other;
    const bool back = link.from == span.other && link.to == span.part;
    if (!along && !back) continue;
    // Half way is where a still picture shows it.
    double t = 0.5;
    if (!screen.viewport.reduced_motion) t = std::min((now_s - since_s_) / kGlide_s, 1.0);
    if (back) t = 1 - t;
    const Point place = point_on(link, static_cast<float>(t));
    const ImVec2 at = screen.at(place.x, place.y);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    stroke_link(screen, link, color, 4);
    draw.AddCircleFilled(at, 9, color);
    draw.AddCircle(at, 12, screen.colors.text, 0, 2);
    return;
  }
}

}  // namespace tenfold::ui
