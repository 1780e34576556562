// From top to bottom: title and clock, one diagram or two, their numbers, the controls, and on a
// wide screen the plots. A part that is picked out has its panel beside all that, or over some of
// it.
#include "ui/pane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "tutor/part_story.h"
#include "ui/diagram.h"
#include "ui/difference_strip.h"
#include "ui/pane_sections.h"
#include "ui/part_panel.h"
#include "ui/run_controls.h"
#include "ui/run_numbers.h"
#include "ui/run_plots.h"
#include "ui/shapes.h"
#include "ui/timeline.h"
#include "ui/waterfall.h"

namespace tenfold::ui {
namespace {

constexpr float kMorePlot = 96;  // what a tall pane may add to its plots
constexpr float kHighestSheet = 420;

std::string diagram_key(std::size_t track) { return track == 0 ? "diagram" : "twin"; }

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

}  // namespace

bool use_board(Screen& screen, const Rect& space, const model::Scenario& shown,
               const DiagramPlaces& places, PaneInput& input) {
  BoardHand& hand = input.looks.hand;
  if (input.tutor.room->draft == nullptr || hand.use == nullptr) return false;
  const tutor::DraftShown draft = input.tutor.room->draft(input.tutor);
  const bool is_draft =
      std::equal(shown.parts.begin(), shown.parts.end(), draft.scenario->parts.begin(),
                 draft.scenario->parts.end(),
                 [](const model::PartSpec& a, const model::PartSpec& b) { return a.id == b.id; });
  if (!is_draft) return false;
  return hand.use({screen, space, *draft.scenario, draft.picked, places, input.actions}, hand);
}

void show_track(Screen& screen, const Rect& space, ShownTrack& shown, PaneInput& input,
                bool is_covered) {
  const tutor::Run& run = run_now(input.tutor);
  const model::Scenario& scenario = shown.track.scenario;
  DiagramInput diagram;
  diagram.open_zone = &input.looks.open_zone;
  diagram.is_board = input.tutor.room->draft != nullptr;
  diagram.key = diagram_key(shown.index);
  diagram.name = "Diagram: " + shown.track.label;
  diagram.scenario = &scenario;
  diagram.parts = shown.parts;
  diagram.links = shown.track.system().links();
  diagram.failures = failure_labels(input.looks.failures[shown.index],
                                    shown.track.system().series(), run.finished());
  std::vector<int> picks;  // by part: the option of the question asked that it stands for
  for (const model::PartSpec& part : scenario.parts) {
    const tutor::Pick pick = pick_of(input.tutor, part.id);
    const bool is_selected = run.selected.track == shown.index && run.selected.part == part.id;
    diagram.selected.push_back(pick.marked || is_selected);
    picks.push_back(pick.option);
    const bool was_there = part_index(run.tracks.front().scenario, part.id) >= 0;
    diagram.is_new.push_back(shown.index > 0 && !was_there);
  }
  DiagramPlaces places;
  int pressed = draw_diagram(screen, space, diagram, places);
  const bool is_held = use_board(screen, space, scenario, places, input);
  if (is_held) pressed = -1;
  const int picked = pressed < 0 ? -1 : picks[static_cast<std::size_t>(pressed)];
  if (picked >= 0) {
    input.actions.push_back(tutor::Mark{picked});
  } else if (pressed >= 0) {
    const std::string& part = scenario.parts[static_cast<std::size_t>(pressed)].id;
    input.actions.push_back(tutor::SelectPart{static_cast<int>(shown.index), part});
  }
  if (pressed < 0 && !is_held && !is_covered) look_at_dot(screen, space, shown, input);
  if (run.purpose == tutor::Run::Purpose::walk) {
    input.looks.walk_marker.draw(screen, places, input.tutor.at.walk);
  }
  shown.flights.draw(places, screen.colors, screen.origin.x, screen.origin.y,
                     screen.viewport.time_s, input.looks.dots);
}

namespace {

void take_hops(PaneInput& input, double now_s, bool still) {
  const tutor::Run& run = run_now(input.tutor);
  PaneLooks& looks = input.looks;
  const bool of_lesson = input.tutor.in_lesson();
  if (looks.of_lesson != of_lesson || looks.number != run.number || looks.jumps != run.jumps) {
    looks.of_lesson = of_lesson;
    looks.number = run.number;
    looks.jumps = run.jumps;
    looks.flights.clear();
    looks.failures.clear();
  }
  looks.flights.resize(run.tracks.size());
  looks.failures.resize(run.tracks.size());
  looks.dots.clear();
  for (std::size_t i = 0; i < run.tracks.size(); ++i) looks.failures[i].add(run.tracks[i].hops);
  if (still) return;  // reduced motion: the cards' numbers tell it all
  for (std::size_t i = 0; i < run.tracks.size(); ++i) {
    looks.flights[i].add(run.tracks[i].hops, now_s);
  }
}

// A narrow pane's title is in the bar, where there is one system only.
bool has_head(const Pane& pane) {
  return pane.wide || pane.is_compared() || pane.input.lesson_below;
}

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
  float x = pane.x();
  float right = pane.right();
  if (screen.viewport.minimal && pane.input.lesson_below) {
    draw_brand_mark(screen, x, y, 20);
    x += 28;
  }
  if (has_head(pane)) {
    right = draw_head_buttons(pane, y);
    const float clock_width = text_width(screen, clock, 13);
    draw_text(screen, right - clock_width, y + 3, clock, 13, screen.colors.muted);
    const std::string shown = fit_text(screen, title, 14, right - clock_width - x - 10, true);
    draw_text(screen, x, y + 2, shown, 14, screen.colors.text, true);
  }
  Node heading;
  heading.id = node_id("pane/title");
  heading.role = Role::heading;
  heading.level = 2;
  heading.layer = screen.layer;
  heading.name = title;
  heading.value = clock;
  if (has_head(pane)) heading.font_px = 14;
  heading.bold = true;
  heading.rect = {x, y, right - x, 20};
  screen.mirror.add(std::move(heading));
}

// Two tracks one above the other, and between them what the one makes of the other's numbers.
void draw_both(Pane& pane, const Rect& rect) {
  constexpr float kLabel = 22;
  constexpr float kGap = 8;
  Screen& screen = pane.screen;
  const float strip = difference_strip_height();
  const float each = (rect.height - strip - 2 * kGap) / 2;
  for (ShownTrack& shown : pane.tracks) {
    const bool is_first = shown.index == 0;
    const float y = rect.y + (is_first ? 0 : each + strip + 2 * kGap);
    const std::string_view when = is_first ? "Before" : "After";
    draw_text(screen, rect.x, y, when, 14, screen.colors.text, true);
    const float after = rect.x + text_width(screen, when, 14, true) + 12;
    draw_text(screen, after, y + 1,
              fit_text(screen, shown.track.label, size::kSmall, rect.x + rect.width - after),
              size::kSmall, screen.colors.muted);
    show_track(screen, {rect.x, y + kLabel, rect.width, each - kLabel}, shown, pane.input);
  }
  draw_difference_strip(screen, {rect.x, rect.y + each + kGap, rect.width, strip},
                        pane.tracks[0].track.system(), pane.tracks[1].track.system());
}

}  // namespace

