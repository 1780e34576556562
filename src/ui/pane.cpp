// From top to bottom: title and clock, one diagram or two, their numbers, the controls, and on a
// wide screen the plots or the details of the part that was pressed.
#include "ui/pane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "model/catalogue.h"
#include "ui/column.h"
#include "ui/diagram.h"
#include "ui/run_controls.h"
#include "ui/run_numbers.h"
#include "ui/run_plots.h"
#include "ui/timeline.h"
#include "ui/waterfall.h"

namespace tenfold::ui {
namespace {

constexpr float kPad = 12;
constexpr float kTitle = 24;
constexpr float kNote = 14;
constexpr float kMorePlot = 96;  // what a tall pane may add to its plots

std::string details_in_words(const model::PartState& part) {
  std::string words = part_in_words(part) + ". ";
  if (part.capacity > 0) {
    words += "On average " + tutor::show_count(std::round(part.mean_in_system * 10) / 10) +
             " inside for " + tutor::show_ms(part.mean_time_ms) + " each. ";
  }
  const model::KindInfo& kind = model::kind_info(part.kind);
  if (kind.has_hit_ratio) {
    words += std::to_string(std::lround(part.hit_ratio * 100)) + " % of reads found in memory.";
  }
  return words;
}

void draw_details(Screen& screen, const Rect& rect, const model::PartState& part,
                  PaneInput& input) {
  fill_rect(screen, rect, screen.colors.card);
  stroke_rect(screen, rect, screen.colors.accent, 2);
  OpenTerms none;
  const std::vector<lesson::Term> no_terms;
  Column column(screen, no_terms, none, rect.x + kPad, rect.y + 8, rect.width - 2 * kPad);
  column.heading(3, part.label);
  column.paragraph("details/state", details_in_words(part), Tone::normal, 14);
  const model::KindInfo& kind = model::kind_info(part.kind);
  if (rect.height > 170) {
    column.paragraph("details/omits", "Left out: " + std::string(kind.omits), Tone::muted, 13);
  }
  const bool down = part.health == model::Health::down;
  const std::array<Column::RowButton, 2> row{{
      {.key = "details/kill",
       .label = down ? "Bring it back" : "Kill it",
       .disabled = !run_now(input.tutor).may_touch()},
      {"details/close", "Close"},
  }};
  const bool killable = !kind.is_users;
  const int pressed = column.buttons(killable ? std::span(row) : std::span(row).subspan(1));
  if (pressed < 0) return;
  // What a death does is seen on the diagram and the plots, not here.
  input.actions.push_back(tutor::SelectPart{});
  if (!killable || pressed > 0) return;
  if (down) {
    input.actions.push_back(tutor::Heal{part.id});
  } else {
    input.actions.push_back(tutor::Kill{part.id});
  }
}

// One of the tracks on screen, with what its system is like in this frame.
struct ShownTrack {
  std::size_t index;
  const tutor::Track& track;
  Flights& flights;
  std::vector<model::PartState> parts;
};

// A dot that is tapped tells of its request.
void look_at_dot(const Screen& screen, const Rect& space, const ShownTrack& shown,
                 PaneInput& input) {
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left) || ImGui::IsAnyItemHovered()) return;
  const ImVec2 at = ImGui::GetMousePos();
  const ImVec2 top = screen.at(space.x, space.y);
  const bool inside =
      at.x >= top.x && at.x < top.x + space.width && at.y >= top.y && at.y < top.y + space.height;
  const float reach = screen.target() / 2;
  if (!inside) return;
  if (const std::optional<std::uint32_t> request = shown.flights.request_at(at.x, at.y, reach)) {
    input.actions.push_back(
        tutor::LookAtRequest{static_cast<int>(shown.index), static_cast<int>(*request)});
  }
}

void show_track(Screen& screen, const Rect& space, ShownTrack& shown, PaneInput& input) {
  const tutor::Run& run = run_now(input.tutor);
  const model::Scenario& scenario = shown.track.scenario;
  DiagramInput diagram;
  diagram.key = shown.index == 0 ? "diagram" : "twin";
  diagram.name = "Diagram: " + shown.track.label;
  diagram.scenario = &scenario;
  diagram.parts = shown.parts;
  diagram.links = shown.track.system().links();
  std::vector<int> picks;  // by part: the option of the question asked that it stands for
  for (const model::PartSpec& part : scenario.parts) {
    const tutor::Pick pick = pick_of(input.tutor, part.id);
    const bool is_selected = run.selected.track == shown.index && run.selected.part == part.id;
    diagram.selected.push_back(pick.marked || is_selected);
    picks.push_back(pick.option);
  }
  DiagramPlaces places;
  const int pressed = draw_diagram(screen, space, diagram, places);
  const int picked = pressed < 0 ? -1 : picks[static_cast<std::size_t>(pressed)];
  if (picked >= 0) {
    input.actions.push_back(tutor::Mark{picked});
  } else if (pressed >= 0) {
    const std::string& part = scenario.parts[static_cast<std::size_t>(pressed)].id;
    input.actions.push_back(tutor::SelectPart{static_cast<int>(shown.index), part});
  }
  if (pressed < 0) look_at_dot(screen, space, shown, input);
  if (run.purpose == tutor::Run::Purpose::walk) {
    input.looks.walk_marker.draw(screen, places, input.tutor.at.walk);
  }
  shown.flights.draw(places, screen.colors, screen.origin.x, screen.origin.y,
                     screen.viewport.time_s, input.looks.dots);
}

