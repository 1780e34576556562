// The things every picture is made of: cards with a little depth, tiles that fill with how busy a
// part is, slots, badges, hatches, dashes, pills. All of rectangles, lines and discs, without blur.
#pragma once

#include <string_view>

#include "model/system.h"
#include "ui/icons.h"
#include "ui/screen.h"

namespace tenfold::ui {

enum class Depth : std::uint8_t { card, raised };

// The shadow below a shape with round corners; draw it before the shape.
void draw_shadow(const Screen& screen, const Rect& rect, Depth depth, float round);
// A card: shadow, ground and edge.
void draw_card(const Screen& screen, const Rect& rect, Depth depth = Depth::card,
               float round = size::kCardRound);

// Lines at 45°, clipped to the rectangle.
void draw_hatch(const Screen& screen, const Rect& rect, Color color, float pitch = 5,
                float thickness = 1.25f);
void draw_dashed_line(const Screen& screen, float x1, float y1, float x2, float y2, Color color,
                      float thickness, float dash, float gap);
// The outline of a rectangle in dashes.
void draw_dashed_rect(const Screen& screen, const Rect& rect, Color color, float thickness,
                      float dash, float gap, float round);

// What lies below a piece of a curve, down to `bottom`.
void fill_below(const Screen& screen, float x1, float y1, float x2, float y2, float bottom,
                Color color);

// How a part is, as its colour: a part that is well has none of its own, so `well`.
Color health_color(const Palette& colors, model::Health health, Color well);
// The same for words.
Color health_text_color(const Palette& colors, model::Health health);

// An icon over a vessel that fills from below with `level`, 0 to 1.
struct Tile {
  Icon icon = Icon::app_server;
  model::Zone zone = model::Zone::app;
  model::Health health = model::Health::up;
  float level = 0;
};
// `round` of its corners; 0: as its size asks for.
void draw_tile(const Screen& screen, const Tile& tile, const Rect& rect, float icon_px,
               float round = 0);

// Ten slots, filled from the left with `level`, 0 to 1; the last one in proportion.
void draw_slots(const Screen& screen, float x, float y, float width, float level, Color color);

// A bar on its groove, with `share`, 0 to 1.
void draw_meter(const Screen& screen, const Rect& rect, float share, Color color,
                bool is_hatched = false);

// What is wrong, told by shape and sign: a triangle, a diamond, an octagon, a disc. Nothing for a
// part that is well. The centre is given.
void draw_badge(const Screen& screen, model::Health health, float x, float y, float scale = 1);
// A disc with an icon in it.
void draw_disc(const Screen& screen, Icon icon, float x, float y, float radius, Color ground,
               Color sign);

// Words in a capsule; the left top corner is given. Returns its width.
float draw_pill(const Screen& screen, float x, float y, float height, std::string_view words,
                float px, Color ground, Color ink, Color edge);

// Ten dots in columns of one to four: one becomes ten. `done` of them are filled; 10 or more: the
// mark itself, whose first dot is the one that melts. `px`: of its square.
void draw_brand_mark(const Screen& screen, float x, float y, float px, int done = 10);

}  // namespace tenfold::ui
