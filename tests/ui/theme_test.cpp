#include "ui/theme.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace {

using tenfold::ui::Color;
using tenfold::ui::contrast;
using tenfold::ui::Palette;
using tenfold::ui::palette;

TEST_CASE("contrast is WCAG's: black on white is 21 to 1, a colour on itself 1 to 1") {
  CHECK(contrast(0xFF000000u, 0xFFFFFFFFu) == doctest::Approx(21.0));
  CHECK(contrast(0xFF336699u, 0xFF336699u) == doctest::Approx(1.0));
}

TEST_CASE("every text can be read on every surface it stands on, light and dark") {
  for (const bool dark : {false, true}) {
    const Palette& c = palette(dark);
    CAPTURE(dark);
    for (const Color surface : {c.page, c.pane, c.card}) {
      for (const Color text : {c.text, c.muted, c.accent, c.good, c.strained, c.bad, c.second}) {
        CHECK(contrast(text, surface) >= 4.5);
      }
    }
    CHECK(contrast(c.on_accent, c.accent) >= 4.5);
  }
}

TEST_CASE("controls and states stand out from what is around them, light and dark") {
  for (const bool dark : {false, true}) {
    const Palette& c = palette(dark);
    CAPTURE(dark);
    for (const Color surface : {c.page, c.pane, c.card}) CHECK(contrast(c.control, surface) >= 3.0);
  }
}

}  // namespace
