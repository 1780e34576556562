// Better is said in a colour and in the mirror's words; what is no better keeps the text's colour.
#include "ui/difference_strip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "tutor/facts.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

constexpr float kHeight = 80;

struct Number {
  double value = 0;
  std::string shown;
};

struct Pair {
  std::string label;
  Number before;
  Number after;
  bool less_is_better = true;
};

model::Sample last_second(const model::System& system) {
  return system.series().empty() ? model::Sample{} : system.series().back();
}

std::array<Pair, 5> pairs_of(const model::System& before, const model::System& after) {
  const model::Sample was = last_second(before);
  const model::Sample is = last_second(after);
  const auto rate = [](const model::Sample& sample, std::uint64_t count) {
    const double value = sample.per_second(count);
    return Number{value, tutor::show_count(std::round(value))};
  };
  const auto time = [](const model::Sample& sample, double ms) {
    return sample.counts.good > 0 ? Number{ms, tutor::show_ms(ms)} : Number{0, "–"};
  };
  const auto cost = [](const model::System& system) {
    return Number{system.cost_month(), tutor::show_dollars(system.cost_month())};
  };
  return {{
      {"Done/s", rate(was, was.counts.good), rate(is, is.counts.good), false},
      {"Failed/s", rate(was, was.counts.failed), rate(is, is.counts.failed)},
      {"p50", time(was, was.p50_ms), time(is, is.p50_ms)},
      {"p99", time(was, was.p99_ms), time(is, is.p99_ms)},
      {"$ a month", cost(before), cost(after)},
  }};
}

// By more than what shows as the same number.
bool is_better(const Pair& pair) {
  if (pair.before.shown == pair.after.shown || pair.after.shown == "–") return false;
  const bool less = pair.after.value < pair.before.value;
  return less == pair.less_is_better;
}

void draw_pair(const Screen& screen, const Rect& cell, const Pair& pair) {
  constexpr float kBar = 5;
  const Palette& c = screen.colors;
  const bool better = is_better(pair);
  draw_text(screen, cell.x, cell.y, fit_text(screen, pair.label, size::kCaption, cell.width),
            size::kCaption, c.muted);
  float after_px = 17;
  float before_px = 13;
  const auto needed = [&] {
    return text_width(screen, pair.before.shown, before_px) + 22 +
           text_width(screen, pair.after.shown, after_px, true);
  };
  while (after_px > 12 && needed() > cell.width) {
    after_px -= 1;
    before_px = std::max(before_px - 1, 11.0f);
  }
  const float line = cell.y + 28;
  draw_text(screen, cell.x, line - before_px * 0.62f, pair.before.shown, before_px, c.muted);
  const float arrow = cell.x + text_width(screen, pair.before.shown, before_px) + 5;
  draw_icon(screen, Icon::right, arrow, line - 6, 12, c.muted);
  draw_text(screen, arrow + 16, line - after_px * 0.62f, pair.after.shown, after_px,
            better ? c.good : c.text, true);
  const double most = std::max({pair.before.value, pair.after.value, 1e-9});
  const auto bar = [&](float y, double value, Color color) {
    fill_rect(screen, {cell.x, y, cell.width, kBar}, faded(c.text, 0.08f), kBar / 2);
    const float width = cell.width * static_cast<float>(value / most);
    if (width >= 1) fill_rect(screen, {cell.x, y, std::max(width, 3.0f), kBar}, color, kBar / 2);
  };
  bar(cell.y + 42, pair.before.value, c.control);
  bar(cell.y + 51, pair.after.value, better ? c.good : c.accent);
}

}  // namespace

float difference_strip_height() { return kHeight; }

void draw_difference_strip(Screen& screen, const Rect& rect, const model::System& before,
                           const model::System& after) {
  constexpr float kPad = 14;
  const auto pairs = pairs_of(before, after);
  draw_card(screen, rect, Depth::raised);
  open_group(screen, Role::list, "difference", "Right now, before the fix and with it", rect);
  const float column = rect.width / static_cast<float>(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Pair& pair = pairs[i];
    const float x = rect.x + column * static_cast<float>(i);
    if (i > 0) {
      draw_line(screen, x, rect.y + 12, x, rect.y + rect.height - 12, screen.colors.line);
    }
    draw_pair(screen, {x + kPad, rect.y + 10, column - 2 * kPad, rect.height - 20}, pair);
    Node item;
    item.id = node_id("difference/" + pair.label);
    item.role = Role::list_item;
    item.layer = screen.layer;
    item.name = pair.label + ": " + pair.before.shown + " before, " + pair.after.shown +
                " with the fix" + (is_better(pair) ? ", better" : "");
    item.font_px = size::kCaption;
    item.rect = {x, rect.y, column, rect.height};
    screen.mirror.add(std::move(item));
  }
  screen.mirror.close();
}

}  // namespace tenfold::ui
