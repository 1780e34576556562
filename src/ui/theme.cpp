// The two palettes, and contrast as the accessibility guidelines define it.
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace tenfold::ui {
namespace {

constexpr Color rgb(std::uint32_t hex) {
  return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | (hex >> 16);
}

constexpr Palette kLight{
    .page = rgb(0xFFFFFF),
    .pane = rgb(0xF3F5F8),
    .card = rgb(0xFFFFFF),
    .text = rgb(0x1B2330),
    .muted = rgb(0x505B6B),
    .line = rgb(0xD5DBE3),
    .accent = rgb(0x1F5FBF),
    .on_accent = rgb(0xFFFFFF),
    .good = rgb(0x0B7A68),
    .strained = rgb(0x9A5B00),
    .bad = rgb(0xB3261E),
    .second = rgb(0x7A3FA8),
    .control = rgb(0x7A8698),
};

constexpr Palette kDark{
    .page = rgb(0x12161D),
    .pane = rgb(0x181D26),
    .card = rgb(0x202733),
    .text = rgb(0xE7EBF1),
    .muted = rgb(0xAAB4C2),
    .line = rgb(0x343D4B),
    .accent = rgb(0x8AB8FF),
    .on_accent = rgb(0x0C1624),
    .good = rgb(0x4FD1B8),
    .strained = rgb(0xF0B350),
    .bad = rgb(0xFF8A80),
    .second = rgb(0xCF9FF5),
    .control = rgb(0x7F8CA0),
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

double contrast(Color a, Color b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace tenfold::ui
