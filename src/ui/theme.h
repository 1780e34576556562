// Colours and sizes, light and dark. Every text colour has a contrast of at least 4.5:1 against the
// surfaces it is used on, every mark at least 3:1 (tests/ui/theme_test.cpp computes them).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "model/catalogue.h"

namespace tenfold::ui {

using Color = std::uint32_t;  // 0xAABBGGRR, as ImU32

// Where in a system a part stands decides its hue. A hue is for icons, captions and tints, never
// for a state.
inline constexpr int kZones = static_cast<int>(model::Zone::later) + 1;

struct Palette {
  Color page;     // behind everything that is read
  Color pane;     // behind diagrams
  Color card;     // cards, parts, fields
  Color inset;    // quotes inside a card
  Color machine;  // the chassis that parts stand in
  Color machine_line;
  Color line;  // rules that carry no meaning
  Color soft;  // the edge of a part that is well

  Color text;           // reading, numbers
  Color muted;          // captions, units
  Color accent;         // what can be pressed, focus, requests, what is new
  Color good;           // met, right, answered
  Color strained_text;  // words about strain
  Color bad;            // failed, overloaded, wrong
  std::array<Color, kZones> zones;

  // For shapes, not for words: 3:1 against what is around them.
  Color strained;  // fill, badge and outline of strain
  Color dead;      // the badge of what is down
  Color control;   // edges of buttons, fields, radios; the road ahead
  Color wire;      // links

  Color on_accent;  // words on the colours above
  Color on_bad;
  Color on_dead;
  Color accent_soft;  // grounds for words in the colour itself
  Color good_soft;
  Color bad_soft;
  Color strained_soft;

  // By how much a tint is of its hue: mixed, not laid over, so that bands that overlap do not
  // darken.
  float band_share;  // a zone's band in a diagram
  float tile_share;  // the ground of an icon
  float tile_edge_share;
  float level_alpha;    // how busy a part is, inside its tile
  float shadow_factor;  // of every shadow's alpha

  Color zone(model::Zone zone) const { return zones[static_cast<std::size_t>(zone)]; }
};

const Palette& palette(bool dark);

// `share` of `over`, the rest of `under`. Both opaque.
Color mixed(Color under, Color over, float share);

// (L1 + 0.05) / (L2 + 0.05) of the relative luminances: WCAG 2.2, "contrast ratio".
double contrast(Color a, Color b);

namespace size {
// Type. Nothing is smaller than kLeast.
inline constexpr float kDisplay = 42;
inline constexpr float kHeading1 = 28;
inline constexpr float kHeading2 = 20;
inline constexpr float kQuestion = 18;
inline constexpr float kBody = 16;
inline constexpr float kOption = 15;
inline constexpr float kButton = 14;
inline constexpr float kSmall = 13;
inline constexpr float kCaption = 12;
inline constexpr float kAxis = 11;
inline constexpr float kLeast = 10;
inline constexpr float kLine = 1.6f;        // line height, times the font size
inline constexpr float kSmallLine = 1.45f;  // … of kSmall and less

inline constexpr float kTarget = 34;  // height of a control; at least 24 (WCAG 2.5.8)
inline constexpr float kTouchTarget = 44;

// Corners.
inline constexpr float kSlotRound = 2;
inline constexpr float kTileRound = 9;
inline constexpr float kRound = 10;  // buttons and parts
inline constexpr float kOptionRound = 11;
inline constexpr float kCardRound = 13;
inline constexpr float kMachineRound = 14;
}  // namespace size

}  // namespace tenfold::ui