// What the shapes on the links are, and how many of the requests they stand for.
void draw_note(Pane& pane, const Rect& diagram) {
  constexpr float kPx = 12;
  constexpr float kSign = 8;  // across
  if (!pane.shows_dots()) return;
  const Screen& screen = pane.screen;
  const Palette& c = screen.colors;
  std::string words;
  if (pane.run.hops_one_in > 1) {
    words = "1 of " + tutor::show_count(pane.run.hops_one_in) + " requests shown, slowed down";
  }
  struct Sign {
    std::string_view name;
    void (*draw)(ImDrawList& draw, ImVec2 at, const Palette& c);
  };
  constexpr std::array<Sign, 3> kSigns{{
      {"request",
       [](ImDrawList& draw, ImVec2 at, const Palette& colors) {
         draw.AddCircleFilled(at, kSign / 2, colors.accent);
       }},
      {"answer",
       [](ImDrawList& draw, ImVec2 at, const Palette& colors) {
         draw.AddCircle(at, kSign / 2 - 0.5f, colors.good, 0, 1.75f);
       }},
      {"failed",
       [](ImDrawList& draw, ImVec2 at, const Palette& colors) {
         const float half = kSign / 2 - 0.5f;
         draw.AddLine(at - ImVec2(half, half), at + ImVec2(half, half), colors.bad, 1.75f);
         draw.AddLine(at + ImVec2(-half, half), at + ImVec2(half, -half), colors.bad, 1.75f);
       }},
  }};
  float legend = 0;
  for (const Sign& sign : kSigns) legend += kSign + 6 + text_width(screen, sign.name, kPx) + 14;
  const bool both = pane.shows_both();
  const float y = both ? diagram.y + 2 : diagram.y + diagram.height;
  const float room = both ? diagram.width / 2 : diagram.width;
  const float told = text_width(screen, words, kPx);
  const bool has_legend = legend + told <= room;
  const float whole = told + (has_legend ? legend : 0);
  const float left = both ? diagram.x + diagram.width - whole : diagram.x;
  std::string name = words;
  float x = left;
  if (has_legend) {
    name = "Disc: request, ring: answer, cross: failed. " + words;
    for (const Sign& sign : kSigns) {
      sign.draw(*ImGui::GetWindowDrawList(), screen.at(x + kSign / 2, y + kPx * 0.6f), c);
      draw_text(screen, x + kSign + 6, y, sign.name, kPx, c.muted);
      x += kSign + 6 + text_width(screen, sign.name, kPx) + 14;
    }
  }
  draw_text(screen, x, y, words, kPx, c.muted);
  if (name.empty()) return;
  Node node;
  node.id = node_id("pane/sampled");
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = name;
  node.font_px = kPx;
  node.rect = {left, y, whole, 14};
  pane.screen.mirror.add(std::move(node));
}

