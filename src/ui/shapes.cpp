// Measures are those of the design: see the comment at each.
#include "ui/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenfold::ui {
namespace {

using model::Health;

ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

Rect grown(const Rect& rect, float by, float lower = 0) {
  return {rect.x - by, rect.y - by + lower, rect.width + 2 * by, rect.height + 2 * by};
}

Color shadow_color(const Palette& c, float alpha) {
  const Color ink = c.shadow_factor > 1 ? 0xFF000000u : c.text;
  return faded(ink, alpha * c.shadow_factor);
}

bool is_hollow(Health health) { return health == Health::down || health == Health::restarting; }

}  // namespace

void draw_shadow(const Screen& screen, const Rect& rect, Depth depth, float round) {
  const Palette& c = screen.colors;
  if (depth == Depth::raised) {
    fill_rect(screen, grown(rect, 3, 8), shadow_color(c, 0.035f), round + 3);
    fill_rect(screen, grown(rect, 1, 4), shadow_color(c, 0.05f), round + 1);
    fill_rect(screen, grown(rect, 0, 2), shadow_color(c, 0.06f), round);
    return;
  }
  fill_rect(screen, grown(rect, 1, 3), shadow_color(c, 0.03f), round + 1);
  fill_rect(screen, grown(rect, 0, 1.5f), shadow_color(c, 0.05f), round);
}

void draw_card(const Screen& screen, const Rect& rect, Depth depth, float round) {
  draw_shadow(screen, rect, depth, round);
  fill_rect(screen, rect, screen.colors.card, round);
  stroke_rect(screen, rect, screen.colors.line, 1, round);
}

void draw_hatch(const Screen& screen, const Rect& rect, Color color, float pitch, float thickness) {
  // Each line is y = bottom - (x - start), cut where it leaves the rectangle.
  for (float start = -rect.height + pitch; start < rect.width; start += pitch) {
    const float left = std::max(start, 0.0f);
    const float right = std::min(start + rect.height, rect.width);
    if (right <= left) continue;
    const float bottom = rect.y + rect.height;
    draw_line(screen, rect.x + left, bottom - (left - start), rect.x + right,
              bottom - (right - start), color, thickness);
  }
}

void draw_dashed_line(const Screen& screen, float x1, float y1, float x2, float y2, Color color,
                      float thickness, float dash, float gap) {
  const float length = std::hypot(x2 - x1, y2 - y1);
  if (length <= 0) return;
  const float ux = (x2 - x1) / length;
  const float uy = (y2 - y1) / length;
  for (float at = 0; at < length; at += dash + gap) {
    const float end = std::min(at + dash, length);
    draw_line(screen, x1 + ux * at, y1 + uy * at, x1 + ux * end, y1 + uy * end, color, thickness);
  }
}

void draw_dashed_rect(const Screen& screen, const Rect& rect, Color color, float thickness,
                      float dash, float gap, float round) {
  const float right = rect.x + rect.width;
  const float bottom = rect.y + rect.height;
  const auto side = [&](float x1, float y1, float x2, float y2) {
    draw_dashed_line(screen, x1, y1, x2, y2, color, thickness, dash, gap);
  };
  side(rect.x + round, rect.y, right - round, rect.y);
  side(right, rect.y + round, right, bottom - round);
  side(right - round, bottom, rect.x + round, bottom);
  side(rect.x, bottom - round, rect.x, rect.y + round);
  constexpr float kQuarter = 1.5707964f;
  const auto corner = [&](float x, float y, int turn) {
    canvas().PathArcTo(screen.at(x, y), round, kQuarter * (static_cast<float>(turn) + 0.1f),
                       kQuarter * (static_cast<float>(turn) + 0.8f));
    canvas().PathStroke(color, 0, thickness);
  };
  corner(right - round, bottom - round, 0);
  corner(rect.x + round, bottom - round, 1);
  corner(rect.x + round, rect.y + round, 2);
  corner(right - round, rect.y + round, 3);
}

