// From behind to the front: zones, machines, links, those that wait, cards, what is said of links.
#include "ui/diagram.h"

#include <algorithm>
#include <cmath>

#include "model/catalogue.h"
#include "tutor/facts.h"
#include "ui/folded_diagram.h"
#include "ui/link_lines.h"
#include "ui/machine_chassis.h"
#include "ui/part_card.h"
#include "ui/queue_tray.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using model::Health;
using model::PartState;

std::string part_key(std::string_view diagram_key, std::string_view part) {
  return std::string(diagram_key) + "/part/" + std::string(part);
}

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

// What is at least pressed of a machine that is the foot of a card; the card answers above it.
constexpr float kFootTarget = 24;

// Lists a button inside a list item of its own, as each part of the diagram is.
Pressed list_part(Screen& screen, const std::string& key, std::string name, const Rect& rect,
                  bool selected) {
  open_group(screen, Role::list_item, key + "/item", "", rect);
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

// Captions of zones, on bands of their hue behind the parts that stand outside of machines.
constexpr float kCaption = 24;  // the height of a zone's name

void draw_zone_name(const Screen& screen, const Rect& band, model::Zone zone) {
  draw_text(screen, band.x + 10, band.y + 7, zone_name(zone), size::kCaption,
            screen.colors.zone(zone), true);
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// All of them or, where one has no room, none.
void draw_bands(const Screen& screen, const Rect& space, const DiagramInput& input,
                const DiagramPlaces& places) {
  if (!places.has_slots) return;
  struct Band {
    Rect rect;
    model::Zone zone;
  };
  std::vector<Band> bands;
  for (const CardPlace& card : places.cards) {
    const model::PartSpec& spec = input.scenario->parts[static_cast<std::size_t>(card.part)];
    if (machine_of(*input.scenario, spec) >= 0) continue;
    const Rect whole = with_tray(card);
    const Rect rect{whole.x - 12, whole.y - kCaption - 6, whole.width + 24,
                    whole.height + kCaption + 18};
    if (rect.y < space.y) return;
    for (const Band& other : bands) {
      if (overlap(rect, other.rect)) return;
    }
    bands.push_back({rect, sign_of(*input.scenario, card.part).zone});
  }
  const Palette& c = screen.colors;
  for (const Band& band : bands) {
    fill_rect(screen, band.rect, mixed(c.pane, c.zone(band.zone), c.band_share), 12);
    draw_zone_name(screen, band.rect, band.zone);
  }
}

// A faint grid of dots, which says that this is a place where things stand.
void draw_ground(const Screen& screen, const Rect& space) {
  constexpr float kPitch = 24;
  constexpr float kDot = 0.8f;
  const Color color = faded(screen.colors.text, 0.10f);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (float y = space.y + kPitch / 2; y < space.y + space.height; y += kPitch) {
    for (float x = space.x + kPitch / 2; x < space.x + space.width; x += kPitch) {
      const ImVec2 at = screen.at(x, y);
      draw.AddRectFilled(at - ImVec2(kDot, kDot), at + ImVec2(kDot, kDot), color);
    }
  }
}

// The places inside a chassis, by zone.
std::vector<Bay> bays_of(const DiagramInput& input, const DiagramPlaces& places,
                         const MachinePlace& machine) {
  std::vector<Bay> bays;
  if (places.density == Density::brief) return bays;
  const float pad = places.chassis.pad / 2;
  const float top = machine.rect.y + places.chassis.lid;
  const float bottom = machine.rect.y + machine.rect.height - places.chassis.foot;
  for (const CardPlace& card : places.cards) {
    const model::PartSpec& spec = input.scenario->parts[static_cast<std::size_t>(card.part)];
    if (machine_of(*input.scenario, spec) != machine.part) continue;
    const Rect whole = with_tray(card);
    const model::Zone zone = sign_of(*input.scenario, card.part).zone;
    bays.push_back({{whole.x - pad, top, whole.width + 2 * pad, bottom - top}, zone});
  }
  return bays;
}

bool draw_machine(Screen& screen, const MachinePlace& place, const DiagramInput& input,
                  const DiagramPlaces& places) {
  const model::PartSpec& spec = input.scenario->parts[static_cast<std::size_t>(place.part)];
  const PartState* state = state_of(input, place.part);
  const Rect& r = place.rect;
  ChassisLooks looks;
  looks.label = spec.label;
  looks.size = size_words(spec);
  looks.state = state;
  looks.is_selected = is_selected(input, place.part);
  std::string words = spec.label;
  if (!looks.size.empty()) words += " · " + looks.size;
  if (state != nullptr) words += ": " + part_in_words(*state);
  // The head of a chassis is what is pressed: the cards inside are parts of their own.
  const Rect target = place.is_foot
                          ? Rect{r.x, r.y + r.height - kFootTarget, r.width, kFootTarget}
                          : Rect{r.x, r.y, r.width, std::max(places.chassis.lid, kFootTarget)};
  const Pressed pressed =
      list_part(screen, part_key(input.key, spec.id), words, target, looks.is_selected);
  looks.is_hovered = pressed.hovered;
  if (place.is_foot) return pressed.pressed;
  const std::vector<Bay> bays = bays_of(input, places, place);
  draw_chassis(screen, r, looks, places, bays);
  for (const Bay& bay : bays) {
    const bool has_room =
        std::none_of(places.cards.begin(), places.cards.end(), [&bay](const CardPlace& card) {
          const bool inside =
              card.rect.x >= bay.around.x && card.rect.x < bay.around.x + bay.around.width;
          return inside && card.rect.y > bay.around.y && card.rect.y < bay.around.y + kCaption + 14;
        });
    if (has_room && places.has_slots) draw_zone_name(screen, bay.around, bay.zone);
  }
  return pressed.pressed;
}

// `target`: what answers to a press.
bool draw_card_of(Screen& screen, const CardPlace& place, const DiagramInput& input,
                  const DiagramPlaces& places, Rect target) {
  const auto index = static_cast<std::size_t>(place.part);
  const model::PartSpec& spec = input.scenario->parts[index];
  PartLooks looks;
  looks.label = spec.label;
  looks.sign = sign_of(*input.scenario, place.part);
  looks.state = state_of(input, place.part);
  looks.is_selected = is_selected(input, place.part);
  looks.is_new = index < input.is_new.size() && input.is_new[index];
  const int machine = machine_of(*input.scenario, spec);
  if (machine >= 0 && (place.foot.height > 0 || places.density == Density::folded)) {
    looks.machine = state_of(input, machine);
  }
  std::string words = spec.label;
  if (looks.is_new) words += ", new";
  if (looks.state != nullptr) words += ": " + part_in_words(*looks.state);
  words += sends_to(*input.scenario, spec.id);
  if (place.foot.height > 0) target.height -= kFootTarget;
  const Pressed pressed =
      list_part(screen, part_key(input.key, spec.id), std::move(words), target, looks.is_selected);
  looks.is_hovered = pressed.hovered;
  if (looks.state != nullptr && place.tray.width > 0) {
    draw_queue_tray(screen, place.tray, *looks.state);
  }
  draw_part(screen, place, looks, places);
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

bool is_chosen(const DiagramInput& input, const LinkPlace& link) {
  return is_selected(input, link.from) || is_selected(input, link.to);
}

LinkLooks looks_of(const Screen& screen, const DiagramInput& input, const LinkPlace& link) {
  LinkLooks looks;
  looks.health = state_of(input, link).health;
  looks.is_chosen = is_chosen(input, link);
  looks.is_order = sign_of(*input.scenario, link.from).icon == Icon::autoscaler;
  looks.hue = screen.colors.zone(sign_of(*input.scenario, link.to).zone);
  // What arrives there, shared by those who send: the model counts calls by part, not by link.
  const PartState* to = state_of(input, link.to);
  if (to == nullptr) return looks;
  const std::string& id = input.scenario->parts[static_cast<std::size_t>(link.to)].id;
  const auto senders = std::count_if(input.scenario->links.begin(), input.scenario->links.end(),
                                     [&id](const model::LinkSpec& one) { return one.to == id; });
  looks.rate_rps = to->arrival_rps / static_cast<double>(std::max<std::ptrdiff_t>(senders, 1));
  return looks;
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
  const Color color = health_color(c, state.health, c.control);
  const float width = text_width(screen, words, 12, true) + 8;
  const Rect tag{card.x + (card.width - width) / 2, card.y + card.height + 1, width, 18};
  fill_rect(screen, tag, c.pane);
  stroke_rect(screen, tag, color, well ? 1.0f : 2.0f);
  draw_text(screen, tag.x + 4, tag.y + 2, words, 12, well ? c.text : color, true);
  list_link(screen, input, spec, words, tag);
}

// A zone as a row: its button, then its parts, then their machines, which have no sign of their own
// here: their load is in their parts' tiles.
int draw_zone(Screen& screen, const ZoneRow& row, const DiagramInput& input,
              const DiagramPlaces& places) {
  int pressed = -1;
  const std::string key = input.key + "/zone/" + std::string(zone_name(row.zone));
  open_group(screen, Role::list_item, key, "", row.rect);
  bool turned = draw_row(screen, key, row, input.parts);
  // Tiles that stand too close for a pointer leave the whole row to the row.
  const float least = screen.viewport.touch ? size::kTouchTarget : kFootTarget;
  const bool is_tight = !row.is_open && row.pitch < least;
  if (is_tight && press_row(screen, row)) turned = true;
  open_group(screen, Role::list, key + "/parts", "Parts of " + std::string(zone_name(row.zone)),
             row.rect);
  const std::vector<model::PartSpec>& specs = input.scenario->parts;
  for (const int part : row.parts) {
    const CardPlace& place = *find_card(places, part);
    Rect target = place.rect;
    if (place.is_tile) {
      const float width = std::clamp(row.pitch, kFootTarget, size::kTouchTarget);
      target = {target.x - (width - target.width) / 2, row.rect.y, width,
                std::max(row.rect.height, kFootTarget)};
    }
    if (draw_card_of(screen, place, input, places, target)) pressed = part;
    const int machine = machine_of(*input.scenario, specs[static_cast<std::size_t>(part)]);
    const auto runs_there = [&](const model::PartSpec& one) {
      return machine_of(*input.scenario, one) == machine;
    };
    const auto first = std::find_if(specs.begin(), specs.end(), runs_there);
    const bool is_first = machine >= 0 && first - specs.begin() == part;
    if (is_first && draw_machine(screen, {machine, target, true}, input, places)) {
      pressed = machine;
    }
  }
  screen.mirror.close();
  if (!is_tight && press_row(screen, row)) turned = true;
  screen.mirror.close();
  if (turned && row.may_turn && input.open_zone != nullptr) {
    *input.open_zone = row.is_open ? OpenZone() : OpenZone(row.zone);
  }
  return pressed;
}

int draw_folded(Screen& screen, const Rect& space, const DiagramInput& input,
                DiagramPlaces& places) {
  const OpenZone open = input.open_zone != nullptr ? *input.open_zone : OpenZone();
  fold(*input.scenario, input.parts, open, space, places);
  int pressed = -1;
  for (const ZoneRow& row : places.rows) {
    const int part = draw_zone(screen, row, input, places);
    if (part >= 0) pressed = part;
  }
  draw_row_ways(screen, places, input.parts);
  for (const LinkPlace& link : places.links) {
    const model::LinkSpec& spec = input.scenario->links[static_cast<std::size_t>(link.link)];
    const std::string words = link_in_words(spec, state_of(input, link));
    if (!words.empty()) list_link(screen, input, spec, words, space);
  }
  return pressed;
}

int draw_unfolded(Screen& screen, const Rect& space, const DiagramInput& input,
                  const DiagramPlaces& places) {
  draw_bands(screen, space, input, places);
  int pressed = -1;
  for (const MachinePlace& place : places.machines) {
    if (draw_machine(screen, place, input, places)) pressed = place.part;
  }
  // Those of chosen parts over the others that share their lanes.
  for (const bool chosen : {false, true}) {
    for (const LinkPlace& link : places.links) {
      if (is_chosen(input, link) == chosen) draw_link(screen, link, looks_of(screen, input, link));
    }
  }
  for (const CardPlace& place : places.cards) {
    if (draw_card_of(screen, place, input, places, place.rect)) pressed = place.part;
  }
  // Last, so that no card covers what is said of a link.
  for (const LinkPlace& link : places.links) {
    draw_link_tag(screen, link, input, find_card(places, link.from)->rect);
  }
  return pressed;
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

int draw_diagram(Screen& screen, const Rect& space, const DiagramInput& input,
                 DiagramPlaces& places) {
  places = lay_out(*input.scenario, space, input.is_board);
  open_group(screen, Role::list, input.key, input.name, space);
  draw_ground(screen, space);
  const int pressed = places.density == Density::folded
                          ? draw_folded(screen, space, input, places)
                          : draw_unfolded(screen, space, input, places);
  draw_failure_labels(screen, input.failures, places, input.key);
  screen.mirror.close();
  return pressed;
}

}  // namespace tenfold::ui