// What is told of the part that is picked out, as it is on its own track.
std::optional<tutor::PartStory> story_of_selected(const Pane& pane) {
  if (pane.input.tutor.room->draft != nullptr) return std::nullopt;  // the column tells of it
  const tutor::Selection& selected = pane.run.selected;
  if (selected.part.empty() || selected.track >= pane.tracks.size()) return std::nullopt;
  return story_of(pane.tracks[selected.track].track, selected.part);
}

namespace {

// A diagram with less room than this for a column makes none for the panel beside it.
bool has_room_beside(const Pane& pane) {
  constexpr float kLeast = 330;
  constexpr float kColumn = 74;
  const float left = pane.width() - kPartPanelWidth - kPad;
  float columns = 1;
  for (const ShownTrack& shown : pane.tracks) {
    columns = std::max(columns, diagram_columns(shown.track.scenario));
  }
  return pane.wide && left >= std::max(kLeast, kColumn * columns);
}

}  // namespace

void show_part(Pane& pane, const Rect& rect, const tutor::PartStory& story) {
  const tutor::Selection& selected = pane.run.selected;
  PartPanelInput panel{.run = pane.run,
                       .track = selected.track,
                       .story = story,
                       .looks = pane.input.looks.part_panel,
                       .actions = pane.input.actions};
  draw_part_panel(pane.screen, rect, panel);
  if (panel.closed) pane.input.focus = part_node(diagram_key(selected.track), selected.part);
}