void fill_below(const Screen& screen, float x1, float y1, float x2, float y2, float bottom,
                Color color) {
  // Without soft edges, which would leave seams between the pieces.
  ImDrawList& draw = canvas();
  const ImDrawListFlags flags = draw.Flags;
  draw.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  draw.AddQuadFilled(screen.at(x1, y1), screen.at(x2, y2), screen.at(x2, bottom),
                     screen.at(x1, bottom), color);
  draw.Flags = flags;
}

Color health_color(const Palette& c, Health health, Color well) {
  switch (health) {
    case Health::up:
      return well;
    case Health::strained:
      return c.strained;
    case Health::overloaded:
      return c.bad;
    case Health::restarting:
    case Health::down:
      break;
  }
  return c.control;
}

Color health_text_color(const Palette& c, Health health) {
  switch (health) {
    case Health::up:
      return c.muted;
    case Health::strained:
      return c.strained_text;
    case Health::overloaded:
    case Health::restarting:
    case Health::down:
      break;
  }
  return c.bad;
}

void draw_tile(const Screen& screen, const Tile& tile, const Rect& rect, float icon_px,
               float round) {
  const Palette& c = screen.colors;
  if (round <= 0) round = rect.width >= 32 ? size::kTileRound : 7.0f;
  const Color hue = c.zone(tile.zone);
  Color sign = hue;
  if (is_hollow(tile.health)) {
    draw_dashed_rect(screen, rect, c.control, 1.25f, 4, 3, round);
    sign = c.control;
  } else if (tile.health == Health::overloaded) {
    fill_rect(screen, rect, c.bad, round);
    sign = c.on_bad;
  } else {
    const bool strained = tile.health == Health::strained;
    const Color tint = strained ? c.strained : hue;
    fill_rect(screen, rect, mixed(c.card, tint, c.tile_share), round);
    const float level = std::clamp(tile.level, 0.0f, 1.0f) * rect.height;
    if (level >= 1) {
      const float top = rect.y + rect.height - level;
      const ImDrawFlags corners = rect.height - level > round ? ImDrawFlags_RoundCornersBottom
                                                              : ImDrawFlags_RoundCornersAll;
      canvas().AddRectFilled(screen.at(rect.x, top),
                             screen.at(rect.x + rect.width, rect.y + rect.height),
                             faded(tint, c.level_alpha), round, corners);
      if (strained) {
        draw_hatch(screen, {rect.x + 1, top, rect.width - 2, level - 2}, faded(tint, 0.75f));
      }
      if (rect.height - level > 2) {
        draw_line(screen, rect.x + 1, top, rect.x + rect.width - 1, top, tint, 1.5f);
      }
    }
    stroke_rect(screen, rect, mixed(c.card, tint, c.tile_edge_share), 1, round);
    if (strained) sign = c.text;
  }
  draw_icon(screen, tile.icon, rect.x + (rect.width - icon_px) / 2,
            rect.y + (rect.height - icon_px) / 2, icon_px, sign);
}

void draw_slots(const Screen& screen, float x, float y, float width, float level, Color color) {
  constexpr int kSlots = 10;
  constexpr float kGap = 3;
  constexpr float kHeight = 8;
  const float slot = (width - kGap * (kSlots - 1)) / kSlots;
  for (int i = 0; i < kSlots; ++i) {
    const Rect rect{x + static_cast<float>(i) * (slot + kGap), y, slot, kHeight};
    fill_rect(screen, rect, mixed(screen.colors.card, screen.colors.text, 0.10f), size::kSlotRound);
    const float filled = std::clamp(level * kSlots - static_cast<float>(i), 0.0f, 1.0f);
    if (filled * slot >= 1) {
      fill_rect(screen, {rect.x, rect.y, slot * filled, kHeight}, color, size::kSlotRound);
    }
  }
}

