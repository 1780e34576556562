// A head that stays, and below it sections that are measured first and dealt out to pages, as many
// to each as there is room for: beside a large diagram all fit on one.
#include "ui/part_panel.h"

#include <algorithm>
#include <array>
#include <string>

#include "tutor/facts.h"
#include "ui/diagram.h"
#include "ui/plot.h"
#include "ui/run_controls.h"
#include "ui/stepper.h"
#include "ui/text_blocks.h"

namespace tenfold::ui {
namespace {

using tutor::PartStory;

constexpr float kPad = 12;
constexpr float kGap = 10;  // between sections
constexpr float kPx = 13;
constexpr float kLine = 18;
constexpr float kRow = 20;
constexpr float kPlot = 104;
constexpr float kBar = 4;

struct Panel {
  Screen& screen;
  PartPanelInput& input;
  Rect area;  // of the sections: below the head

  const PartStory& story() const { return input.story; }
  const tutor::Track& track() const { return input.run.tracks[input.track]; }
  bool may_touch() const { return input.run.may_touch(); }
  void act(tutor::Action action) const { input.actions.push_back(std::move(action)); }
  void set(std::string_view parameter, double value) const {
    act(tutor::SetParameter{static_cast<int>(input.track), input.run.selected.part,
                            std::string(parameter), value});
  }
};

Node text_node(const Screen& screen, std::string_view key, Role role, std::string name,
               const Rect& rect, float px = kPx) {
  Node node;
  node.id = node_id(key);
  node.role = role;
  node.layer = screen.layer;
  node.name = std::move(name);
  node.font_px = px;
  node.rect = rect;
  return node;
}

// Words over as many lines as they need: gives their height, and draws them where they are to be.
float words(const Panel& panel, std::string_view key, std::string_view text, float y, bool draws,
            Color color) {
  Screen& screen = panel.screen;
  const TextStyle style{.px = kPx, .is_rich = false};
  const TextBlock& block = screen.texts.get(screen, node_id(key), text, panel.area.width, style);
  const float height = static_cast<float>(block.lines.count) * kLine;
  if (!draws) return height;
  draw_block(screen, block, panel.area.x, y + 1, kLine, style, color);
  screen.mirror.add(text_node(screen, key, Role::paragraph, std::string(text),
                              {panel.area.x, y, panel.area.width, height}));
  return height;
}

void subheading(const Panel& panel, std::string_view key, const std::string& text, float y) {
  Screen& screen = panel.screen;
  draw_text(screen, panel.area.x, y + 1, text, kPx, screen.colors.text, true);
  Node node =
      text_node(screen, key, Role::heading, text, {panel.area.x, y, panel.area.width, kLine});
  node.level = 4;
  node.bold = true;
  screen.mirror.add(std::move(node));
}

// A name at the left, its value at the right; said as one.
void draw_row(const Panel& panel, const std::string& key, const std::string& name,
              const std::string& value, float y) {
  Screen& screen = panel.screen;
  const Rect& area = panel.area;
  const float name_width = text_width(screen, name, kPx);
  const std::string shown = fit_text(screen, value, kPx, area.width - name_width - 10, true);
  draw_text(screen, area.x, y + 2, name, kPx, screen.colors.muted);
  draw_text(screen, area.x + area.width - text_width(screen, shown, kPx, true), y + 2, shown, kPx,
            screen.colors.text, true);
  screen.mirror.add(
      text_node(screen, key, Role::list_item, name + ": " + value, {area.x, y, area.width, kRow}));
}

// --- sections: each gives its height, 0 where it has nothing to say

float tell_what_it_does(const Panel& panel, float y, bool draws) {
  return words(panel, "part/does", panel.story().does, y, draws, panel.screen.colors.text);
}

float tell_numbers(const Panel& panel, float y, bool draws) {
  const std::vector<tutor::PartNumber>& numbers = panel.story().numbers;
  const float height = static_cast<float>(numbers.size()) * kRow;
  if (!draws || numbers.empty()) return height;
  open_group(panel.screen, Role::list, "part/numbers", "Right now",
             {panel.area.x, y, panel.area.width, height});
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    draw_row(panel, "part/numbers/" + std::to_string(i), numbers[i].name, numbers[i].value,
             y + static_cast<float>(i) * kRow);
  }
  panel.screen.mirror.close();
  return height;
}

float tell_waits(const Panel& panel, float y, bool draws) {
  constexpr float kWait = kRow + kBar + 2;
  const PartStory& story = panel.story();
  if (story.waits.empty()) return 0;
  const float height = kLine + static_cast<float>(story.waits.size()) * kWait;
  if (!draws) return height;
  const Screen& screen = panel.screen;
  const Rect& area = panel.area;
  const std::string here = story.inside == 0
                               ? "What is waited for"
                               : "Of " + tutor::show_count(story.inside) + " here, wait";
  subheading(panel, "part/waits/title", here, y);
  y += kLine;
  open_group(panel.screen, Role::list, "part/waits", here, {area.x, y, area.width, height - kLine});
  for (std::size_t i = 0; i < story.waits.size(); ++i, y += kWait) {
    const tutor::PartWait& wait = story.waits[i];
    draw_row(panel, "part/waits/" + std::to_string(i), wait.what, tutor::show_count(wait.requests),
             y);
    const float share = std::min(
        1.0f, static_cast<float>(wait.requests) / static_cast<float>(std::max(story.inside, 1U)));
    fill_rect(screen, {area.x, y + kRow, area.width, kBar}, screen.colors.line, kBar / 2);
    fill_rect(screen, {area.x, y + kRow, area.width * share, kBar}, screen.colors.strained,
              kBar / 2);
  }
  panel.screen.mirror.close();
  return height;
}

float draw_curve(const Panel& panel, float y, bool draws) {
  // Nearer to its limit than this, a queue is shown with it.
  constexpr double kWithinReach = 0.05;
  const PartStory& story = panel.story();
  if (story.curve == tutor::PartCurve::none) return 0;
  if (!draws) return kPlot;
  const bool is_queue = story.curve == tutor::PartCurve::waiting;
  Series series;
  series.part = story.place;
  series.color = panel.screen.colors.accent;
  series.samples = panel.track().system().series();
  Plot plot;
  plot.key = "part/plot";
  plot.until_s = sim::to_seconds(panel.input.run.end());
  if (is_queue) {
    plot.title = "Waiting, by second";
    series.name = "waiting";
    series.of_part = [](const model::Sample& sample, std::size_t part) {
      return static_cast<double>(sample.waiting[part]);
    };
    plot.show = [](double value) { return tutor::show_count(value); };
    plot.floor = 10;
    plot.limit = story.limit;
    double most = 0;
    for (const model::Sample& sample : series.samples) {
      most = std::max(most, static_cast<double>(sample.waiting[story.place]));
    }
    if (most >= kWithinReach * story.limit) plot.floor = std::max<double>(story.limit, plot.floor);
  } else {
    plot.title = "Busy, by second";
    series.name = "busy";
    series.of_part = [](const model::Sample& sample, std::size_t part) {
      return static_cast<double>(sample.utilisation[part]);
    };
    plot.show = [](double value) { return tutor::show_share(value); };
    plot.floor = 1;
  }
  draw_plot(panel.screen, {panel.area.x, y, panel.area.width, kPlot}, plot, {&series, 1});
  return kPlot;
}

float tell_littles_law(const Panel& panel, float y, bool draws) {
  const PartStory& story = panel.story();
  if (!story.little) return 0;
  if (draws) subheading(panel, "part/little/title", "Little’s law, over the run so far", y);
  return kLine + words(panel, "part/little", story.little->words, y + kLine, draws,
                       panel.screen.colors.text);
}

float draw_knob(const Panel& panel, const tutor::Knob& knob, float y, bool draws) {
  if (!draws) return panel.screen.target();
  const bool open = panel.may_touch();
  const int steps =
      draw_stepper(panel.screen, "part/knob/" + knob.parameter, panel.area.x, y, panel.area.width,
                   {.words = knob.words,
                    .value = knob.value,
                    .less = knob.less_words,
                    .more = knob.more_words,
                    .can_less = open && knob.less,
                    .can_more = open && knob.more});
  if (steps < 0) panel.set(knob.parameter, *knob.less);
  if (steps > 0) panel.set(knob.parameter, *knob.more);
  return panel.screen.target();
}

float draw_deeds(const Panel& panel, float y, bool draws) {
  constexpr float kBetween = 8;
  const PartStory& story = panel.story();
  Screen& screen = panel.screen;
  const bool has_speed = story.slow || story.full_speed;
  if (!story.can_die && !has_speed) return 0;
  if (!draws) return screen.target();
  const bool closed = !panel.may_touch();
  const std::string& part = panel.input.run.selected.part;
  Rect place{panel.area.x, y, (panel.area.width - kBetween) / 2, screen.target()};
  if (story.can_die) {
    const bool is_down = story.health == model::Health::down;
    const std::string_view label = is_down ? "Heal" : "Kill";
    if (tool_button(screen, "part/kill", label, std::string(label) + " " + story.label, place,
                    closed)) {
      if (is_down) {
        panel.act(tutor::Heal{part});
      } else {
        panel.act(tutor::Kill{part});
      }
    }
    place.x += place.width + kBetween;
  }
  if (!has_speed) return screen.target();
  const std::string_view label = story.slow ? "Slow" : "Full speed";
  const std::string name =
      story.slow ? "Slow " + story.label + " down" : "Full speed for " + story.label;
  if (tool_button(screen, "part/speed", label, name, place, closed)) {
    panel.set(tutor::kSlowness, story.slow ? *story.slow : *story.full_speed);
  }
  return screen.target();
}

float tell_why_not(const Panel& panel, float y, bool draws) {
  const std::string_view why = why_untouchable(panel.input.run);
  if (why.empty()) return 0;
  return words(panel, "part/untouchable", why, y, draws, panel.screen.colors.muted);
}

float tell_omissions(const Panel& panel, float y, bool draws) {
  const std::string left_out = "Left out: " + std::string(panel.story().omits);
  return words(panel, "part/omits", left_out, y, draws, panel.screen.colors.muted);
}

// In the order in which they stand; knobs stand between the two lists.
using Section = float (*)(const Panel& panel, float y, bool draws);
constexpr std::array<Section, 5> kBefore = {tell_what_it_does, tell_numbers, tell_waits, draw_curve,
                                            tell_why_not};
constexpr std::array<Section, 3> kAfter = {draw_deeds, tell_littles_law, tell_omissions};

std::size_t section_count(const Panel& panel) {
  return kBefore.size() + panel.story().knobs.size() + kAfter.size();
}

float section(const Panel& panel, std::size_t index, float y, bool draws) {
  if (index < kBefore.size()) return kBefore[index](panel, y, draws);
  index -= kBefore.size();
  const std::vector<tutor::Knob>& knobs = panel.story().knobs;
  if (index < knobs.size()) return draw_knob(panel, knobs[index], y, draws);
  return kAfter[index - knobs.size()](panel, y, draws);
}

// By section: the column that it stands in, of all pages'.
std::vector<std::size_t> deal_out(const Panel& panel) {
  std::vector<std::size_t> columns;
  std::size_t column = 0;
  float used = 0;
  for (std::size_t i = 0; i < section_count(panel); ++i) {
    const float height = section(panel, i, 0, false);
    if (used > 0 && height > 0 && used + height > panel.area.height) {
      ++column;
      used = 0;
    }
    if (height > 0) used += height + kGap;
    columns.push_back(column);
  }
  return columns;
}

void turn_page(Panel& panel, std::size_t last, float y, float right) {
  constexpr float kCount = 34;
  Screen& screen = panel.screen;
  std::size_t& page = panel.input.looks.page;
  const float side = screen.target();
  const float x = right - 2 * side - kCount;
  const std::string count = std::to_string(page + 1) + "/" + std::to_string(last + 1);
  draw_text(screen, x + side + (kCount - text_width(screen, count, kPx)) / 2,
            y + (side - kPx) / 2 - 1, count, kPx, screen.colors.muted);
  screen.mirror.add(
      text_node(screen, "part/page", Role::paragraph,
                "Page " + std::to_string(page + 1) + " of " + std::to_string(last + 1),
                {x + side, y, kCount, side}, 0));
  const bool back = tool_button(screen, "part/back", "←", "Page before, of the part",
                                {x, y, side, side}, page == 0);
  const bool on = tool_button(screen, "part/on", "→", "Next page of the part",
                              {right - side, y, side, side}, page == last);
  if (back) --page;
  if (on) ++page;
  if (back || on) panel.input.looks.pressed_section.reset();
}

// The part's name, what it is and where; at the right the pages and the way out.
void draw_head(Panel& panel, const Rect& rect, std::size_t last_page) {
  constexpr float kPager = 34 + 8;
  Screen& screen = panel.screen;
  const Palette& c = screen.colors;
  const PartStory& story = panel.story();
  const float side = screen.target();
  const float x = panel.area.x;
  const float y = rect.y + 8;
  const float right = rect.x + rect.width - 8;
  const float room = right - side - 8 - (last_page > 0 ? 2 * side + kPager : 0) - x;
  draw_text(screen, x, y, fit_text(screen, story.label, 15, room, true), 15, c.text, true);
  Node title = text_node(screen, "part/title", Role::heading, story.label, {x, y, room, 19}, 15);
  title.level = 3;
  title.bold = true;
  screen.mirror.add(std::move(title));

  std::string below = story.kind;
  if (!story.machine.empty()) below += " on " + story.machine;
  if (panel.input.run.tracks.size() > 1) below = panel.track().label + ": " + below;
  if (story.health != model::Health::up) below += ", " + std::string(health_word(story.health));
  draw_text(screen, x, y + 19, fit_text(screen, below, 12, room), 12,
            story.health == model::Health::up ? c.muted : c.bad);
  screen.mirror.add(
      text_node(screen, "part/kind", Role::paragraph, below, {x, y + 19, room, 14}, 12));

  if (tool_button(screen, "part/close", "×", "Close " + story.label, {right - side, y, side, side},
                  false, "Escape")) {
    panel.act(tutor::SelectPart{});
    panel.input.closed = true;
  }
  if (last_page > 0) turn_page(panel, last_page, y, right - side - 8);
}

}  // namespace

