// Seven tiles in one row where the width allows; on a phone the four that tell most, in one line.
// Each is a list item for the mirror.
#include "ui/run_numbers.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tutor/facts.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

constexpr float kTile = 62;
constexpr float kLine = 24;
constexpr float kRoomForFour = 330;
constexpr float kGap = 8;
constexpr float kRoomForAll = 440;  // of the row

struct Number {
  std::string label;
  std::string value;
  double (*of)(const model::Sample& sample) = nullptr;  // its curve; a constant has none
  bool is_alarming = false;
  bool is_brief = false;  // stands in the line of four, too
};

double offered(const model::Sample& s) { return s.per_second(s.counts.offered); }
double good(const model::Sample& s) { return s.per_second(s.counts.good); }
double failed(const model::Sample& s) { return s.per_second(s.counts.failed); }
double p50(const model::Sample& s) { return s.p50_ms; }
double p99(const model::Sample& s) { return s.p99_ms; }
double inside(const model::Sample& s) { return s.in_system; }

std::vector<Number> numbers_of(const model::System& system, bool all) {
  model::Sample now;
  if (!system.series().empty()) now = system.series().back();
  const auto count = [](double value) { return tutor::show_count(std::round(value)); };
  const bool answered = now.counts.good > 0;
  const bool fails = now.counts.failed > 0;
  return {
      {"Offered/s", count(offered(now)), offered},
      {"Done/s", count(good(now)), good, false, true},
      {"Failed/s", count(failed(now)), failed, fails, true},
      {"p50", answered ? tutor::show_ms(now.p50_ms) : "–", p50},
      {"p99", answered ? tutor::show_ms(now.p99_ms) : "–", p99, false, true},
      {all ? "Inside, L" : "Inside", count(now.in_system), inside, false, true},
      {"$ a month", tutor::show_dollars(system.cost_month())},
  };
}

bool has_room_for_all(float width) { return width >= kRoomForAll; }

// The run so far along the foot of a tile; its width is the whole run's.
void draw_sparkline(const Screen& screen, const Rect& tile, const Number& number,
                    const std::vector<model::Sample>& samples, double end_s) {
  constexpr float kHeight = 16;
  if (number.of == nullptr || samples.size() < 2 || end_s <= 0) return;
  double most = 0;
  for (const model::Sample& sample : samples) most = std::max(most, number.of(sample));
  if (most <= 0) return;
  const Palette& c = screen.colors;
  const Color color = number.is_alarming ? c.bad : c.accent;
  const float bottom = tile.y + tile.height - 2;
  const auto x_of = [&](const model::Sample& sample) {
    return tile.x + 2 +
           (tile.width - 4) * static_cast<float>(std::clamp(sample.at_s / end_s, 0.0, 1.0));
  };
  const auto y_of = [&](const model::Sample& sample) {
    return bottom - kHeight * static_cast<float>(number.of(sample) / most);
  };
  float last_x = x_of(samples.front());
  float last_y = y_of(samples.front());
  for (const model::Sample& sample : samples) {
    const float x = x_of(sample);
    if (x - last_x < 1.5f) continue;
    const float y = y_of(sample);
    fill_below(screen, last_x, last_y, x, y, bottom, faded(color, 0.14f));
    draw_line(screen, last_x, last_y, x, y, color, 1.25f);
    last_x = x;
    last_y = y;
  }
}

void draw_tile_of(const Screen& screen, const Rect& tile, const Number& number,
                  const std::vector<model::Sample>& samples, double end_s) {
  const Palette& c = screen.colors;
  draw_shadow(screen, tile, Depth::card, size::kRound);
  fill_rect(screen, tile, c.card, size::kRound);
  draw_sparkline(screen, tile, number, samples, end_s);
  stroke_rect(screen, tile, number.is_alarming ? c.bad : c.line, number.is_alarming ? 1.5f : 1.0f,
              size::kRound);
  const float inner = tile.width - 14;
  draw_text(screen, tile.x + 8, tile.y + 5, fit_text(screen, number.label, size::kAxis, inner),
            size::kAxis, c.muted);
  float px = 17;
  while (px > 13 && text_width(screen, number.value, px, true) > inner) px -= 1;
  draw_text(screen, tile.x + 8, tile.y + 19, fit_text(screen, number.value, px, inner, true), px,
            number.is_alarming ? c.bad : c.text, true);
}

// In one line, without a frame.
void draw_brief_of(const Screen& screen, const Rect& tile, const Number& number) {
  const Palette& c = screen.colors;
  draw_text(screen, tile.x, tile.y + 6, number.label, size::kAxis, c.muted);
  const float left = text_width(screen, number.label, size::kAxis) + 5;
  draw_text(screen, tile.x + left, tile.y + 4,
            fit_text(screen, number.value, size::kButton, tile.width - left - 4, true),
            size::kButton, number.is_alarming ? c.bad : c.text, true);
}

}  // namespace

float run_numbers_height(float width) { return has_room_for_all(width) ? kTile : kLine; }

void draw_run_numbers(Screen& screen, float x, float y, float width, const model::System& system,
                      double end_s) {
  const bool all = has_room_for_all(width);
  std::vector<Number> numbers = numbers_of(system, all);
  if (!all) std::erase_if(numbers, [](const Number& number) { return !number.is_brief; });
  if (width < kRoomForFour) numbers.pop_back();
  const float gap = all ? kGap : 0;
  const auto places = static_cast<float>(numbers.size());
  const float tile = (width - gap * (places - 1)) / places;
  open_group(screen, Role::list, "numbers", "Right now",
             Rect{x, y, width, run_numbers_height(width)});
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& number = numbers[i];
    const Rect rect{x + (tile + gap) * static_cast<float>(i), y, tile, run_numbers_height(width)};
    if (all) {
      draw_tile_of(screen, rect, number, system.series(), end_s);
    } else {
      draw_brief_of(screen, rect, number);
    }
    Node item;
    item.id = node_id("numbers/" + std::to_string(i));
    item.role = Role::list_item;
    item.layer = screen.layer;
    item.name = number.label + ": " + number.value;
    item.font_px = 12;
    item.rect = rect;
    screen.mirror.add(std::move(item));
  }
  screen.mirror.close();
}

}  // namespace tenfold::ui