void draw_meter(const Screen& screen, const Rect& rect, float share, Color color, bool is_hatched) {
  const float round = rect.height / 2;
  fill_rect(screen, rect, mixed(screen.colors.machine, screen.colors.text, 0.14f), round);
  const float width = rect.width * std::clamp(share, 0.0f, 1.0f);
  if (width < 1) return;
  const Rect filled{rect.x, rect.y, width, rect.height};
  fill_rect(screen, filled, color, round);
  if (is_hatched) draw_hatch(screen, filled, faded(screen.colors.card, 0.6f), 4, 1);
}

void draw_badge(const Screen& screen, Health health, float x, float y, float scale) {
  const Palette& c = screen.colors;
  const ImVec2 at = screen.at(x, y);
  ImDrawList& draw = canvas();
  const auto off = [&](float dx, float dy) { return at + ImVec2(dx, dy) * scale; };
  const auto bar = [&](ImVec2 from, ImVec2 to, Color color) {
    draw.AddLine(at + from * scale, at + to * scale, color, 1.75f * scale);
  };
  switch (health) {
    case Health::up:
      return;
    case Health::strained:
      draw.AddTriangleFilled(off(0, -10), off(10, 8), off(-10, 8), c.card);
      draw.AddTriangleFilled(off(0, -8), off(8, 6.5f), off(-8, 6.5f), c.strained);
      bar({0, -3}, {0, 2}, c.card);
      draw.AddCircleFilled(off(0, 4.3f), 1.1f * scale, c.card);
      return;
    case Health::overloaded:
      draw.AddNgonFilled(at, 10.5f * scale, c.card, 4);
      draw.AddNgonFilled(at, 9 * scale, c.bad, 4);
      for (const float side : {-2.0f, 2.0f}) {
        bar({side, -4}, {side, 1}, c.on_bad);
        draw.AddCircleFilled(off(side, 3.5f), scale, c.on_bad);
      }
      return;
    case Health::restarting:
      draw.AddCircleFilled(at, 9.5f * scale, c.card);
      draw_disc(screen, Icon::restart, x, y, 8 * scale, c.dead, c.on_dead);
      return;
    case Health::down:
      draw.AddNgonFilled(at, 10 * scale, c.card, 8);
      draw.AddNgonFilled(at, 8.5f * scale, c.dead, 8);
      bar({-3, -3}, {3, 3}, c.on_dead);
      bar({-3, 3}, {3, -3}, c.on_dead);
      return;
  }
}

void draw_disc(const Screen& screen, Icon icon, float x, float y, float radius, Color ground,
               Color sign) {
  canvas().AddCircleFilled(screen.at(x, y), radius, ground);
  const float px = radius * 1.5f;
  draw_icon(screen, icon, x - px / 2, y - px / 2, px, sign);
}

float draw_pill(const Screen& screen, float x, float y, float height, std::string_view words,
                float px, Color ground, Color ink, Color edge) {
  const float width = text_width(screen, words, px, true) + height * 0.8f;
  const Rect rect{x, y, width, height};
  fill_rect(screen, rect, ground, height / 2);
  if (edge != ground) stroke_rect(screen, rect, edge, 1.25f, height / 2);
  draw_text(screen, x + height * 0.4f, y + (height - px) / 2 - 0.5f, words, px, ink, true);
  return width;
}

void draw_brand_mark(const Screen& screen, float x, float y, float px, int done) {
  constexpr int kColumns = 4;
  const Palette& c = screen.colors;
  const float scale = px / 24;
  int dot = 0;
  for (int column = 0; column < kColumns; ++column) {
    for (int i = 0; i <= column; ++i, ++dot) {
      const auto across = static_cast<float>(column);
      const ImVec2 at = screen.at(x + (5 + 4.67f * across) * scale,
                                  y + (12 + 5.4f * (static_cast<float>(i) - across / 2)) * scale);
      const bool is_first = dot == 0;
      const float radius = (is_first ? 2.5f : 2.1f) * scale;
      if (dot < done) {
        canvas().AddCircleFilled(at, radius, is_first && done >= 10 ? c.bad : c.accent);
      } else {
        canvas().AddCircle(at, radius - 0.6f, c.control, 0, 1.25f);
      }
    }
  }
}

}  // namespace tenfold::ui