void draw_part_panel(Screen& screen, const Rect& rect, PartPanelInput& input) {
  constexpr float kColumn = 240;  // the least width of one
  constexpr float kBetween = 24;
  PartPanelLooks& looks = input.looks;
  if (looks.shown != input.run.selected) looks = {.shown = input.run.selected};
  const float head = std::max(screen.target(), 34.0f) + 14;
  const float width = rect.width - 2 * kPad;
  Panel panel{screen, input, {rect.x + kPad, rect.y + head, width, rect.height - head - 8}};
  fill_rect(screen, rect, screen.colors.card, 12);
  stroke_rect(screen, rect, screen.colors.control, 1, 12);
  Node region = text_node(screen, "part", Role::region, "Part: " + input.story.label, rect, 0);
  const std::uint32_t id = region.id;
  screen.mirror.add(std::move(region));
  screen.mirror.open(id);

  // Why something was not done stands on every page.
  const std::string& refused = input.run.refused;
  const Rect whole = panel.area;
  const float said =
      refused.empty() ? 0 : words(panel, "part/refused", refused, 0, false, 0) + kGap;
  const auto abreast =
      static_cast<std::size_t>(std::max((width + kBetween) / (kColumn + kBetween), 1.0f));
  panel.area.y += said;
  panel.area.height -= said;
  panel.area.width = (width + kBetween) / static_cast<float>(abreast) - kBetween;
  const std::vector<std::size_t> columns = deal_out(panel);
  const std::size_t last_page = columns.back() / abreast;
  if (looks.pressed_section)
    looks.page = columns[std::min(*looks.pressed_section, columns.size() - 1)] / abreast;
  looks.page = std::min(looks.page, last_page);
  draw_head(panel, rect, last_page);
  if (said > 0) {
    Panel top{screen, input, whole};
    words(top, "part/refused", refused, whole.y, true, screen.colors.bad);
  }
  const float left = panel.area.x;
  float y = panel.area.y;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0 && columns[i] != columns[i - 1]) y = panel.area.y;
    if (columns[i] / abreast != looks.page) continue;
    const auto place = static_cast<float>(columns[i] % abreast);
    panel.area.x = left + place * (panel.area.width + kBetween);
    const std::size_t asked_before = input.actions.size();
    const float height = section(panel, i, y, true);
    if (input.actions.size() > asked_before) looks.pressed_section = i;
    if (height > 0) y += height + kGap;
  }
  screen.mirror.close();
}

}  // namespace tenfold::ui
