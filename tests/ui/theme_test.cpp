#include "ui/theme.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <utility>
#include <vector>

namespace {

using tenfold::ui::Color;
using tenfold::ui::contrast;
using tenfold::ui::Palette;
using tenfold::ui::palette;

TEST_CASE("contrast is WCAG's: black on white is 21 to 1, a colour on itself 1 to 1") {
  CHECK(contrast(0xFF000000u, 0xFFFFFFFFu) == doctest::Approx(21.0));
  CHECK(contrast(0xFF336699u, 0xFF336699u) == doctest::Approx(1.0));
}

// What words stand on: every surface, and the tints of every zone's hue.
std::vector<Color> grounds(const Palette& c) {
  std::vector<Color> all{c.page, c.pane, c.card, c.inset};
  for (const Color hue : c.zones) all.push_back(tenfold::ui::mixed(c.pane, hue, c.band_share));
  return all;
}

TEST_CASE("every text can be read on every surface it stands on, light and dark") {
  for (const bool dark : {false, true}) {
    const Palette& c = palette(dark);
    CAPTURE(dark);
    for (const Color surface : grounds(c)) {
      CAPTURE(surface);
      for (const Color text : {c.text, c.muted, c.accent, c.good, c.strained_text, c.bad}) {
        CHECK(contrast(text, surface) >= 4.5);
      }
      for (const Color hue : c.zones) CHECK(contrast(hue, surface) >= 4.5);
    }
    // On a chassis stand names and numbers, well or not.
    for (const Color text : {c.text, c.muted, c.bad}) CHECK(contrast(text, c.machine) >= 4.5);
  }
}

TEST_CASE("words on a colour, and a colour on its own soft ground, can be read") {
  for (const bool dark : {false, true}) {
    const Palette& c = palette(dark);
    CAPTURE(dark);
    CHECK(contrast(c.on_accent, c.accent) >= 4.5);
    CHECK(contrast(c.on_bad, c.bad) >= 4.5);
    CHECK(contrast(c.on_dead, c.dead) >= 4.5);
    for (const auto& [ink, ground] :
         {std::pair{c.accent, c.accent_soft}, std::pair{c.good, c.good_soft},
          std::pair{c.bad, c.bad_soft}, std::pair{c.strained_text, c.strained_soft}}) {
      CHECK(contrast(ink, ground) >= 4.5);
      CHECK(contrast(c.text, ground) >= 4.5);
    }
  }
}

TEST_CASE("controls, links and states stand out from what is around them, light and dark") {
  for (const bool dark : {false, true}) {
    const Palette& c = palette(dark);
    CAPTURE(dark);
    for (const Color surface : {c.page, c.pane, c.card, c.machine}) {
      for (const Color shape : {c.control, c.wire, c.strained, c.dead, c.bad, c.accent}) {
        CHECK(contrast(shape, surface) >= 3.0);
      }
    }
    // An icon in its zone's hue, on the tile that the hue tints.
    for (const Color hue : c.zones) {
      CHECK(contrast(hue, tenfold::ui::mixed(c.card, hue, c.tile_share)) >= 3.0);
    }
  }
}

}  // namespace
