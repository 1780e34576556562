// A plot is a frame, its words, a legend, axes and curves.
#include "ui/plot.h"

#include <algorithm>
#include <cmath>

#include "tutor/facts.h"
#include "ui/listed_table.h"

namespace tenfold::ui {
namespace {

constexpr std::size_t kTableRows = 6;
constexpr float kPx = 12;

// The first of the highest; the series is not empty.
std::size_t peak_of(const Series& series) {
  std::size_t peak = 0;
  double most = series.at(0);
  for (std::size_t i = 1; i < series.samples.size(); ++i) {
    const double value = series.at(i);
    if (value <= most) continue;
    most = value;
    peak = i;
  }
  return peak;
}

// 1, 2 or 5 times a power of ten, at or above the value.
double round_up(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(value, 1e-9))));
  for (const double step : {1.0, 2.0, 5.0, 10.0}) {
    if (step * power >= value) return step * power;
  }
  return 10 * power;
}

// Where values and times stand.
struct Axes {
  Rect area;
  double top = 1;  // the highest value that is shown; the lowest is 0, or 1 on a logarithmic axis
  double until_s = 60;
  bool logarithmic = false;

  float x(double at_s) const { return area.x + area.width * static_cast<float>(at_s / until_s); }
  float y(double value) const {
    const double share =
        logarithmic ? std::log(std::max(value, 1.0)) / std::log(std::max(top, 10.0)) : value / top;
    return area.y + area.height * static_cast<float>(1 - std::clamp(share, 0.0, 1.0));
  }
};

// What is worked out once for words, axes and curves.
struct Drawn {
  Screen& screen;
  const Rect& rect;
  const Plot& plot;
  std::span<const Series> series;
  double highest = 0;
  std::string words = {};
};

void sum_up(Drawn& drawn) {
  drawn.words = drawn.plot.title + ". ";
  for (const Series& one : drawn.series) {
    if (one.samples.empty()) continue;
    const std::size_t peak = peak_of(one);
    drawn.highest = std::max(drawn.highest, one.at(peak));
    drawn.words += std::string(one.name) + ": now " +
                   drawn.plot.show(one.at(one.samples.size() - 1)) + ", highest " +
                   drawn.plot.show(one.at(peak)) + " at " +
                   tutor::show_clock(one.samples[peak].at_s) + ". ";
  }
  if (drawn.plot.limit) drawn.words += "Limit " + drawn.plot.show(*drawn.plot.limit) + ". ";
}

void list_image(const Drawn& drawn) {
  Node node;
  node.id = node_id(drawn.plot.key);
  node.role = Role::image;
  node.layer = drawn.screen.layer;
  node.name = drawn.words;
  node.rect = drawn.rect;
  drawn.screen.mirror.add(std::move(node));
}

// What stood at the end of the first `count` samples.
std::vector<std::string> row_at(const Drawn& drawn, std::size_t count) {
  std::vector<std::string> row{""};
  for (const Series& one : drawn.series) {
    const bool known = count <= one.samples.size();
    if (known && row[0].empty()) row[0] = tutor::show_clock(one.samples[count - 1].at_s);
    row.push_back(known ? drawn.plot.show(one.at(count - 1)) : "–");
  }
  return row;
}

void list_values(const Drawn& drawn) {
  std::size_t length = 0;
  for (const Series& one : drawn.series) length = std::max(length, one.samples.size());
  std::vector<std::vector<std::string>> rows{{"Time"}};
  for (const Series& one : drawn.series) rows[0].emplace_back(one.name);
  for (std::size_t r = 0; r < kTableRows; ++r) {
    const std::size_t count = length * (r + 1) / kTableRows;
    if (count > 0) rows.push_back(row_at(drawn, count));
  }
  list_table(drawn.screen, drawn.plot.key + "/table", drawn.plot.title, rows, drawn.rect);
}

