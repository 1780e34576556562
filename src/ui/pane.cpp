#include "ui/pane.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/catalogue.h"
#include "ui/column.h"
#include "ui/diagram.h"
#include "ui/run_controls.h"
#include "ui/run_numbers.h"
#include "ui/run_plots.h"

namespace tenfold::ui {
namespace {

using tutor::Action;

constexpr float kPad = 12;
constexpr float kTitle = 24;
constexpr float kNote = 14;
constexpr float kMorePlot = 96;  // what a tall pane may add to its plots

void draw_details(Screen& screen, const Rect& rect, PaneInput& input) {
  const tutor::LiveRun& live = live_now(input.tutor);
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
  if (part.capacity > 0) {
    words += "On average " + tutor::show_count(std::round(part.mean_in_system * 10) / 10) +
             " inside for " + tutor::show_ms(part.mean_time_ms) + " each. ";
  }
  const model::KindInfo& kind = model::kind_info(part.kind);
  if (kind.has_hit_ratio) {
    words += std::to_string(std::lround(part.hit_ratio * 100)) + " % of reads found in memory.";
  }
  column.paragraph("details/state", words, Tone::normal, 14);
  if (rect.height > 170) {
    column.paragraph("details/omits", "Left out: " + std::string(kind.omits), Tone::muted, 13);
  }
  const bool down = part.health == model::Health::down;
  const std::array<Column::RowButton, 2> row{{
      {.key = "details/kill",
       .label = down ? "Bring it back" : "Kill it",
       .disabled = !may_touch(input.tutor)},
      {"details/close", "Close"},
  }};
  const bool killable = !kind.is_users;
  const int pressed = column.buttons(killable ? std::span(row) : std::span(row).subspan(1));
  if (pressed < 0) return;
  // What a death does is seen on the diagram and the plots, not here.
  input.looks.selected = -1;
  if (!killable || pressed > 0) return;
  Action action;
  action.kind = down ? Action::Kind::heal : Action::Kind::kill;
  action.text = part.id;
  input.actions.push_back(action);
}

void show_run(Screen& screen, const Rect& space, std::string_view key, const std::string& label,
              const model::Scenario& scenario, const model::System* system, Flights& flights,
              PaneInput& input) {
  DiagramInput diagram;
  diagram.key = key;
  diagram.name = "Diagram: " + label;
  diagram.scenario = &scenario;
  if (system != nullptr) {
    diagram.parts = system->parts();
    diagram.links = system->links();
  }
  std::vector<int> picks;  // by part: the option of the question asked that it stands for
  for (std::size_t i = 0; i < scenario.parts.size(); ++i) {
    const tutor::Pick pick = pick_of(input.tutor, scenario.parts[i].id);
    diagram.selected.push_back(pick.marked || input.looks.selected == static_cast<int>(i));
    picks.push_back(pick.option);
  }
  DiagramPlaces places;
  const int pressed = draw_diagram(screen, space, diagram, places);
  const int picked = pressed < 0 ? -1 : picks[static_cast<std::size_t>(pressed)];
  if (picked >= 0) {
    Action action;
    action.kind = Action::Kind::mark;
    action.number = picked;
    input.actions.push_back(std::move(action));
  } else if (pressed >= 0 && system != nullptr) {
    input.looks.selected = input.looks.selected == pressed ? -1 : pressed;
  }
  if (live_now(input.tutor).purpose == tutor::LiveRun::Purpose::walk) {
    input.looks.walk_marker.draw(screen, places, input.tutor.at.walk);
  }
  flights.draw(places, screen.colors, screen.origin.x, screen.origin.y, screen.viewport.time_s,
               input.looks.dots);
}

void take_hops(PaneInput& input, double now_s, bool still) {
  const tutor::LiveRun& live = live_now(input.tutor);
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

float narrow_pane_height(const Viewport& viewport, const model::Scenario& scenario) {
  const float target = viewport.touch ? size::kTouchTarget : size::kTarget;
  const float around = kTitle + target + run_numbers_height(viewport.width - 2 * kPad) + 3 * 8;
  const float wanted = viewport.height * 0.5f;
  const float least = std::clamp(least_diagram_height(scenario), 146.0f, 260.0f);
  return std::clamp(wanted, around + least, around + 260);
}

void draw_pane(Screen& screen, const Rect& space, bool wide, PaneInput& input) {
  const tutor::LiveRun& live = live_now(input.tutor);
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
    if (tool_button(
            screen, "pane/other", input.looks.show_twin ? "See before" : "See after",
            input.looks.show_twin ? "Show the run before the fix" : "Show the run with the fix",
            {right, y - 4, 90, 28})) {
      input.looks.show_twin = !input.looks.show_twin;
    }
    right -= 8;
  }
  if (input.lesson_below) {
    right -= 84;
    input.to_lesson =
        tool_button(screen, "pane/lesson", "Lesson ↓", "Go to the lesson", {right, y - 4, 84, 26});
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
  const float strip = both ? 0 : run_numbers_height(width);
  // A tall pane gives its plots a share of the height.
  const float plots = std::clamp(space.height * 0.27f, run_plots_height(width),
                                 run_plots_height(width) + kMorePlot);
  const bool dots = !screen.viewport.reduced_motion;
  const float note = dots && !both ? kNote : 0;  // tells how many of the requests they are
  const float below = note + strip + 8 + screen.target() + 8 + (wide ? plots + 8 : 0);
  const Rect diagram{x, y, width, std::max(space.y + space.height - y - below, 110.0f)};
  if (both) {
    const float half = diagram.height / 2;
    const float numbers = half - run_numbers_height(width);
    show_run(screen, {x, y + 16, width, numbers - 20}, "diagram", live.label, live.scenario,
             live.system.get(), input.looks.flights, input);
    draw_text(screen, x, y, live.label, 13, c.muted, true);
    draw_run_numbers(screen, x, y + numbers, width, "numbers", "Right now, before the fix",
                     *live.system);
    show_run(screen, {x, y + half + 16, width, numbers - 20}, "twin", live.twin_label,
             live.twin_scenario, live.twin.get(), input.looks.twin_flights, input);
    draw_text(screen, x, y + half, live.twin_label, 13, c.muted, true);
    draw_run_numbers(screen, x, y + half + numbers, width, "numbers/twin",
                     "Right now, with the fix", *live.twin);
  } else if (twin_alone) {
    show_run(screen, diagram, "twin", live.twin_label, live.twin_scenario, live.twin.get(),
             input.looks.twin_flights, input);
  } else {
    show_run(screen, diagram, "diagram", live.label, live.scenario, live.system.get(),
             input.looks.flights, input);
  }
  if (live.hops_one_in > 1 && dots) {
    const std::string words =
        "1 of " + tutor::show_count(live.hops_one_in) + " requests shown, slowed down";
    const float note_y = both ? y : diagram.y + diagram.height;
    const float note_x = both ? x + width - text_width(screen, words, 12) : x;
    draw_text(screen, note_x, note_y, words, 12, c.muted);
    Node node;
    node.id = node_id("pane/sampled");
    node.role = Role::paragraph;
    node.layer = screen.layer;
    node.name = words;
    node.font_px = 12;
    node.rect = {note_x, note_y, x + width - note_x, 14};
    screen.mirror.add(std::move(node));
  }
  input.at_dots(input.context);
  y = diagram.y + diagram.height + note + 4;

  if (live.system != nullptr && !both) {
    draw_run_numbers(screen, x, y, width, "numbers", "Right now",
                     twin_alone ? *live.twin : *live.system);
  }
  y += strip + 4;
  draw_run_controls(screen, x, y, width, input.tutor, input.actions);
  y += screen.target() + 8;
  if (wide) {
    const Rect rest{x, y, width, space.y + space.height - y - 8};
    if (input.looks.selected >= 0 && live.system != nullptr) {
      draw_details(screen, rest, input);
    } else {
      draw_run_plots(screen, rest, input.tutor, input.actions);
    }
  } else if (input.looks.selected >= 0 && live.system != nullptr) {
    draw_details(screen, diagram, input);
  }
  screen.mirror.close();
}

}  // namespace tenfold::ui
