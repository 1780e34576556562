// The width is the logarithm of the rate: twice as wide is ten times as much.
#include "ui/link_lines.h"

#include <algorithm>
#include <cmath>

#include "ui/link_routes.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

float width_of(double rate_rps) {
  constexpr double kThin_rps = 20;
  const double decades = rate_rps > kThin_rps ? std::log10(rate_rps / kThin_rps) : 0;
  return std::min(1.5f + 2 * static_cast<float>(decades), 7.0f);
}

void draw_tip(const Screen& screen, const LinkPlace& link, Color color, float size) {
  const std::span<const Point> way = link.way();
  const Point& tip = way[way.size() - 1];
  const Point& before = way[way.size() - 2];
  const float length = std::max(std::hypot(tip.x - before.x, tip.y - before.y), 0.01f);
  const float ux = (tip.x - before.x) / length * size;
  const float uy = (tip.y - before.y) / length * size;
  ImGui::GetWindowDrawList()->AddTriangleFilled(
      screen.at(tip.x, tip.y), screen.at(tip.x - ux - uy / 2, tip.y - uy + ux / 2),
      screen.at(tip.x - ux + uy / 2, tip.y - uy - ux / 2), color);
}

void draw_dashes(const Screen& screen, const LinkPlace& link, Color color, float thickness,
                 float dash, float gap) {
  const std::span<const Point> way = link.way();
  for (std::size_t i = 1; i < way.size(); ++i) {
    draw_dashed_line(screen, way[i - 1].x, way[i - 1].y, way[i].x, way[i].y, color, thickness, dash,
                     gap);
  }
}

}  // namespace

void stroke_link(const Screen& screen, const LinkPlace& link, Color color, float thickness) {
  constexpr float kRound = 8;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const std::span<const Point> way = link.way();
  // From a turn towards the point before or after it, half way at most.
  const auto beside = [&screen](const Point& turn, const Point& other) {
    const float length = std::max(std::hypot(other.x - turn.x, other.y - turn.y), 0.01f);
    const float share = std::min(kRound / length, 0.5f);
    return screen.at(turn.x + (other.x - turn.x) * share, turn.y + (other.y - turn.y) * share);
  };
  draw.PathLineTo(screen.at(way[0].x, way[0].y));
  for (std::size_t i = 1; i + 1 < way.size(); ++i) {
    const Point& turn = way[i];
    draw.PathLineTo(beside(turn, way[i - 1]));
    draw.PathBezierQuadraticCurveTo(screen.at(turn.x, turn.y), beside(turn, way[i + 1]), 4);
  }
  draw.PathLineTo(screen.at(way.back().x, way.back().y));
  draw.PathStroke(color, 0, thickness);
}

void draw_link(const Screen& screen, const LinkPlace& link, const LinkLooks& looks) {
  const Palette& c = screen.colors;
  if (looks.health == model::Health::down) {
    draw_dashes(screen, link, c.bad, 2, 6, 4);
    const Point middle = point_on(link, 0.5f);
    draw_badge(screen, model::Health::down, middle.x, middle.y);
    return;
  }
  const Color core = looks.is_chosen ? c.accent : mixed(c.wire, looks.hue, 0.55f);
  if (looks.is_order) {
    draw_dashes(screen, link, core, looks.is_chosen ? 2.5f : 1.5f, 2, 4);
    draw_tip(screen, link, core, 6);
    return;
  }
  const float width = width_of(looks.rate_rps);
  if (width > 2) stroke_link(screen, link, faded(core, c.shadow_factor > 1 ? 0.38f : 0.30f), width);
  stroke_link(screen, link, core, looks.is_chosen ? 3.0f : 1.5f);
  draw_tip(screen, link, core, 6 + width / 2);
}

}  // namespace tenfold::ui
