#include "ui/plot.h"

#include <algorithm>
#include <cmath>

#include "tutor/facts.h"

namespace tenfold::ui {
namespace {

constexpr int kTableRows = 6;
constexpr float kPx = 12;

double highest(std::span<const Series> series) {
  double most = 0;
  for (const Series& one : series) {
    for (const double value : one.values) most = std::max(most, value);
  }
  return most;
}

// 1, 2 or 5 times a power of ten, at or above the value.
double round_up(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(value, 1e-9))));
  for (const double step : {1.0, 2.0, 5.0, 10.0}) {
    if (step * power >= value) return step * power;
  }
  return 10 * power;
}

std::string in_words(const Plot& plot, std::span<const Series> series) {
  std::string words = plot.title + ". ";
  for (const Series& one : series) {
    if (one.values.empty()) continue;
    const auto peak = std::max_element(one.values.begin(), one.values.end());
    const auto at = static_cast<double>(peak - one.values.begin() + 1);
    words += one.name + ": now " + plot.show(one.values.back()) + ", highest " + plot.show(*peak) +
             " at " + tutor::show_clock(at) + ". ";
  }
  return words;
}

void list_table(Screen& screen, const Rect& rect, const Plot& plot,
                std::span<const Series> series) {
  std::size_t length = 0;
  for (const Series& one : series) length = std::max(length, one.values.size());
  const std::uint32_t table_id = node_id(plot.key + "/table");
  const auto cell = [&](std::string_view key, Role role, std::string name, float x, float width,
                        float y) {
    Node node;
    node.id = node_id(plot.key + std::string(key));
    node.role = role;
    node.layer = screen.layer;
    node.name = std::move(name);
    node.rect = {x, y, width, rect.height / (kTableRows + 1)};
    screen.mirror.add(std::move(node));
  };
  Node table;
  table.id = table_id;
  table.role = Role::table;
  table.layer = screen.layer;
  table.name = plot.title;
  table.rect = rect;
  screen.mirror.add(std::move(table));
  screen.mirror.open(table_id);
  const float width = rect.width / static_cast<float>(series.size() + 1);
  for (int r = -1; r < kTableRows; ++r) {
    const std::size_t second =
        r < 0 ? 0 : length * static_cast<std::size_t>(r + 1) / static_cast<std::size_t>(kTableRows);
    if (r >= 0 && second == 0) continue;
    const std::string row_key = "/row" + std::to_string(r);
    const float y = rect.y + rect.height / (kTableRows + 1) * static_cast<float>(r + 1);
    cell(row_key, Role::row, "", rect.x, rect.width, y);
    screen.mirror.open(node_id(plot.key + row_key));
    cell(row_key + "/time", Role::header_cell,
         r < 0 ? "Time" : tutor::show_clock(static_cast<double>(second)), rect.x, width, y);
    for (std::size_t s = 0; s < series.size(); ++s) {
      const std::vector<double>& values = series[s].values;
      const std::string text = r < 0                     ? series[s].name
                               : second <= values.size() ? plot.show(values[second - 1])
                                                         : "–";
      cell(row_key + "/" + std::to_string(s), r < 0 ? Role::header_cell : Role::cell, text,
           rect.x + width * static_cast<float>(s + 1), width, y);
    }
    screen.mirror.close();
  }
  screen.mirror.close();
}

}  // namespace

void draw_plot(Screen& screen, const Rect& rect, const Plot& plot, std::span<const Series> series) {
  const Palette& c = screen.colors;
  fill_rect(screen, rect, c.card);
  stroke_rect(screen, rect, c.line);

  Node image;
  image.id = node_id(plot.key);
  image.role = Role::image;
  image.layer = screen.layer;
  image.name = in_words(plot, series);
  image.rect = rect;
  screen.mirror.add(std::move(image));
  if (!series.empty() && !series.front().values.empty()) list_table(screen, rect, plot, series);

  const Rect area{rect.x + 10, rect.y + 24, rect.width - 58, rect.height - 42};
  if (area.height < 20 || area.width < 40) return;
  const double top = round_up(std::max(highest(series), plot.floor));
  const double bottom = plot.logarithmic ? 1 : 0;
  const auto to_y = [&](double value) {
    double share = value / top;
    if (plot.logarithmic) {
      share = std::log(std::max(value, bottom) / bottom) / std::log(std::max(top, 10.0) / bottom);
    }
    return area.y + area.height * static_cast<float>(1 - std::clamp(share, 0.0, 1.0));
  };

  // Title and legend on one line; the line's dash is in the legend too.
  float x = rect.x + 10;
  draw_text(screen, x, rect.y + 6, plot.title, kPx, c.text, true);
  x += text_width(screen, plot.title, kPx, true) + 14;
  for (const Series& one : series) {
    const float needed = 22 + text_width(screen, one.name, kPx) + 12;
    if (x + needed > rect.x + rect.width - 4) break;
    for (int dash = 0; dash < (one.dashed ? 2 : 1); ++dash) {
      const float length = one.dashed ? 6.0f : 16.0f;
      const float start = x + static_cast<float>(dash) * 10;
      draw_line(screen, start, rect.y + 13, start + length, rect.y + 13, one.color, 2);
    }
    draw_text(screen, x + 20, rect.y + 6, one.name, kPx, c.muted);
    x += needed;
  }

  std::vector<double> ticks{top};
  if (plot.logarithmic) {
    for (double tick = 10; tick * 2 < top; tick *= 10) ticks.push_back(tick);
  } else {
    ticks.push_back(top / 2);
  }
  for (const double value : ticks) {
    const float y = to_y(value);
    draw_line(screen, area.x, y, area.x + area.width, y, c.line);
    draw_text(screen, area.x + area.width + 4, y - 7, plot.show(value), kPx, c.muted);
  }
  draw_line(screen, area.x, area.y + area.height, area.x + area.width, area.y + area.height,
            c.control);
  draw_text(screen, area.x, area.y + area.height + 3, "0:00", kPx, c.muted);
  const std::string end = tutor::show_clock(plot.until_s);
  draw_text(screen, area.x + area.width - text_width(screen, end, kPx), area.y + area.height + 3,
            end, kPx, c.muted);

  for (const Series& one : series) {
    for (std::size_t i = 1; i < one.values.size(); ++i) {
      if (one.dashed && i % 2 == 0) continue;
      // A second without answers has no time to answer.
      if (plot.logarithmic && (one.values[i - 1] <= 0 || one.values[i] <= 0)) continue;
      const auto at = [&](std::size_t k) {
        return area.x + area.width * static_cast<float>(static_cast<double>(k + 1) / plot.until_s);
      };
      draw_line(screen, at(i - 1), to_y(one.values[i - 1]), at(i), to_y(one.values[i]), one.color,
                2);
    }
  }
}

}  // namespace tenfold::ui
