// Seven tiles, in one row where the width allows and else in two; each is a list item for the
// mirror.
#include "ui/run_numbers.h"

#include <cmath>
#include <string>
#include <vector>

#include "tutor/facts.h"

namespace tenfold::ui {
namespace {

constexpr float kTile = 40;

struct Number {
  std::string label;
  std::string value;
  bool alarming = false;
};

std::vector<Number> numbers_of(const model::System& system, float tile) {
  model::Sample now;
  if (!system.series().empty()) now = system.series().back();
  const auto count = [](double value) { return tutor::show_count(std::round(value)); };
  std::vector<Number> numbers;
  numbers.push_back({"Offered/s", count(now.per_second(now.counts.offered))});
  numbers.push_back({"Done/s", count(now.per_second(now.counts.good))});
  numbers.push_back({"Failed/s", count(now.per_second(now.counts.failed)), now.counts.failed > 0});
  const bool answered = now.counts.good > 0;
  numbers.push_back({"p50", answered ? tutor::show_ms(now.p50_ms) : "–"});
  numbers.push_back({"p99", answered ? tutor::show_ms(now.p99_ms) : "–"});
  numbers.push_back({"Inside, L", count(now.in_system)});
  constexpr float kRoomForAll = 88;
  numbers.push_back({tile >= kRoomForAll ? "$/month so far" : "$/month",
                     tutor::show_dollars(system.cost_month())});
  return numbers;
}

int tiles_a_row(float width) { return width >= 440 ? 7 : 4; }

}  // namespace

float run_numbers_height(float width) { return tiles_a_row(width) == 7 ? kTile : 2 * kTile; }

void draw_run_numbers(Screen& screen, float x, float y, float width, std::string_view key,
                      std::string_view name, const model::System& system) {
  const int row = tiles_a_row(width);
  const float tile = width / static_cast<float>(row);
  const std::vector<Number> numbers = numbers_of(system, tile);
  Node list;
  list.id = node_id(key);
  list.role = Role::list;
  list.layer = screen.layer;
  list.name = name;
  list.rect = {x, y, width, run_numbers_height(width)};
  screen.mirror.add(list);
  screen.mirror.open(list.id);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Number& number = numbers[i];
    const float left = x + tile * static_cast<float>(i % static_cast<std::size_t>(row));
    const float top = y + kTile * static_cast<float>(i / static_cast<std::size_t>(row));
    draw_text(screen, left, top, fit_text(screen, number.label, 12, tile - 4), 12,
              screen.colors.muted);
    draw_text(screen, left, top + 15, fit_text(screen, number.value, 16, tile - 4, true), 16,
              number.alarming ? screen.colors.bad : screen.colors.text, true);
    Node item;
    item.id = node_id(std::string(key) + "/" + std::to_string(i));
    item.role = Role::list_item;
    item.layer = screen.layer;
    item.name = number.label + ": " + number.value;
    item.font_px = 12;
    item.rect = {left, top, tile, kTile};
    screen.mirror.add(std::move(item));
  }
  screen.mirror.close();
}

}  // namespace tenfold::ui