void take_hops(PaneInput& input, double now_s, bool still) {
  const tutor::Run& run = run_now(input.tutor);
  PaneLooks& looks = input.looks;
  const bool of_lesson = input.tutor.in_lesson();
  if (looks.of_lesson != of_lesson || looks.number != run.number || looks.jumps != run.jumps) {
    looks.of_lesson = of_lesson;
    looks.number = run.number;
    looks.jumps = run.jumps;
    looks.flights.clear();
  }
  looks.flights.resize(run.tracks.size());
  looks.dots.clear();
  if (still) return;  // reduced motion: the cards' numbers tell it all
  for (std::size_t i = 0; i < run.tracks.size(); ++i) {
    looks.flights[i].add(run.tracks[i].hops, now_s);
  }
}

// What the pane's sections share in a frame.
struct Pane {
  Screen& screen;
  const Rect& space;
  bool wide;
  PaneInput& input;
  const tutor::Run& run;
  std::vector<ShownTrack> tracks;

  float x() const { return space.x + kPad; }
  float width() const { return space.width - 2 * kPad; }
  float right() const { return x() + width(); }
  bool is_compared() const { return tracks.size() > 1; }
  bool shows_both() const { return is_compared() && wide; }
  bool shows_dots() const { return !screen.viewport.reduced_motion; }
  ShownTrack& shown() {
    return tracks[wide ? 0 : std::min(input.looks.shown_track, tracks.size() - 1)];
  }
};

// The buttons of a narrow pane's head; returns where they begin.
float draw_head_buttons(Pane& pane, float y) {
  PaneInput& input = pane.input;
  float right = pane.right();
  if (pane.is_compared() && !pane.wide) {
    right -= 90;
    const bool is_after = pane.shown().index > 0;
    if (tool_button(pane.screen, "pane/other", is_after ? "See before" : "See after",
                    is_after ? "Show the run before the fix" : "Show the run with the fix",
                    {right, y - 4, 90, 28})) {
      input.looks.shown_track = is_after ? 0 : 1;
    }
    right -= 8;
  }
  if (input.lesson_below) {
    right -= 84;
    input.to_lesson = tool_button(pane.screen, "pane/lesson", "Lesson ↓", "Go to the lesson",
                                  {right, y - 4, 84, 26});
    right -= 8;
  }
  return right;
}

// What is shown, and how far its run has come.
void draw_head(Pane& pane, float y) {
  Screen& screen = pane.screen;
  const std::string title =
      pane.shows_both() ? "Same requests, two systems" : pane.shown().track.label;
  const std::string clock = tutor::show_clock(sim::to_seconds(pane.run.now())) + " of " +
                            tutor::show_clock(sim::to_seconds(pane.run.end()));
  const float x = pane.x();
  const float right = draw_head_buttons(pane, y);
  const float clock_width = text_width(screen, clock, 13);
  draw_text(screen, right - clock_width, y + 3, clock, 13, screen.colors.muted);
  const std::string shown = fit_text(screen, title, 14, right - clock_width - x - 10, true);
  draw_text(screen, x, y + 2, shown, 14, screen.colors.text, true);
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
}

// Two tracks one above the other, each with its numbers.
void draw_both(Pane& pane, const Rect& rect) {
  const float half = rect.height / 2;
  const float numbers = half - run_numbers_height(rect.width);
  for (ShownTrack& shown : pane.tracks) {
    const bool is_first = shown.index == 0;
    const float y = rect.y + half * static_cast<float>(shown.index);
    show_track(pane.screen, {rect.x, y + 16, rect.width, numbers - 20}, shown, pane.input);
    draw_text(pane.screen, rect.x, y, shown.track.label, 13, pane.screen.colors.muted, true);
    draw_run_numbers(
        pane.screen, rect.x, y + numbers, rect.width, is_first ? "numbers" : "numbers/twin",
        is_first ? "Right now, before the fix" : "Right now, with the fix", shown.track.system());
  }
}

// How many of the requests the dots are.
void draw_note(Pane& pane, const Rect& diagram) {
  if (pane.run.hops_one_in <= 1 || !pane.shows_dots()) return;
  const std::string words =
      "1 of " + tutor::show_count(pane.run.hops_one_in) + " requests shown, slowed down";
  const bool both = pane.shows_both();
  const float y = both ? diagram.y : diagram.y + diagram.height;
  const float x = both ? pane.right() - text_width(pane.screen, words, 12) : pane.x();
  draw_text(pane.screen, x, y, words, 12, pane.screen.colors.muted);
  Node node;
  node.id = node_id("pane/sampled");
  node.role = Role::paragraph;
  node.layer = pane.screen.layer;
  node.name = words;
  node.font_px = 12;
  node.rect = {x, y, pane.right() - x, 14};
  pane.screen.mirror.add(std::move(node));
}

