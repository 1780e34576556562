// Colours and sizes, light and dark. Every text colour has a contrast of at least 4.5:1 against the
// surfaces it is used on, every mark at least 3:1 (tests/ui/theme_test.cpp computes them).
#pragma once

#include <cstdint>

namespace tenfold::ui {

using Color = std::uint32_t;  // 0xAABBGGRR, as ImU32

struct Palette {
  Color page;  // behind the lesson column
  Color pane;  // behind the diagram
  Color card;  // cards, answers, inset texts
  Color text;
  Color muted;      // secondary text
  Color line;       // borders and axes that carry no meaning
  Color accent;     // links, primary buttons, focus
  Color on_accent;  // text on accent
  Color good;       // requests and parts that are fine
  Color strained;   // busy, waiting
  Color bad;        // failures, parts that are down
  Color second;     // a second series
  Color control;    // a control's border: 3:1 against what is around it
};

const Palette& palette(bool dark);

// (L1 + 0.05) / (L2 + 0.05) of the relative luminances: WCAG 2.2, "contrast ratio".
double contrast(Color a, Color b);

namespace size {
inline constexpr float kBody = 16;
inline constexpr float kSmall = 13;
inline constexpr float kHeading1 = 26;
inline constexpr float kHeading2 = 20;
inline constexpr float kLine = 1.5f;  // line height, times the font size
inline constexpr float kTarget = 32;  // height of a control; at least 24 (WCAG 2.5.8)
inline constexpr float kTouchTarget = 44;
inline constexpr float kRound = 6;
}  // namespace size

}  // namespace tenfold::ui
