// The two palettes, warm paper by day and blue-black by night, and contrast as the accessibility
// guidelines define it.
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace tenfold::ui {
namespace {

constexpr Color rgb(std::uint32_t hex) {
  return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | (hex >> 16);
}

constexpr Palette kLight{
    .page = rgb(0xFCFBF8),
    .pane = rgb(0xF4F2EC),
    .card = rgb(0xFFFFFF),
    .inset = rgb(0xF6F4EF),
    .machine = rgb(0xE8E6E0),
    .machine_line = rgb(0xB4B3B0),
    .line = rgb(0xDEDBD2),
    .soft = rgb(0xCBC9C2),
    .text = rgb(0x1D1F2B),
    .muted = rgb(0x585E70),
    .accent = rgb(0x3347C9),
    .good = rgb(0x17734A),
    .strained_text = rgb(0x8A4C00),
    .bad = rgb(0xB42C15),
    .zones = {rgb(0x4A5A78), rgb(0x096C74), rgb(0x6D45BA), rgb(0xA0317F), rgb(0x66651A)},
    .strained = rgb(0xB26200),
    .dead = rgb(0x3A3D4A),
    .control = rgb(0x737888),
    .wire = rgb(0x7E818C),
    .on_accent = rgb(0xFFFFFF),
    .on_bad = rgb(0xFFFFFF),
    .on_dead = rgb(0xFFFFFF),
    .accent_soft = rgb(0xE6E9FB),
    .good_soft = rgb(0xE0F1E7),
    .bad_soft = rgb(0xFBE4DE),
    .strained_soft = rgb(0xFBEBD3),
    .band_share = 0.08f,
    .tile_share = 0.11f,
    .tile_edge_share = 0.26f,
    .level_alpha = 0.26f,
    .shadow_factor = 1,
};

constexpr Palette kDark{
    .page = rgb(0x11131A),
    .pane = rgb(0x161922),
    .card = rgb(0x212530),
    .inset = rgb(0x1B1F29),
    .machine = rgb(0x2B303C),
    .machine_line = rgb(0x4C5363),
    .line = rgb(0x313745),
    .soft = rgb(0x434A5A),
    .text = rgb(0xECEEF4),
    .muted = rgb(0xAEB5C4),
    .accent = rgb(0xA3B4FF),
    .good = rgb(0x63D39B),
    .strained_text = rgb(0xF0AC4A),
    .bad = rgb(0xFF8067),
    .zones = {rgb(0x9FB2D6), rgb(0x58C7CC), rgb(0xBBA0F7), rgb(0xF08CCB), rgb(0xCBC763)},
    .strained = rgb(0xF0AC4A),
    .dead = rgb(0xC9CEDA),
    .control = rgb(0x7D869A),
    .wire = rgb(0x7A8296),
    .on_accent = rgb(0x12152B),
    .on_bad = rgb(0x2B0904),
    .on_dead = rgb(0x1A1D26),
    .accent_soft = rgb(0x2A315A),
    .good_soft = rgb(0x1B3A2E),
    .bad_soft = rgb(0x47231F),
    .strained_soft = rgb(0x41311A),
    .band_share = 0.10f,
    .tile_share = 0.18f,
    .tile_edge_share = 0.36f,
    .level_alpha = 0.24f,
    .shadow_factor = 2.6f,
};

double luminance(Color color) {
  const auto channel = [](std::uint32_t byte) {
    const double c = static_cast<double>(byte & 0xFFu) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(color) + 0.7152 * channel(color >> 8) + 0.0722 * channel(color >> 16);
}

}  // namespace

const Palette& palette(bool dark) { return dark ? kDark : kLight; }

Color mixed(Color under, Color over, float share) {
  Color result = 0xFF000000u;
  for (int shift = 0; shift < 24; shift += 8) {
    const auto from = static_cast<float>((under >> shift) & 0xFFu);
    const auto to = static_cast<float>((over >> shift) & 0xFFu);
    result |= static_cast<Color>(std::lround(from + (to - from) * share)) << shift;
  }
  return result;
}

double contrast(Color a, Color b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace tenfold::ui
