#include "ui/pane.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/catalogue.h"
#include "ui/column.h"
#include "ui/diagram.h"
#include "ui/plot.h"

namespace tenfold::ui {
namespace {

using tutor::Action;

constexpr float kPad = 12;
constexpr float kTitle = 24;
constexpr float kTile = 40;
constexpr float kSlider = 44;
constexpr float kPlot = 124;
constexpr float kTallestPlot = 220;
constexpr std::array<double, 7> kSpeeds{0.25, 0.5, 1, 2, 4, 8, 16};

bool tool_button(Screen& screen, std::string_view key, std::string_view label,
                 std::string_view name, Rect rect, bool disabled = false) {
  const Palette& c = screen.colors;
  Node node;
  node.id = node_id(key);
  node.role = Role::button;
  node.name = name;
  node.rect = rect;
  node.disabled = disabled;
  fill_rect(screen, rect, c.card);
  const Pressed state = pressable(screen, std::move(node));
  if (state.hovered) fill_rect(screen, rect, faded(c.accent, 0.12f));
  stroke_rect(screen, rect, c.control);
  const float width = text_width(screen, label, 14, true);
  draw_text(screen, rect.x + (rect.width - width) / 2, rect.y + (rect.height - 14) / 2 - 1, label,
            14, disabled ? c.muted : c.accent, true);
  return state.pressed;
}

std::string show_speed(double speed) {
  if (speed == 0.25) return "¼×";
  if (speed == 0.5) return "½×";
  return tutor::show_count(speed) + "×";
}

double next_speed(double speed, int direction) {
  int nearest = 0;
  for (int i = 0; i < static_cast<int>(kSpeeds.size()); ++i) {
    if (kSpeeds[static_cast<std::size_t>(i)] <= speed) nearest = i;
  }
  const int wanted = std::clamp(nearest + direction, 0, static_cast<int>(kSpeeds.size()) - 1);
  return kSpeeds[static_cast<std::size_t>(wanted)];
}

void draw_transport(Screen& screen, float x, float y, float width, PaneInput& input) {
  const tutor::LiveRun& live = input.tutor.at.live;
  const bool none = live.system == nullptr;
  const bool over = !none && live.finished();
  const float height = screen.target();
  const float unit = (width - 5 * 6) / 11;
  float left = x;
  const auto place = [&](float units) {
    const Rect rect{left, y, unit * units, height};
    left += rect.width + 6;
    return rect;
  };
  const auto act = [&](Action::Kind kind, double value = 0) {
    Action action;
    action.kind = kind;
    action.value = value;
    input.actions.push_back(action);
  };
  if (live.playing) {
    if (tool_button(screen, "run/pause", "Pause", "Pause", place(2.4f))) act(Action::Kind::pause);
  } else {
    if (tool_button(screen, "run/play", "Play", "Play", place(2.4f), none || over)) {
      act(Action::Kind::play);
    }
  }
  if (tool_button(screen, "run/step", "Step", "Step one event", place(2.2f), none || over)) {
    act(Action::Kind::step_event);
  }
  if (tool_button(screen, "run/restart", "Restart", "Restart the run", place(2.8f), none)) {
    act(Action::Kind::restart);
  }
  if (tool_button(screen, "run/slower", "−", "Slower", place(1.1f))) {
    act(Action::Kind::set_speed, next_speed(live.speed, -1));
  }
  const Rect speed = place(1.4f);
  const std::string text = show_speed(live.speed);
  draw_text(screen, speed.x + (speed.width - text_width(screen, text, 14, true)) / 2,
            speed.y + (height - 14) / 2 - 1, text, 14, screen.colors.text, true);
  Node node;
  node.id = node_id("run/speed");
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = "Speed " + text;
  node.font_px = 14;
  node.rect = speed;
  screen.mirror.add(std::move(node));
  if (tool_button(screen, "run/faster", "+", "Faster", place(1.1f))) {
    act(Action::Kind::set_speed, next_speed(live.speed, 1));
  }
}

struct Number {
  std::string label;
  std::string value;
  bool alarming = false;
};

std::vector<Number> numbers_of(const model::System& system) {
  model::Sample now;
  if (!system.series().empty()) now = system.series().back();
  const auto count = [](double value) { return tutor::show_count(std::round(value)); };
  std::vector<Number> numbers;
  numbers.push_back({"Offered/s", count(static_cast<double>(now.counts.offered))});
  numbers.push_back({"Done/s", count(static_cast<double>(now.counts.good))});
  numbers.push_back(
      {"Failed/s", count(static_cast<double>(now.counts.failed)), now.counts.failed > 0});
  const bool answered = now.counts.good > 0;
  numbers.push_back({"p50", answered ? tutor::show_ms(now.p50_ms) : "–"});
  numbers.push_back({"p99", answered ? tutor::show_ms(now.p99_ms) : "–"});
  numbers.push_back({"Inside, L", count(now.in_system)});
  numbers.push_back({"$/month", tutor::show_dollars(system.totals().cost_month)});
  return numbers;
}

int tiles_a_row(float width) { return width >= 440 ? 7 : 4; }

float numbers_height(float width) { return tiles_a_row(width) == 7 ? kTile : 2 * kTile; }

void draw_numbers(Screen& screen, float x, float y, float width, std::string_view key,
                  std::string_view name, const model::System& system) {
  const std::vector<Number> numbers = numbers_of(system);
  const int row = tiles_a_row(width);
  const float tile = width / static_cast<float>(row);
  Node list;
  list.id = node_id(key);
  list.role = Role::list;
  list.layer = screen.layer;
  list.name = name;
  list.rect = {x, y, width, numbers_height(width)};
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

void draw_details(Screen& screen, const Rect& rect, PaneInput& input) {
  const tutor::LiveRun& live = input.tutor.at.live;
  const std::vector<model::PartState> parts = live.system->parts();
  const auto index = static_cast<std::size_t>(input.looks.selected);
  if (index >= parts.size()) return;
  const model::PartState& part = parts[index];
  fill_rect(screen, rect, screen.colors.card);
  stroke_rect(screen, rect, screen.colors.accent, 2);
  OpenTerms none;
  const std::vector<lesson::Term> no_terms;
  Column column(screen, no_terms, none, rect.x + kPad, rect.y + 8, rect.width - 2 * kPad);
  column.heading(3, part.label);
  std::string words = part_in_words(part) + ". ";
  if (part.kind != "clients") {
    words += "On average " + tutor::show_count(std::round(part.mean_in_system * 10) / 10) +
             " inside for " + tutor::show_ms(part.mean_time_ms) + " each. ";
  }
  if (part.kind == "database") {
    words += std::to_string(std::lround(part.hit_ratio * 100)) + " % of reads found in memory.";
  }
  column.paragraph("details/state", words, Tone::normal, 14);
  if (const model::KindInfo* kind = model::find_kind(part.kind); kind != nullptr) {
    if (rect.height > 170) {
      column.paragraph("details/omits", "Left out: " + std::string(kind->omits), Tone::muted, 13);
    }
  }
  const bool down = part.health == model::Health::down;
  const std::array<Column::RowButton, 2> row{{
      {"details/kill", down ? "Bring it back" : "Kill it"},
      {"details/close", "Close"},
  }};
  const bool killable = part.kind != "clients";
  const int pressed = killable ? column.buttons(row)
                               : column.buttons(std::span(row).subspan(1)) + 1;
  if (killable && pressed == 0) {
    Action action;
    action.kind = down ? Action::Kind::heal : Action::Kind::kill;
    action.text = part.id;
    input.actions.push_back(action);
  }
  if (pressed == 1) input.looks.selected = -1;
}

void show_run(Screen& screen, const Rect& space, std::string_view key, const std::string& label,
              const model::Scenario& scenario, const model::System* system, Flights& flights,
              PaneInput& input) {
  DiagramInput diagram;
  diagram.key = key;
  diagram.name = "Diagram: " + label;
  diagram.scenario = &scenario;
  if (system != nullptr) diagram.parts = system->parts();
  diagram.selected = input.looks.selected;
  DiagramPlaces places;
  const int pressed = draw_diagram(screen, space, diagram, places);
  if (pressed >= 0 && system != nullptr) {
    input.looks.selected = input.looks.selected == pressed ? -1 : pressed;
  }
  if (input.tutor.at.live.purpose == tutor::LiveRun::Purpose::walk) {
    input.looks.walk_marker.draw(screen, places, input.tutor.at.walk);
  }
  flights.draw(places, screen.colors, screen.origin.x, screen.origin.y, screen.viewport.time_s,
               input.looks.dots);
}

void take_hops(PaneInput& input, double now_s, bool still) {
  const tutor::LiveRun& live = input.tutor.at.live;
  PaneLooks& looks = input.looks;
  if (looks.drawn != live.system.get()) {
    looks.drawn = live.system.get();
    looks.flights.clear();
    looks.twin_flights.clear();
    looks.selected = -1;
  }
  looks.dots.clear();
  if (still) return;  // reduced motion: the cards' numbers tell it all
  looks.flights.add(live.hops, now_s);
  looks.twin_flights.add(live.twin_hops, now_s);
}

}  // namespace

float narrow_pane_height(const Viewport& viewport) {
  const float target = viewport.touch ? size::kTouchTarget : size::kTarget;
  const float around = kTitle + target + numbers_height(viewport.width - 2 * kPad) + 3 * 8;
  const float wanted = viewport.height * 0.5f;
  return std::clamp(wanted, around + 146, around + 260);
}

void draw_pane(Screen& screen, const Rect& space, bool wide, PaneInput& input) {
  const tutor::LiveRun& live = input.tutor.at.live;
  const Palette& c = screen.colors;
  const double now_s = screen.viewport.time_s;
  take_hops(input, now_s, screen.viewport.reduced_motion);
  fill_rect(screen, space, c.pane, 0);
  if (live.scenario.parts.empty()) return;

  const float x = space.x + kPad;
  const float width = space.width - 2 * kPad;
  float y = space.y + 6;
  Node region;
  region.id = node_id("pane");
  region.role = Role::region;
  region.layer = screen.layer;
  region.name = "Live system";
  region.rect = space;
  screen.mirror.add(region);
  screen.mirror.open(region.id);

  const bool compared = live.twin != nullptr;
  const bool twin_alone = compared && !wide && input.looks.show_twin;
  std::string title = twin_alone ? live.twin_label : live.label;
  if (compared && wide) title = "Same requests, two systems";
  std::string clock;
  if (live.system != nullptr) {
    clock = tutor::show_clock(sim::to_seconds(live.system->now())) + " of " +
            tutor::show_clock(live.scenario.duration_s);
  }
  float right = x + width;
  if (compared && !wide) {
    right -= 90;
    if (tool_button(screen, "pane/other", input.looks.show_twin ? "See before" : "See after",
                    input.looks.show_twin ? "Show the run before the fix"
                                          : "Show the run with the fix",
                    {right, y - 4, 90, 28})) {
      input.looks.show_twin = !input.looks.show_twin;
    }
    right -= 8;
  }
  const float clock_width = text_width(screen, clock, 13);
  draw_text(screen, right - clock_width, y + 3, clock, 13, c.muted);
  const std::string shown = fit_text(screen, title, 14, right - clock_width - x - 10, true);
  draw_text(screen, x, y + 2, shown, 14, c.text, true);
  Node heading;
  heading.id = node_id("pane/title");
  heading.role = Role::heading;
  heading.level = 2;
  heading.layer = screen.layer;
  heading.name = title;
  heading.value = clock;
  heading.font_px = 14;
  heading.bold = true;
  heading.rect = {x, y, right - x, 20};
  screen.mirror.add(std::move(heading));
  y += kTitle;

  const bool both = compared && wide;
  const float strip = both ? 0 : numbers_height(width);
  // A tall pane gives its plots a share of the height.
  const float plots = std::clamp(space.height * 0.27f, plots_height(width),
                                 plots_height(width) + kTallestPlot - kPlot);
  const float below = strip + 8 + screen.target() + 8 + (wide ? plots + 8 : 0);
  const Rect diagram{x, y, width, std::max(space.y + space.height - y - below, 110.0f)};
  if (both) {
    const float half = diagram.height / 2;
    const float numbers = half - numbers_height(width);
    show_run(screen, {x, y + 16, width, numbers - 20}, "diagram", live.label, live.scenario,
             live.system.get(), input.looks.flights, input);
    draw_text(screen, x, y, live.label, 13, c.muted, true);
    draw_numbers(screen, x, y + numbers, width, "numbers", "Right now, before the fix",
                 *live.system);
    show_run(screen, {x, y + half + 16, width, numbers - 20}, "twin", live.twin_label,
             live.twin_scenario, live.twin.get(), input.looks.twin_flights, input);
    draw_text(screen, x, y + half, live.twin_label, 13, c.muted, true);
    draw_numbers(screen, x, y + half + numbers, width, "numbers/twin", "Right now, with the fix",
                 *live.twin);
  } else if (twin_alone) {
    show_run(screen, diagram, "twin", live.twin_label, live.twin_scenario, live.twin.get(),
             input.looks.twin_flights, input);
  } else {
    show_run(screen, diagram, "diagram", live.label, live.scenario, live.system.get(),
             input.looks.flights, input);
  }
  if (live.hops_one_in > 1) {
    const std::string note =
        "1 of " + tutor::show_count(live.hops_one_in) + " requests shown, slowed down";
    const float note_y = both ? y : diagram.y + diagram.height - 14;
    const float note_x = both ? x + width - text_width(screen, note, 12) : x;
    draw_text(screen, note_x, note_y, note, 12, c.muted);
    Node node;
    node.id = node_id("pane/sampled");
    node.role = Role::paragraph;
    node.layer = screen.layer;
    node.name = note;
    node.font_px = 12;
    node.rect = {note_x, note_y, x + width - note_x, 14};
    screen.mirror.add(std::move(node));
  }
  input.at_dots(input.context);
  y = diagram.y + diagram.height + 4;

  if (live.system != nullptr && !both) {
    draw_numbers(screen, x, y, width, "numbers", "Right now",
                 twin_alone ? *live.twin : *live.system);
  }
  y += strip + 4;
  draw_transport(screen, x, y, width, input);
  y += screen.target() + 8;
  if (wide) {
    const Rect rest{x, y, width, space.y + space.height - y - 8};
    if (input.looks.selected >= 0 && live.system != nullptr) {
      draw_details(screen, rest, input);
    } else {
      draw_plots(screen, rest, input);
    }
  } else if (input.looks.selected >= 0 && live.system != nullptr) {
    draw_details(screen, diagram, input);
  }
  screen.mirror.close();
}

float plots_height(float width) {
  return kSlider + (width >= 520 ? kPlot : 2 * kPlot + 8);
}

void draw_plots(Screen& screen, const Rect& space, PaneInput& input) {
  const tutor::LiveRun& live = input.tutor.at.live;
  const Palette& c = screen.colors;
  // The slider is a native range input of the page; the canvas only draws it.
  const std::string traffic = "Traffic: " + tutor::show_count(std::round(live.traffic * 100)) +
                              " % of the lesson's";
  draw_text(screen, space.x, space.y, traffic, 13, c.text);
  const Rect track{space.x, space.y + 18, std::min(space.width, 320.0f), 24};
  Node slider;
  slider.id = node_id("traffic");
  slider.role = Role::slider;
  slider.layer = screen.layer;
  slider.name = "Traffic";
  slider.value = traffic;
  slider.now = live.traffic;
  slider.low = 0;
  slider.high = 3;
  slider.step = 0.1;
  slider.disabled = live.system == nullptr;
  slider.rect = track;
  const auto share = static_cast<float>((live.traffic - slider.low) / (slider.high - slider.low));
  const float knob = track.x + 10 + (track.width - 20) * share;
  draw_line(screen, track.x, track.y + 12, track.x + track.width, track.y + 12, c.control, 3);
  draw_line(screen, track.x, track.y + 12, knob, track.y + 12, c.accent, 3);
  ImGui::GetWindowDrawList()->AddCircleFilled(screen.at(knob, track.y + 12), 9, c.accent);
  draw_focus(screen, slider);
  for (const MirrorInput::ValueChange& change : screen.input.changed) {
    if (change.id != slider.id) continue;
    Action action;
    action.kind = Action::Kind::set_traffic;
    action.value = change.value;
    input.actions.push_back(action);
  }
  screen.mirror.add(std::move(slider));

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
      offered.values.push_back(static_cast<double>(sample.counts.offered));
      good.values.push_back(static_cast<double>(sample.counts.good));
      failed.values.push_back(static_cast<double>(sample.counts.failed));
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
