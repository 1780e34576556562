#include "ui/run_plots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "tutor/facts.h"
#include "ui/plot.h"

namespace tenfold::ui {

using tutor::Action;

namespace {

constexpr float kSlider = 44;
constexpr float kPlot = 124;

}  // namespace

float run_plots_height(float width) { return kSlider + (width >= 520 ? kPlot : 2 * kPlot + 8); }

void draw_run_plots(Screen& screen, const Rect& space, const tutor::Tutor& tutor,
                    std::vector<Action>& actions) {
  const tutor::LiveRun& live = live_now(tutor);
  const Palette& c = screen.colors;
  const std::string traffic =
      "Traffic: " + tutor::show_count(std::round(live.traffic * 100)) + " % of the lesson's";
  draw_text(screen, space.x, space.y, traffic, 13, c.text);
  const Rect track{space.x, space.y + 18, std::min(space.width, 320.0f), 24};
  Node node;
  node.id = node_id("traffic");
  node.name = "Traffic";
  node.value = traffic;
  node.now = live.traffic;
  node.low = 0;
  node.high = 3;
  node.step = 0.1;
  node.disabled = live.system == nullptr || !live.may_touch();
  node.rect = track;
  if (const std::optional<double> moved = slider(screen, std::move(node))) {
    actions.push_back(tutor::SetTraffic{*moved});
  }

  Plot rates;
  rates.key = "plot/rates";
  rates.title = "Requests a second";
  rates.until_s = live.scenario.duration_s;
  rates.floor = 10;
  rates.show = [](double value) { return tutor::show_count(std::round(value)); };
  Plot times;
  times.key = "plot/times";
  times.title = "Time to answer";
  times.until_s = live.scenario.duration_s;
  times.floor = 1000;
  times.logarithmic = true;
  times.show = [](double value) { return tutor::show_ms(value); };

  Series offered{"offered", c.accent, false, {}};
  Series good{"done in time", c.good, true, {}};
  Series failed{"failed", c.bad, false, {}};
  Series p50{"p50", c.good, true, {}};
  Series p99{"p99", c.strained, false, {}};
  Series twin_p99{"p99 with the fix", c.second, false, {}};
  if (live.system != nullptr) {
    for (const model::Sample& sample : live.system->series()) {
      offered.values.push_back(sample.per_second(sample.counts.offered));
      good.values.push_back(sample.per_second(sample.counts.good));
      failed.values.push_back(sample.per_second(sample.counts.failed));
      p50.values.push_back(sample.p50_ms);
      p99.values.push_back(sample.p99_ms);
    }
  }
  if (live.twin != nullptr) {
    for (const model::Sample& sample : live.twin->series()) {
      twin_p99.values.push_back(sample.p99_ms);
    }
  }
  const bool side_by_side = space.width >= 520;
  const float plot_width = side_by_side ? (space.width - 8) / 2 : space.width;
  const float top = space.y + kSlider;
  const float height = side_by_side ? space.height - kSlider : (space.height - kSlider - 8) / 2;
  const std::array<Series, 3> rate_series{offered, good, failed};
  draw_plot(screen, {space.x, top, plot_width, height}, rates, rate_series);
  const Rect second = side_by_side ? Rect{space.x + plot_width + 8, top, plot_width, height}
                                   : Rect{space.x, top + height + 8, plot_width, height};
  const std::array<Series, 2> time_series{live.twin != nullptr ? twin_p99 : p50, p99};
  draw_plot(screen, second, times, time_series);
}

}  // namespace tenfold::ui