BelowDiagram below_diagram(const Screen& screen, const Rect& space, float width, bool both,
                           bool has_plots) {
  // A tall pane gives its plots a share of the height.
  const float least = run_plots_height(screen, width, false);
  return {.note = screen.viewport.reduced_motion || both ? 0 : kNote,
          .numbers = both ? 0 : run_numbers_height(width),
          .time = timeline_height(both),
          .controls = run_controls_height(screen),
          .plots = has_plots ? std::clamp(space.height * 0.27f, least, least + kMorePlot) : 0};
}

namespace {

// The sections one below the other, from the diagram down.
void draw_sections(Pane& pane, float y) {
  Screen& screen = pane.screen;
  const Rect& space = pane.space;
  const tutor::Run& run = pane.run;
  const std::optional<tutor::PartStory> part = story_of_selected(pane);
  // Beside the diagram, which makes room; where there is none, in the place of the plots.
  const bool beside = part && has_room_beside(pane);
  const float x = pane.x();
  const float width = pane.width() - (beside ? kPartPanelWidth + kPad : 0);
  const float bottom = space.y + space.height;
  const bool both = pane.shows_both();
  BelowDiagram below =
      below_diagram(screen, space, width, both, pane.input.looks.has_details || run.inspection);
  if (part) {
    const float least = run_plots_height(screen, width, false);
    below.plots = beside ? 0 : std::clamp(space.height * 0.45f, least, kHighestSheet);
  }
  const float time = below.time;
  const Rect diagram{x, y, width, std::max(bottom - y - below.height(), kLeastDiagram)};
  if (both) {
    draw_both(pane, diagram);
  } else {
    show_track(screen, diagram, pane.shown(), pane.input);
  }
  draw_note(pane, diagram);
  pane.input.at_dots(pane.input.context);
  y = diagram.y + diagram.height + below.note + 4;
  const float rest_y = y + below.numbers + 4 + time + 4 + below.controls + 8;
  const Rect rest{x, rest_y, width, bottom - rest_y - 8};
  if (part) {
    const Rect side{x + width + kPad, diagram.y, kPartPanelWidth, bottom - diagram.y - 8};
    show_part(pane, beside ? side : rest, *part);
  }
  if (!both) {
    draw_run_numbers(screen, x, y, width, pane.shown().track.system(), sim::to_seconds(run.end()));
  }
  y += below.numbers + 4;
  draw_timeline(screen, {x, y, width, time}, pane.run, pane.shown().index, pane.input.actions);
  y += time + 4;
  bool* const details = &pane.input.looks.has_details;
  draw_run_controls(screen, x, y, width, pane.input.tutor, details, pane.input.actions);
  if (part) return;
  if (pane.run.inspection) {
    draw_waterfall(screen, rest, pane.run, pane.input.actions);
  } else if (below.plots > 0) {
    draw_run_plots(screen, rest, false, pane.input.tutor, pane.input.actions);
  }
}

}  // namespace

bool PaneLooks::are_dots_in_the_air() const {
  return std::any_of(flights.begin(), flights.end(),
                     [](const Flights& one) { return !one.empty(); });
}

void draw_pane(Screen& screen, const Rect& space, bool wide, PaneInput& input) {
  const tutor::Run& run = run_now(input.tutor);
  take_hops(input, screen.viewport.time_s, screen.viewport.reduced_motion);
  fill_rect(screen, space, screen.colors.pane, 0);
  if (run.is_empty()) {
    draw_draft(screen, space, wide, input);
    return;
  }
  open_group(screen, Role::region, "pane", "Live system", space);
  Pane pane{screen, space, wide, input, run, {}};
  for (std::size_t i = 0; i < run.tracks.size(); ++i) {
    const tutor::Track& track = run.tracks[i];
    pane.tracks.push_back({i, track, input.looks.flights[i], track.system().parts()});
  }
  const float y = space.y + 6;
  draw_head(pane, y);
  const float below_head = has_head(pane) ? y + kTitle : y;
  if (wide) {
    draw_sections(pane, below_head);
  } else if (input.lesson_below) {
    draw_embed(pane, below_head);
  } else {
    draw_narrow_sections(pane, below_head);
  }
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
