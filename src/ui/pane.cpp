// From top to bottom: title and clock, one diagram or two, their numbers, the controls, and on a
// wide screen the plots. A part that is picked out has its panel beside all that, or over some of
// it.
#include "ui/pane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "tutor/debrief.h"
#include "tutor/part_story.h"
#include "ui/diagram.h"
#include "ui/difference_strip.h"
#include "ui/part_panel.h"
#include "ui/run_controls.h"
#include "ui/run_numbers.h"
#include "ui/run_plots.h"
#include "ui/shapes.h"
#include "ui/text_blocks.h"
#include "ui/timeline.h"
#include "ui/waterfall.h"

namespace tenfold::ui {
namespace {

constexpr float kPad = 12;
constexpr float kTitle = 24;
constexpr float kNote = 14;
constexpr float kMorePlot = 96;  // what a tall pane may add to its plots
constexpr float kHighestSheet = 420;
constexpr float kGrip = 24;      // the foot of a narrow pane, by which its size is chosen
constexpr float kEmbedFoot = 82;  // below the diagram of a small embed

std::string diagram_key(std::size_t track) { return track == 0 ? "diagram" : "twin"; }

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

void show_track(Screen& screen, const Rect& space, ShownTrack& shown, PaneInput& input,
                bool is_covered = false) {
  const tutor::Run& run = run_now(input.tutor);
  const model::Scenario& scenario = shown.track.scenario;
  DiagramInput diagram;
  diagram.open_zone = &input.looks.open_zone;
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
  const int pressed = draw_diagram(screen, space, diagram, places);
  const int picked = pressed < 0 ? -1 : picks[static_cast<std::size_t>(pressed)];
  if (picked >= 0) {
    input.actions.push_back(tutor::Mark{picked});
  } else if (pressed >= 0) {
    const std::string& part = scenario.parts[static_cast<std::size_t>(pressed)].id;
    input.actions.push_back(tutor::SelectPart{static_cast<int>(shown.index), part});
  }
  if (pressed < 0 && !is_covered) look_at_dot(screen, space, shown, input);
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
  const tutor::Selection& selected = pane.run.selected;
  if (selected.part.empty() || selected.track >= pane.tracks.size()) return std::nullopt;
  return story_of(pane.tracks[selected.track].track, selected.part);
}

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

// Draws nothing and takes no press, but lists what there is.
struct Covered {
  explicit Covered(bool is_covered) : is_covered_(is_covered) {
    if (is_covered_) ImGui::PushClipRect(ImVec2(0, 0), ImVec2(0, 0), true);
  }
  ~Covered() {
    if (is_covered_) ImGui::PopClipRect();
  }
  Covered(const Covered&) = delete;
  Covered& operator=(const Covered&) = delete;