// Title and legend on one line; the line's dash is in the legend too.
void draw_legend(const Drawn& drawn) {
  const Screen& screen = drawn.screen;
  const Rect& rect = drawn.rect;
  float x = rect.x + 10;
  draw_text(screen, x, rect.y + 6, drawn.plot.title, kPx, screen.colors.text, true);
  x += text_width(screen, drawn.plot.title, kPx, true) + 14;
  for (const Series& one : drawn.series) {
    const float needed = 22 + text_width(screen, one.name, kPx) + 12;
    if (x + needed > rect.x + rect.width - 4) break;
    for (int dash = 0; dash < (one.dashed ? 2 : 1); ++dash) {
      const float length = one.dashed ? 6.0f : 16.0f;
      const float start = x + static_cast<float>(dash) * 10;
      draw_line(screen, start, rect.y + 13, start + length, rect.y + 13, one.color, 2);
    }
    draw_text(screen, x + 20, rect.y + 6, one.name, kPx, screen.colors.muted);
    x += needed;
  }
}

void draw_axes(const Drawn& drawn, const Axes& axes) {
  const Screen& screen = drawn.screen;
  const Palette& c = screen.colors;
  const Rect& area = axes.area;
  std::vector<double> ticks{axes.top};
  if (axes.logarithmic) {
    for (double tick = 10; tick * 2 < axes.top; tick *= 10) ticks.push_back(tick);
  } else {
    ticks.push_back(axes.top / 2);
  }
  for (const double value : ticks) {
    const float y = axes.y(value);
    draw_line(screen, area.x, y, area.x + area.width, y, c.line);
    draw_text(screen, area.x + area.width + 4, y - 7, drawn.plot.show(value), kPx, c.muted);
  }
  const float foot = area.y + area.height;
  draw_line(screen, area.x, foot, area.x + area.width, foot, c.control);
  draw_text(screen, area.x, foot + 3, "0:00", kPx, c.muted);
  const std::string end = tutor::show_clock(axes.until_s);
  draw_text(screen, area.x + area.width - text_width(screen, end, kPx), foot + 3, end, kPx,
            c.muted);
}

// Its words stand above it at the left, where a run begins and curves are low.
void draw_limit(const Drawn& drawn, const Axes& axes) {
  constexpr float kDash = 5;
  const std::optional<double>& limit = drawn.plot.limit;
  if (!limit || *limit > axes.top) return;
  const Screen& screen = drawn.screen;
  const Rect& area = axes.area;
  const float y = axes.y(*limit);
  for (float x = area.x; x < area.x + area.width; x += 2 * kDash) {
    draw_line(screen, x, y, std::min(x + kDash, area.x + area.width), y, screen.colors.text, 1.5f);
  }
  draw_text(screen, area.x + 2, y + 2, "limit " + drawn.plot.show(*limit), kPx,
            screen.colors.muted);
}

// A long run has many samples a column of pixels: each column shows the highest of its own.
void draw_curve(const Screen& screen, const Axes& axes, const Series& series) {
  const std::size_t count = series.samples.size();
  const std::size_t stride = 1 + count / static_cast<std::size_t>(axes.area.width);
  double before = 0;
  float x_before = 0;
  for (std::size_t begin = 0, point = 0; begin < count; begin += stride, ++point) {
    const std::size_t end = std::min(begin + stride, count);
    double value = series.at(begin);
    for (std::size_t i = begin + 1; i < end; ++i) value = std::max(value, series.at(i));
    const float x = axes.x(series.samples[end - 1].at_s);
    const bool is_gap = series.dashed && point % 2 == 0;
    // A second without answers has no time to answer.
    const bool is_known = !axes.logarithmic || (before > 0 && value > 0);
    if (point > 0 && !is_gap && is_known) {
      draw_line(screen, x_before, axes.y(before), x, axes.y(value), series.color, 2);
    }
    before = value;
    x_before = x;
  }
}

}  // namespace

void draw_plot(Screen& screen, const Rect& rect, const Plot& plot, std::span<const Series> series) {
  fill_rect(screen, rect, screen.colors.card);
  stroke_rect(screen, rect, screen.colors.line);
  Drawn drawn{screen, rect, plot, series};
  sum_up(drawn);
  list_image(drawn);
  if (!series.empty() && !series.front().samples.empty()) list_values(drawn);

  const Axes axes{.area = {rect.x + 10, rect.y + 24, rect.width - 58, rect.height - 42},
                  .top = round_up(std::max(drawn.highest, plot.floor)),
                  .until_s = plot.until_s,
                  .logarithmic = plot.logarithmic};
  if (axes.area.height < 20 || axes.area.width < 40) return;
  draw_legend(drawn);
  draw_axes(drawn, axes);
  draw_limit(drawn, axes);
  for (const Series& one : series) draw_curve(screen, axes, one);
}

}  // namespace tenfold::ui