// The part whose details stand open, as it is on its own track.
const model::PartState* selected_part(const Pane& pane) {
  const tutor::Selection& selected = pane.run.selected;
  if (selected.track >= pane.tracks.size()) return nullptr;
  for (const model::PartState& part : pane.tracks[selected.track].parts) {
    if (part.id == selected.part) return &part;
  }
  return nullptr;
}

// The sections one below the other, from the diagram down.
void draw_sections(Pane& pane, float y) {
  Screen& screen = pane.screen;
  const Rect& space = pane.space;
  const float x = pane.x();
  const float width = pane.width();
  const float bottom = space.y + space.height;
  const bool both = pane.shows_both();
  const float strip = both ? 0 : run_numbers_height(width);
  // A tall pane gives its plots a share of the height.
  const float plots = std::clamp(space.height * 0.27f, run_plots_height(screen, width),
                                 run_plots_height(screen, width) + kMorePlot);
  const float note = pane.shows_dots() && !both ? kNote : 0;
  const float time = timeline_height(!pane.wide || both);
  const float below =
      note + strip + 8 + time + 4 + screen.target() + 8 + (pane.wide ? plots + 8 : 0);
  const Rect diagram{x, y, width, std::max(bottom - y - below, 110.0f)};
  if (both) {
    draw_both(pane, diagram);
  } else {
    show_track(screen, diagram, pane.shown(), pane.input);
  }
  draw_note(pane, diagram);
  pane.input.at_dots(pane.input.context);
  y = diagram.y + diagram.height + note + 4;
  // In a narrow pane a card lies over the diagram and its numbers, not over time and controls.
  const model::PartState* part = selected_part(pane);
  const bool is_covered = !pane.wide && (part != nullptr || pane.run.inspection);
  const Rect cover{x, diagram.y, width, y + strip - diagram.y};
  if (!both && !is_covered) {
    draw_run_numbers(screen, x, y, width, "numbers", "Right now", pane.shown().track.system());
  }
  y += strip + 4;
  draw_timeline(screen, {x, y, width, time}, pane.run, pane.shown().index, pane.input.actions);
  y += time + 4;
  draw_run_controls(screen, x, y, width, pane.input.tutor, pane.input.actions);
  y += screen.target() + 8;
  const Rect rest{x, y, width, bottom - y - 8};
  if (part != nullptr) {
    draw_details(screen, pane.wide ? rest : cover, *part, pane.input);
  } else if (pane.run.inspection) {
    draw_waterfall(screen, pane.wide ? rest : cover, pane.run, pane.input.actions);
  } else if (pane.wide) {
    draw_run_plots(screen, rest, pane.input.tutor, pane.input.actions);
  }
}

}  // namespace

bool PaneLooks::are_dots_in_the_air() const {
  return std::any_of(flights.begin(), flights.end(),
                     [](const Flights& one) { return !one.empty(); });
}

float narrow_pane_height(const Viewport& viewport, const model::Scenario& scenario) {
  const float target = viewport.touch ? size::kTouchTarget : size::kTarget;
  const float around = kTitle + target + run_numbers_height(viewport.width - 2 * kPad) +
                       timeline_height(true) + 4 + 3 * 8;
  const float wanted = viewport.height * 0.5f;
  const float least = std::clamp(least_diagram_height(scenario), 146.0f, 260.0f);
  return std::clamp(wanted, around + least, around + 260);
}

void draw_pane(Screen& screen, const Rect& space, bool wide, PaneInput& input) {
  const tutor::Run& run = run_now(input.tutor);
  take_hops(input, screen.viewport.time_s, screen.viewport.reduced_motion);
  fill_rect(screen, space, screen.colors.pane, 0);
  if (run.is_empty()) return;

  Node region;
  region.id = node_id("pane");
  region.role = Role::region;
  region.layer = screen.layer;
  region.name = "Live system";
  region.rect = space;
  screen.mirror.add(region);
  screen.mirror.open(region.id);
  Pane pane{screen, space, wide, input, run, {}};
  for (std::size_t i = 0; i < run.tracks.size(); ++i) {
    const tutor::Track& track = run.tracks[i];
    pane.tracks.push_back({i, track, input.looks.flights[i], track.system().parts()});
  }
  const float y = space.y + 6;
  draw_head(pane, y);
  draw_sections(pane, y + kTitle);
  screen.mirror.close();
}

void draw_run_picture(Screen& screen, const Rect& space, PaneInput& input) {
  const tutor::Run& run = run_now(input.tutor);
  take_hops(input, screen.viewport.time_s, screen.viewport.reduced_motion);
  if (run.is_empty()) return;
  ShownTrack shown{0, run.track(), input.looks.flights[0], run.system().parts()};
  show_track(screen, space, shown, input);
  input.at_dots(input.context);
}

}  // namespace tenfold::ui