 private:
  bool is_covered_;
};

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
  const float strip = both ? 0 : run_numbers_height(width);
  const float least_plots = run_plots_height(screen, width, false);
  // A tall pane gives its plots a share of the height.
  float plots = pane.input.looks.has_details || run.inspection
                    ? std::clamp(space.height * 0.27f, least_plots, least_plots + kMorePlot)
                    : 0;
  if (part) plots = beside ? 0 : std::clamp(space.height * 0.45f, least_plots, kHighestSheet);
  const float note = pane.shows_dots() && !both ? kNote : 0;
  const float time = timeline_height(both);
  const float controls = run_controls_height(screen);
  const float below = note + strip + 8 + time + 4 + controls + 8 + (plots > 0 ? plots + 8 : 0);
  const Rect diagram{x, y, width, std::max(bottom - y - below, 110.0f)};
  if (both) {
    draw_both(pane, diagram);
  } else {
    show_track(screen, diagram, pane.shown(), pane.input);
  }
  draw_note(pane, diagram);
  pane.input.at_dots(pane.input.context);
  y = diagram.y + diagram.height + note + 4;
  const float rest_y = y + strip + 4 + time + 4 + controls + 8;
  const Rect rest{x, rest_y, width, bottom - rest_y - 8};
  if (part) {
    const Rect side{x + width + kPad, diagram.y, kPartPanelWidth, bottom - diagram.y - 8};
    show_part(pane, beside ? side : rest, *part);
  }
  if (!both) {
    draw_run_numbers(screen, x, y, width, pane.shown().track.system(), sim::to_seconds(run.end()));
  }
  y += strip + 4;
  draw_timeline(screen, {x, y, width, time}, pane.run, pane.shown().index, pane.input.actions);
  y += time + 4;
  bool* const details = &pane.input.looks.has_details;
  draw_run_controls(screen, x, y, width, pane.input.tutor, details, pane.input.actions);
  if (part) return;
  if (pane.run.inspection) {
    draw_waterfall(screen, rest, pane.run, pane.input.actions);
  } else if (plots > 0) {
    draw_run_plots(screen, rest, false, pane.input.tutor, pane.input.actions);
  }
}

// The diagram and what lies over it, with the numbers where they have a place.
void draw_narrow_picture(Pane& pane, const Rect& diagram, bool has_numbers) {
  Screen& screen = pane.screen;
  const float strip = has_numbers ? run_numbers_height(diagram.width) : 0;
  const std::optional<tutor::PartStory> part = story_of_selected(pane);
  const Rect cover{diagram.x, diagram.y, diagram.width, diagram.height + strip};
  const bool is_covered = part || pane.run.inspection;
  {
    const Covered covered(is_covered);
    show_track(screen, diagram, pane.shown(), pane.input, is_covered);
  }
  if (part) {
    show_part(pane, cover, *part);
  } else if (pane.run.inspection) {
    draw_waterfall(screen, cover, pane.run, pane.input.actions);
  }
  if (is_covered) return;
  pane.input.at_dots(pane.input.context);
  if (!has_numbers) return;
  draw_run_numbers(screen, diagram.x, diagram.y + diagram.height, diagram.width,
                   pane.shown().track.system(), sim::to_seconds(pane.run.end()));
}

// Play and the run's time side by side, in this width.
void draw_transport(Pane& pane, float x, float y, float width) {
  constexpr float kPlay = 54;  // with its gap
  const float time = timeline_height(true);
  draw_play(pane.screen, x, y + time / 2 - 20, pane.input.tutor, true, pane.input.actions);
  draw_timeline(pane.screen, {x + kPlay, y, width - kPlay, time}, pane.run, pane.shown().index,
                pane.input.actions);
}

// By its foot a narrow pane is made larger and smaller: dragged, or step by step with buttons.
void draw_grip(Pane& pane) {
  Screen& screen = pane.screen;
  const Palette& c = screen.colors;
  PaneLooks& looks = pane.input.looks;
  const float bottom = pane.space.y + pane.space.height;
  const float middle = pane.space.x + pane.space.width / 2;
  const float target = screen.viewport.touch ? size::kTouchTarget : kGrip;
  draw_line(screen, pane.space.x, bottom - 0.5f, pane.space.x + pane.space.width, bottom - 0.5f,
            c.line);
  const Rect pill{middle - 18, bottom - 15, 36, 12};
  fill_rect(screen, pill, c.pane, 6);
  stroke_rect(screen, pill, c.soft, 1, 6);
  draw_line(screen, middle - 9, bottom - 9, middle + 9, bottom - 9, c.control, 2);
  const int now = static_cast<int>(looks.size);
  const auto step = [&](int by, Icon icon, std::string_view name) {
    const bool is_last = now + by < 0 || now + by >= kPaneSizes;
    const float x = middle + static_cast<float>(by) * 56;
    Node node;
    node.id = node_id(name);
    node.role = Role::button;
    node.name = name;
    node.disabled = is_last;
    node.rect = {x - target / 2, bottom - target, target, target};
    if (pressable(screen, std::move(node)).pressed) looks.size = static_cast<PaneSize>(now + by);
    draw_icon(screen, icon, x - 7, bottom - 16, 14, is_last ? c.soft : c.muted);
  };
  step(-1, Icon::up, "Show less of the system");
  step(1, Icon::down, "Show more of the system");
  Node grip;
  grip.id = node_id("pane/grip");
  grip.name = "Grip below the system: drag it up or down";
  grip.rect = {middle - 32, bottom - target, 64, target};
  const std::optional<Stroke> stroke = drawable(screen, std::move(grip));
  if (!stroke || stroke->from.y == stroke->to.y) return;
  const float wanted = stroke->to.y - pane.space.y;
  const auto& heights = pane.input.heights;
  const auto nearest = std::min_element(heights.begin(), heights.end(), [&](float a, float b) {
    return std::fabs(a - wanted) < std::fabs(b - wanted);
  });
  looks.size = static_cast<PaneSize>(nearest - heights.begin());
}

// Above the lesson, as large as the learner wants it.
void draw_narrow_sections(Pane& pane, float y) {
  Screen& screen = pane.screen;
  const float x = pane.x();
  const float width = pane.width();
  const PaneSize size = pane.input.looks.size;
  const float foot = pane.space.y + pane.space.height - kGrip;
  const bool is_full = size == PaneSize::full;
  const float time = timeline_height(true);
  const float controls = is_full ? run_controls_height(screen) + 4 : 0;
  const float note = is_full && pane.shows_dots() ? kNote : 0;
  const float time_y = foot - controls - time;
  if (size != PaneSize::small) {
    const float below = note + run_numbers_height(width);
    const Rect diagram{x, y, width, time_y - below - y};
    draw_narrow_picture(pane, diagram, true);
    if (is_full) draw_note(pane, {x, y, width, time_y - note - y});
  }
  if (is_full) {
    draw_timeline(screen, {x, time_y, width, time}, pane.run, pane.shown().index,
                  pane.input.actions);
    draw_run_controls(screen, x, foot - controls, width, pane.input.tutor, nullptr,
                      pane.input.actions);
  } else {
    draw_transport(pane, x, time_y, width);
  }
  draw_grip(pane);
}

// In a small embed: the diagram, and below it play, what the run shows, and its curve.
void draw_embed(Pane& pane, float y) {
  constexpr float kCurve = 176;
  constexpr float kPx = 14;
  Screen& screen = pane.screen;
  const Palette& c = screen.colors;
  const float x = pane.x();
  const float foot = pane.space.y + pane.space.height - kEmbedFoot;
  draw_narrow_picture(pane, {x, y, pane.width(), foot - 2 - y}, false);
  fill_rect(screen, {pane.space.x, foot, pane.space.width, kEmbedFoot}, c.card, 0);
  draw_line(screen, pane.space.x, foot, pane.space.x + pane.space.width, foot, c.line);
  draw_play(screen, x, foot + 20, pane.input.tutor, true, pane.input.actions);
  const float curve_x = pane.right() - kCurve;
  draw_timeline(screen, {curve_x, foot, kCurve, timeline_height(true)}, pane.run,
                pane.shown().index, pane.input.actions);
  const tutor::LessonState& at = pane.input.tutor.at;
  const std::string claim = at.prediction.is_settled() ? tutor::failures_in_words(at.facts)
                            : at.open ? tutor::current(pane.input.tutor).hook.title
                                      : std::string();
  if (claim.empty()) return;
  const float left = x + 54;
  const TextBlock& block =
      screen.texts.get(screen, node_id("embed/claim"), claim, curve_x - left - 12, {.px = kPx});
  const float height = static_cast<float>(block.lines.count) * kPx * 1.4f;
  draw_block(screen, block, left, foot + (kEmbedFoot - height) / 2, kPx * 1.4f, {.px = kPx}, c.text);
  Node node;
  node.id = node_id("embed/claim");
  node.layer = screen.layer;
  node.name = block.plain;
  node.font_px = kPx;
  node.rect = {left, foot + (kEmbedFoot - height) / 2, curve_x - left - 12, height};
  screen.mirror.add(std::move(node));
}

}  // namespace

bool PaneLooks::are_dots_in_the_air() const {
  return std::any_of(flights.begin(), flights.end(),
                     [](const Flights& one) { return !one.empty(); });
}

std::array<float, kPaneSizes> narrow_pane_heights(const Viewport& viewport, float room,
                                                  const tutor::Run& run, OpenZone open) {
  constexpr float kTop = 6;
  constexpr float kMost = 300;  // of a diagram
  const model::Scenario& scenario = run.scenario();
  const float width = viewport.width - 2 * kPad;
  const float small = kTop + timeline_height(true) + kGrip;
  const float head = run.tracks.size() > 1 ? kTitle : 0;
  const float around = small + head + run_numbers_height(width);
  const float least = is_folded(scenario, width)
                          ? folded_height(scenario, open)
                          : std::clamp(least_diagram_height(scenario), 146.0f, 260.0f);
  const float half = std::clamp(viewport.height * 0.46f, around + least, around + kMost);
  return {small + head, std::min(half, room), room};
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
