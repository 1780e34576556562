// A card or frame tells what its size has room for: the full, the brief, or only what is most
// urgent.
#include "ui/diagram.h"

#include <algorithm>
#include <cmath>

#include "model/catalogue.h"
#include "tutor/facts.h"

namespace tenfold::ui {
namespace {

using model::Health;
using model::PartState;

Color health_color(const Palette& c, Health health) {
  switch (health) {
    case Health::up:
      return c.good;
    case Health::strained:
      return c.strained;
    case Health::overloaded:
    case Health::restarting:
    case Health::down:
      break;
  }
  return c.bad;
}

std::string part_key(std::string_view diagram_key, std::string_view part) {
  return std::string(diagram_key) + "/part/" + std::string(part);
}

std::string percent(double share) {
  return std::to_string(static_cast<int>(std::lround(std::clamp(share, 0.0, 9.99) * 100))) + " %";
}

void draw_bar(const Screen& screen, const Rect& rect, double share, Color color) {
  fill_rect(screen, rect, screen.colors.line, rect.height / 2);
  const auto width = rect.width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (width >= 1) fill_rect(screen, {rect.x, rect.y, width, rect.height}, color, rect.height / 2);
}

// Users and name servers answer without workers of their own: their card tells a rate.
bool has_workers(const PartState& part) { return part.capacity > 0; }

const PartState* state_of(const DiagramInput& input, int part) {
  const auto index = static_cast<std::size_t>(part);
  return index < input.parts.size() ? &input.parts[index] : nullptr;
}

bool is_selected(const DiagramInput& input, int part) {
  const auto index = static_cast<std::size_t>(part);
  return index < input.selected.size() && input.selected[index];
}

std::string sends_to(const model::Scenario& scenario, std::string_view id) {
  std::string names;
  for (const model::LinkSpec& link : scenario.links) {
    if (link.from != id) continue;
    const int to = part_index(scenario, link.to);
    if (to < 0) continue;
    if (!names.empty()) names += " and ";
    names += scenario.parts[static_cast<std::size_t>(to)].label;
  }
  return names.empty() ? "" : ". Sends to " + names;
}

std::string size_words(const model::PartSpec& machine) {
  for (const model::Setting& setting : machine.settings) {
    if (setting.name != "size") continue;
    if (const model::MachineSize* size = model::find_machine_size(setting.text)) {
      return tutor::show_count(size->cpus) + " CPU, " + tutor::show_count(size->memory_gb) +
             " GB, " + tutor::show_dollars(size->dollars_month);
    }
  }
  return "";
}

// Lists a button inside a list item of its own, as each part of the diagram is.
Pressed list_part(Screen& screen, const std::string& key, std::string name, const Rect& rect,
                  bool selected) {
  Node item;
  item.id = node_id(key + "/item");
  item.role = Role::list_item;
  item.layer = screen.layer;
  item.rect = rect;
  screen.mirror.add(item);
  screen.mirror.open(item.id);
  Node node;
  node.id = node_id(key);
  node.role = Role::button;
  node.name = std::move(name);
  node.expanded = selected ? 1 : 0;
  node.rect = rect;
  const Pressed pressed = pressable(screen, std::move(node));
  screen.mirror.close();
  return pressed;
}

// A full memory is how a database likes it, so only CPU and disk turn red.
Color meter_color(const Palette& c, double share) {
  return share >= 0.95 ? c.bad : share >= 0.8 ? c.strained : c.good;
}

// A machine's CPU, memory and disk along the foot of its frame.
void draw_meters(const Screen& screen, const Rect& r, const PartState& state) {
  const Palette& c = screen.colors;
  const double shares[] = {state.cpu, state.memory, state.disk};
  const char* const names[] = {"CPU", "Memory", "Disk"};
  const char* const brief[] = {"CPU", "Mem", "Disk"};
  // A narrow frame has room for one: the busier of CPU and disk.
  const bool narrow = r.width < 190;
  const int busier = state.disk > state.cpu ? 2 : 0;
  const float third = narrow ? r.width - 16 : (r.width - 16) / 3;
  for (int i = 0; i < 3; ++i) {
    if (narrow && i != busier) continue;
    const float x = r.x + 8 + (narrow ? 0 : third * static_cast<float>(i));
    const float y = r.y + r.height - 32;
    const double share = shares[i];
    std::string text = std::string(names[i]) + " " + percent(share);
    if (text_width(screen, text, 12) > third - 6) {
      text = std::string(brief[i]) + " " + percent(share);
    }
    const Color color = i == 1 ? c.accent : meter_color(c, share);
    draw_text(screen, x, y, fit_text(screen, text, 12, third - 4), 12, c.text);
    draw_bar(screen, {x, y + 17, third - 8, 6}, share, color);
  }
}

// A brief frame's head: its name where there is room, and the busier of CPU and disk.
void draw_brief_head(const Screen& screen, const Rect& r, const std::string& label,
                     const PartState* state) {
  const float inner = r.width - 6;
  std::string text = label;
  if (state != nullptr) {
    const bool disk = state->disk > state->cpu;
    const double share = disk ? state->disk : state->cpu;
    const std::string meter = (disk ? "Disk " : "CPU ") + percent(share);
    text = label + " · " + meter;
    if (text_width(screen, text, 11) > inner) text = meter;
    if (text_width(screen, text, 11) > inner) text = percent(share);
    draw_bar(screen, {r.x + 3, r.y + 17, inner, 4}, share, meter_color(screen.colors, share));
  }
  draw_text(screen, r.x + 3, r.y + 3, fit_text(screen, text, 11, inner), 11, screen.colors.text);
}

bool draw_machine(Screen& screen, const MachinePlace& place, const DiagramInput& input,
                  bool brief) {
  const Palette& c = screen.colors;
  const model::PartSpec& spec = input.scenario->parts[static_cast<std::size_t>(place.part)];
  const PartState* state = state_of(input, place.part);
  const Rect& r = place.rect;
  std::string title = spec.label;
  const std::string size = size_words(spec);
  if (!size.empty()) title += " · " + size;
  std::string words = title;
  if (state != nullptr) words += ": " + part_in_words(*state);

  const bool well = state == nullptr || state->health == Health::up;
  const bool selected = is_selected(input, place.part);
  fill_rect(screen, r, faded(c.control, 0.10f), 8);
  // The frame's head is what is pressed: the cards inside are parts of their own.
  const Pressed pressed =
      list_part(screen, part_key(input.key, spec.id), words, {r.x, r.y, r.width, 24}, selected);
  const bool marked = selected || pressed.hovered;
  stroke_rect(screen, r,
              marked ? c.accent
              : well ? c.control
                     : health_color(c, state->health),
              well && !marked ? 1.0f : 2.0f, 8);
  if (brief) {
    draw_brief_head(screen, r, spec.label, state);
    return pressed.pressed;
  }
  const bool fits = text_width(screen, title, 12, true) <= r.width - 16;
  draw_text(screen, r.x + 8, r.y + 4,
            fits ? title : fit_text(screen, spec.label, 12, r.width - 16, true), 12, c.text, true);
  if (state != nullptr) draw_meters(screen, r, *state);
  return pressed.pressed;
}

void strike_through(const Screen& screen, const Rect& r) {
  draw_line(screen, r.x, r.y + r.height, r.x + r.width, r.y, faded(screen.colors.bad, 0.6f), 2);
}

// Name, and below it the most urgent thing to know.
void draw_brief_card(const Screen& screen, const Rect& r, const std::string& label,
                     const PartState* state) {
  const Palette& c = screen.colors;
  const float inner = r.width - 8;
  draw_text(screen, r.x + 4, r.y + 3, fit_text(screen, label, 11, inner, true), 11, c.text, true);
  if (state == nullptr) return;
  const bool stopped = state->health == Health::down || state->health == Health::restarting;
  if (stopped) strike_through(screen, r);
  if (r.height >= 38) {
    std::string text = has_workers(*state)
                           ? state->waiting > 0 ? tutor::show_count(state->waiting) + " wait"
                                                : percent(state->utilisation)
                           : tutor::show_count(std::round(state->arrival_rps)) + "/s";
    if (stopped) text = health_word(state->health);
    const Color color = state->health == Health::up ? c.muted : health_color(c, state->health);
    draw_text(screen, r.x + 4, r.y + 18, fit_text(screen, text, 11, inner), 11, color);
  }
  if (has_workers(*state) && !stopped) {
    draw_bar(screen, {r.x + 4, r.y + r.height - 6, inner, 4}, state->utilisation,
             health_color(c, state->health));
  }
}

// Name, how busy, how many wait; as far as the card's height goes.
void draw_full_card(const Screen& screen, const Rect& r, const std::string& label,
                    const PartState* state) {
  const Palette& c = screen.colors;
  const float inner = r.width - 16;
  // A low card keeps its two lines; the bar and the queue come with the height.
  const float top = r.height < 50 ? 3.0f : 6.0f;
  const float second = r.height < 50 ? 19.0f : 25.0f;
  draw_text(screen, r.x + 8, r.y + top, fit_text(screen, label, 14, inner, true), 14, c.text, true);
  if (state == nullptr) return;
  const Health health = state->health;
  if (health == Health::down || health == Health::restarting) {
    draw_text(screen, r.x + 8, r.y + second, fit_text(screen, health_word(health), 13, inner, true),
              13, c.bad, true);
    strike_through(screen, r);
    return;
  }
  if (!has_workers(*state)) {
    const std::string rate = tutor::show_count(std::round(state->arrival_rps)) + "/s";
    draw_text(screen, r.x + 8, r.y + second, fit_text(screen, rate, 13, inner), 13, c.muted);
    return;
  }
  std::string busy = percent(state->utilisation) + " busy";
  if (health != Health::up) {
    const std::string with_state = busy + ", " + std::string(health_word(health));
    const bool fits = text_width(screen, with_state, 13) <= inner;
    busy = fits ? with_state : std::string(health_word(health));
  }
  draw_text(screen, r.x + 8, r.y + second, fit_text(screen, busy, 13, inner), 13,
            health == Health::up ? c.muted : health_color(c, health));
  if (r.height >= 54) {
    draw_bar(screen, {r.x + 8, r.y + 43, inner, 6}, state->utilisation, health_color(c, health));
  }
  if (r.height >= 70) {
    const std::string waiting = tutor::show_count(state->waiting) + " waiting";
    draw_text(screen, r.x + 8, r.y + 54, fit_text(screen, waiting, 13, inner), 13,
              state->waiting > 0 ? c.text : c.muted);
  }
  if (r.height >= 86) {
    const double full = state->queue_limit > 0 ? static_cast<double>(state->waiting) /
                                                     static_cast<double>(state->queue_limit)
                                               : 0.0;
    draw_bar(screen, {r.x + 8, r.y + 73, inner, 6}, full, full >= 0.95 ? c.bad : c.strained);
  }
}

bool draw_card(Screen& screen, const CardPlace& place, const DiagramInput& input, bool brief) {
  const Palette& c = screen.colors;
  const model::PartSpec& spec = input.scenario->parts[static_cast<std::size_t>(place.part)];
  const PartState* state = state_of(input, place.part);
  const Rect& r = place.rect;

  std::string words = spec.label;
  if (state != nullptr) words += ": " + part_in_words(*state);
  words += sends_to(*input.scenario, spec.id);
  fill_rect(screen, r, c.card);
  const bool selected = is_selected(input, place.part);
  const Pressed pressed =
      list_part(screen, part_key(input.key, spec.id), std::move(words), r, selected);
  const Health health = state != nullptr ? state->health : Health::up;
  const Color color = health == Health::up ? c.control : health_color(c, health);
  const bool marked = selected || pressed.hovered;
  stroke_rect(screen, r, marked ? c.accent : color, health != Health::up || marked ? 2.0f : 1.0f);
  if (brief) {
    draw_brief_card(screen, r, spec.label, state);
  } else {
    draw_full_card(screen, r, spec.label, state);
  }
  return pressed.pressed;
}

// What there is to say of a link: nothing while it is whole and has no limit to its bytes.
std::string link_in_words(const model::LinkSpec& spec, const model::LinkState& state) {
  if (state.health == Health::down) return "down";
  if (spec.mbps <= 0) return "";
  return percent(state.utilisation) + " full";
}

void list_link(Screen& screen, const DiagramInput& input, const model::LinkSpec& spec,
               const std::string& words, const Rect& rect) {
  const auto label = [&](std::string_view id) {
    const auto part = static_cast<std::size_t>(part_index(*input.scenario, id));
    return input.scenario->parts[part].label;
  };
  Node item;
  item.id = node_id(input.key + "/link/" + spec.from + ">" + spec.to);
  item.role = Role::list_item;
  item.layer = screen.layer;
  item.name = "Link from " + label(spec.from) + " to " + label(spec.to) + ": " + words;
  item.rect = rect;
  screen.mirror.add(std::move(item));
}

// What is known of a link now; without a run nothing is.
model::LinkState state_of(const DiagramInput& input, const LinkPlace& link) {
  const auto index = static_cast<std::size_t>(link.link);
  return index < input.links.size() ? input.links[index] : model::LinkState{};
}

Color link_color(const Palette& c, Health health) {
  return health == Health::up ? c.control : health_color(c, health);
}

bool is_chosen(const DiagramInput& input, const LinkPlace& link) {
  return is_selected(input, link.from) || is_selected(input, link.to);
}

void draw_link(const Screen& screen, const LinkPlace& link, const DiagramInput& input) {
  const Health health = state_of(input, link).health;
  const bool chosen = is_chosen(input, link);
  const bool well = health == Health::up;
  const Color color = chosen && well ? screen.colors.accent : link_color(screen.colors, health);
  stroke_link(screen, link, color, well && !chosen ? 1.5f : 3.0f);
  constexpr float kTip = 6;
  const Point& tip = link.way[3];
  const Point& before = link.way[2];
  const float length = std::max(std::hypot(tip.x - before.x, tip.y - before.y), 0.01f);
  const float ux = (tip.x - before.x) / length * kTip;
  const float uy = (tip.y - before.y) / length * kTip;
  ImGui::GetWindowDrawList()->AddTriangleFilled(
      screen.at(tip.x, tip.y), screen.at(tip.x - ux - uy / 2, tip.y - uy + ux / 2),
      screen.at(tip.x - ux + uy / 2, tip.y - uy - ux / 2), color);
}

// How full the link is, or that it is down, below the card that it leaves.
void draw_link_tag(Screen& screen, const LinkPlace& link, const DiagramInput& input,
                   const Rect& card) {
  const Palette& c = screen.colors;
  const model::LinkSpec& spec = input.scenario->links[static_cast<std::size_t>(link.link)];
  const model::LinkState state = state_of(input, link);
  const std::string words = link_in_words(spec, state);
  if (words.empty()) return;
  const bool well = state.health == Health::up;
  const Color color = link_color(c, state.health);
  const float width = text_width(screen, words, 12, true) + 8;
  const Rect tag{card.x + (card.width - width) / 2, card.y + card.height + 1, width, 18};
  fill_rect(screen, tag, c.pane);
  stroke_rect(screen, tag, color, well ? 1.0f : 2.0f);
  draw_text(screen, tag.x + 4, tag.y + 2, words, 12, well ? c.text : color, true);
  list_link(screen, input, spec, words, tag);
}

}  // namespace

std::string_view health_word(Health health) {
  switch (health) {
    case Health::up:
      return "up";
    case Health::strained:
      return "strained";
    case Health::overloaded:
      return "overloaded";
    case Health::restarting:
      return "restarting";
    case Health::down:
      break;
  }
  return "down";
}

std::uint32_t part_node(std::string_view diagram_key, std::string_view part) {
  return node_id(part_key(diagram_key, part));
}

std::string part_in_words(const PartState& part) {
  std::string words;
  if (model::kind_info(part.kind).is_machine) {
    words = "CPU " + percent(part.cpu) + ", memory " + percent(part.memory) + ", disk " +
            percent(part.disk);
  } else if (!has_workers(part)) {
    words = tutor::show_count(std::round(part.arrival_rps)) + " requests a second";
  } else {
    words = percent(part.utilisation) + " busy, " + tutor::show_count(part.waiting) + " waiting";
  }
  return words + ", " + std::string(health_word(part.health));
}

void stroke_link(const Screen& screen, const LinkPlace& link, Color color, float thickness) {
  constexpr float kRound = 6;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  // From a turn towards the point before or after it, half way at most.
  const auto beside = [&screen](const Point& turn, const Point& other) {
    const float length = std::max(std::hypot(other.x - turn.x, other.y - turn.y), 0.01f);
    const float share = std::min(kRound / length, 0.5f);
    return screen.at(turn.x + (other.x - turn.x) * share, turn.y + (other.y - turn.y) * share);
  };
  draw.PathLineTo(screen.at(link.way[0].x, link.way[0].y));
  const bool turns = link.way[1].y != link.way[2].y;
  for (std::size_t i = 1; turns && i < 3; ++i) {
    const Point& turn = link.way[i];
    draw.PathLineTo(beside(turn, link.way[i - 1]));
    draw.PathBezierQuadraticCurveTo(screen.at(turn.x, turn.y), beside(turn, link.way[i + 1]), 4);
  }
  draw.PathLineTo(screen.at(link.way[3].x, link.way[3].y));
  draw.PathStroke(color, 0, thickness);
}

int draw_diagram(Screen& screen, const Rect& space, const DiagramInput& input,
                 DiagramPlaces& places) {
  places = lay_out(*input.scenario, space);
  Node list;
  list.id = node_id(input.key);
  list.role = Role::list;
  list.layer = screen.layer;
  list.name = input.name;
  list.rect = space;
  screen.mirror.add(list);
  screen.mirror.open(list.id);
  int pressed = -1;
  for (const MachinePlace& place : places.machines) {
    if (draw_machine(screen, place, input, places.brief)) pressed = place.part;
  }
  // Those of chosen parts over the others that share their lanes.
  for (const bool chosen : {false, true}) {
    for (const LinkPlace& link : places.links) {
      if (is_chosen(input, link) == chosen) draw_link(screen, link, input);
    }
  }
  for (const CardPlace& place : places.cards) {
    if (draw_card(screen, place, input, places.brief)) pressed = place.part;
  }
  // Last, so that no card covers what is said of a link.
  for (const LinkPlace& link : places.links) {
    draw_link_tag(screen, link, input, find_card(places, link.from)->rect);
  }
  screen.mirror.close();
  return pressed;
}

}  // namespace tenfold::ui
