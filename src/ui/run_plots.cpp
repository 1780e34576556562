// What of a run is plotted, and where.
#include "ui/run_plots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "tutor/facts.h"
#include "ui/plot.h"
#include "ui/run_controls.h"
#include "ui/waterfall.h"

namespace tenfold::ui {

using tutor::Action;

namespace {

constexpr float kTraffic = 50;
constexpr float kPlot = 124;
constexpr float kSideBySide = 520;

// Of what stands above the plots: the traffic where it does not stand beside the run's buttons, and
// the ways into one request.
float head_height(const Screen& screen, bool has_traffic) {
  return screen.target() + 8 + (has_traffic ? kTraffic : 0);
}

double p99_of(const model::Sample& sample) { return sample.p99_ms; }

Plot plot_of(const tutor::Run& run, std::string key, std::string title) {
  Plot plot;
  plot.key = std::move(key);
  plot.title = std::move(title);
  plot.until_s = sim::to_seconds(run.end());
  return plot;
}

void draw_rates(Screen& screen, const Rect& rect, const tutor::Run& run) {
  const Palette& c = screen.colors;
  Plot plot = plot_of(run, "plot/rates", "Requests a second");
  plot.floor = 10;
  plot.show = [](double value) { return tutor::show_count(std::round(value)); };
  using model::Sample;
  std::array<Series, 3> series{{
      {"offered", c.accent, false, [](const Sample& s) { return s.per_second(s.counts.offered); }},
      {"done in time", c.good, true, [](const Sample& s) { return s.per_second(s.counts.good); }},
      {"failed", c.bad, false, [](const Sample& s) { return s.per_second(s.counts.failed); }},
  }};
  for (Series& one : series) one.samples = run.system().series();
  draw_plot(screen, rect, plot, series);
}

void draw_times(Screen& screen, const Rect& rect, const tutor::Run& run) {
  const Palette& c = screen.colors;
  Plot plot = plot_of(run, "plot/times", "Time of good answers");
  plot.floor = 1000;
  plot.logarithmic = true;
  plot.show = [](double value) { return tutor::show_ms(value); };
  const auto p50 = [](const model::Sample& sample) { return sample.p50_ms; };
  const std::vector<model::Sample>& samples = run.system().series();
  std::array<Series, 2> series{
      {{"p50", c.good, true, p50, samples}, {"p99", c.strained_text, false, p99_of, samples}}};
  if (run.tracks.size() > 1) {
    series[0] = {"p99 with the fix", c.zone(model::Zone::app), false, p99_of,
                 run.tracks[1].system().series()};
  }
  draw_plot(screen, rect, plot, series);
}

}  // namespace

float run_plots_height(const Screen& screen, float width, bool has_traffic) {
  return head_height(screen, has_traffic) + (width >= kSideBySide ? kPlot : 2 * kPlot + 8);
}

void draw_run_plots(Screen& screen, const Rect& space, bool has_traffic, const tutor::Tutor& tutor,
                    std::vector<Action>& actions) {
  const tutor::Run& run = run_now(tutor);
  if (run.is_empty()) return;
  if (has_traffic) draw_traffic(screen, {space.x, space.y, space.width, kTraffic}, run, actions);
  const float y = has_traffic ? kTraffic : 0;
  draw_ways_in(screen, {space.x, space.y + y, space.width, screen.target()}, run, 0, actions);
  const bool side_by_side = space.width >= kSideBySide;
  const float head = head_height(screen, has_traffic);
  const float width = side_by_side ? (space.width - 8) / 2 : space.width;
  const float top = space.y + head;
  const float height = side_by_side ? space.height - head : (space.height - head - 8) / 2;
  draw_rates(screen, {space.x, top, width, height}, run);
  const Rect second = side_by_side ? Rect{space.x + width + 8, top, width, height}
                                   : Rect{space.x, top + height + 8, width, height};
  draw_times(screen, second, run);
}

}  // namespace tenfold::ui
