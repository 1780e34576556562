// Sizes are the design's: a full card has a tile of 36, a compact one of 30 or 24, a brief one
// of 24.
#include "ui/part_card.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "model/catalogue.h"
#include "tutor/facts.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using model::Health;
using model::PartState;

bool is_hollow(Health health) { return health == Health::down || health == Health::restarting; }

// Name and value as they fit: smaller first, then cut.
void draw_fitted(const Screen& screen, float x, float middle, std::string_view text, float px,
                 float least_px, float width, Color color, bool bold) {
  float fitted = px;
  while (fitted > least_px && text_width(screen, text, fitted, bold) > width) fitted -= 0.5f;
  draw_text(screen, x, middle - fitted * 0.62f, fit_text(screen, text, fitted, width, bold), fitted,
            color, bold);
}

// The most urgent number, as it fits.
std::string value_in(const Screen& screen, const PartState& state, float px, float width,
                     bool is_brief) {
  if (is_hollow(state.health)) return state.health == Health::down ? "down" : "restarting";
  if (!has_workers(state)) return tutor::show_count(std::round(state.arrival_rps)) + "/s";
  const std::string busy = percent(state.utilisation);
  if (is_brief) return busy;
  const std::string words = busy + " busy";
  return text_width(screen, words, px, true) <= width ? words : busy;
}

// What the slots stand for, as far as there is room for it.
std::string slots_in_words(const Screen& screen, std::uint32_t workers, float width) {
  constexpr std::uint32_t kSlots = 10;
  const std::string all = tutor::show_count(workers) + (workers == 1 ? " worker" : " workers");
  if (workers <= kSlots || workers % kSlots != 0) return all;
  const std::string each = "10 slots, " + tutor::show_count(workers / kSlots) + " workers each";
  return text_width(screen, each, size::kAxis) <= width ? each : all;
}

void draw_halo(const Screen& screen, const Rect& r, const PartLooks& looks) {
  if (!looks.is_new) return;
  const Rect halo{r.x - 4, r.y - 4, r.width + 8, r.height + 8};
  stroke_rect(screen, halo, faded(screen.colors.accent, 0.28f), 4, size::kRound + 4);
}

void draw_ring(const Screen& screen, const Rect& r, const PartLooks& looks) {
  if (!looks.is_selected && !looks.is_hovered) return;
  const Color accent = screen.colors.accent;
  const Rect ring{r.x - 3, r.y - 3, r.width + 6, r.height + 6};
  stroke_rect(screen, ring, looks.is_selected ? accent : faded(accent, 0.5f), 2, size::kRound + 3);
}

void draw_body(const Screen& screen, const Rect& r, const PartLooks& looks) {
  const Palette& c = screen.colors;
  const Health health = looks.state != nullptr ? looks.state->health : Health::up;
  draw_halo(screen, r, looks);
  if (is_hollow(health)) {
    fill_rect(screen, r, c.pane, size::kRound);
    draw_dashed_rect(screen, r, c.control, 1.5f, 5, 4, size::kRound);
  } else {
    draw_shadow(screen, r, Depth::card, size::kRound);
    fill_rect(screen, r, c.card, size::kRound);
    const bool well = health == Health::up;
    stroke_rect(screen, r, health_color(c, health, c.soft), well ? 1.0f : 2.0f, size::kRound);
  }
  draw_ring(screen, r, looks);
}

// What its machine does, along the card's foot.
void draw_foot(const Screen& screen, const Rect& foot, const PartState& machine, bool with_words) {
  const Palette& c = screen.colors;
  ImGui::GetWindowDrawList()->AddRectFilled(
      screen.at(foot.x + 1, foot.y), screen.at(foot.x + foot.width - 1, foot.y + foot.height - 1),
      c.machine, size::kRound - 1, ImDrawFlags_RoundCornersBottom);
  const bool disk = machine.disk > machine.cpu;
  const double share = disk ? machine.disk : machine.cpu;
  const bool full = share >= 0.95;
  const Color color = full ? c.bad : share >= 0.8 ? c.strained : c.muted;
  float left = foot.x + 8;
  float right = foot.x + foot.width - 8;
  const float middle = foot.y + foot.height / 2;
  if (with_words) {
    const std::string_view name = disk ? "Disk" : "CPU";
    const std::string value = percent(share);
    const float name_width = text_width(screen, name, size::kLeast);
    const float value_width = text_width(screen, value, size::kLeast);
    draw_text(screen, left, middle - 7, name, size::kLeast, c.text);
    draw_text(screen, right - value_width, middle - 7, value, size::kLeast, c.text);
    left += name_width + 6;
    right -= value_width + 6;
  }
  if (right - left < 8) return;
  draw_meter(screen, {left, middle - 2.5f, right - left, 5}, static_cast<float>(share), color,
             full);
}

void draw_new_pill(const Screen& screen, const Rect& r) {
  const Palette& c = screen.colors;
  constexpr float kHeight = 16;
  draw_pill(screen, r.x + 10, r.y - kHeight / 2 - 3, kHeight, "New", size::kAxis, c.accent,
            c.on_accent, c.accent);
}

// Without room for a line of dots, how many wait stands at the card's corner, or below its tile.
void draw_waiting_pill(const Screen& screen, const Rect& r, const PartState& state,
                       bool is_below = false) {
  if (state.waiting == 0) return;
  const Palette& c = screen.colors;
  const bool full = state.queue_limit > 0 && state.waiting * 100ull >= state.queue_limit * 99ull;
  constexpr float kHeight = 15;
  const std::string words = tutor::show_count(state.waiting);
  const float width = text_width(screen, words, size::kLeast, true) + kHeight * 0.8f;
  const float x = is_below ? r.x + (r.width - width) / 2 : r.x - 3;
  const float y = is_below ? r.y + r.height + 5 : r.y - kHeight / 2;
  draw_pill(screen, x, y, kHeight, words, size::kLeast, full ? c.bad : c.card,
            full ? c.on_bad : c.text, full ? c.bad : c.strained);
}

// The tile alone, as busy as the part or its machine is, and as unwell.
void draw_tile_alone(const Screen& screen, const Rect& r, const PartLooks& looks) {
  constexpr float kRoomForPill = 34;
  draw_halo(screen, r, looks);
  Tile tile{looks.sign.icon, looks.sign.zone};
  for (const PartState* state : {looks.state, looks.machine}) {
    if (state == nullptr) continue;
    tile.health = std::max(tile.health, state->health);
    tile.level = std::max(tile.level, static_cast<float>(state->utilisation));
  }
  draw_tile(screen, tile, r, r.width * 0.6f);
  draw_ring(screen, r, looks);
  if (looks.state != nullptr && r.width >= kRoomForPill) {
    draw_waiting_pill(screen, r, *looks.state, true);
  }
  draw_badge(screen, tile.health, r.x + r.width, r.y + 1);
}

}  // namespace

PartSign sign_of(const model::Scenario& scenario, int part) {
  const auto index = static_cast<std::size_t>(part);
  const model::PartSpec& spec = scenario.parts[index];
  const model::KindInfo& kind = model::kind_info(spec.kind);
  PartSign sign{icon_of_kind(kind.name), kind.zone};
  if (kind.name != "app_server" && kind.name != "database") return sign;
  bool from_queue = false;
  bool from_others = false;
  bool is_copy = false;
  for (std::size_t i = 0; i < scenario.links.size(); ++i) {
    const model::LinkSpec& link = scenario.links[i];
    if (link.to != spec.id) continue;
    const int from = part_index(scenario, link.from);
    if (from < 0) continue;
    const std::string_view sender = scenario.parts[static_cast<std::size_t>(from)].kind;
    (sender == "job_queue" ? from_queue : from_others) = true;
    if (sender != "replica_set") continue;
    // The first that a replica set sends to is the primary; the others copy it.
    const auto first =
        std::find_if(scenario.links.begin(), scenario.links.end(),
                     [&link](const model::LinkSpec& one) { return one.from == link.from; });
    is_copy = first->to != spec.id;
  }
  if (kind.name == "app_server" && from_queue && !from_others) {
    return {Icon::worker, model::Zone::later};
  }
  if (is_copy) sign.icon = Icon::replica;
  return sign;
}

std::string percent(double share) {
  return std::to_string(std::lround(std::clamp(share, 0.0, 9.99) * 100)) + " %";
}

bool has_workers(const PartState& part) { return part.capacity > 0; }

void draw_part(const Screen& screen, const CardPlace& place, const PartLooks& looks,
               const DiagramPlaces& places) {
  const Palette& c = screen.colors;
  const Rect& r = place.rect;
  if (place.is_tile) return draw_tile_alone(screen, r, looks);
  const bool is_full = places.density == Density::full;
  const bool is_brief = places.density >= Density::brief;
  draw_body(screen, r, looks);
  const float height = r.height - place.foot.height;
  const Health health = looks.state != nullptr ? looks.state->health : Health::up;
  const bool slots = places.has_slots && is_full && looks.state != nullptr &&
                     has_workers(*looks.state) && !is_hollow(health) && height >= 88;

  // Narrow cards have no room for a tile beside their words.
  constexpr float kRoomForTile = 70;
  const float tile = is_full ? 36.0f : is_brief || r.width < 110 ? 24.0f : 30.0f;
  float x = r.x + 4;
  if (r.width >= kRoomForTile) {
    const float left = r.x + (is_full ? 10.0f : is_brief ? 4.0f : 7.0f);
    const float top = slots ? r.y + 10 : r.y + (height - tile) / 2;
    const float level =
        looks.state != nullptr ? static_cast<float>(looks.state->utilisation) : 0.0f;
    draw_tile(screen, {looks.sign.icon, looks.sign.zone, health, level}, {left, top, tile, tile},
              is_full      ? 22.0f
              : tile >= 30 ? 18.0f
                           : 15.0f);
    x = left + tile + (is_full ? 9.0f : 6.0f);
  }
  const float width = r.x + r.width - x - (is_brief ? 3.0f : 6.0f);
  const float name_px = is_full ? 14.0f : is_brief ? 11.0f : 12.0f;
  const float least_px = is_full ? 12.0f : is_brief ? 9.5f : 10.0f;
  const float value_px = is_full ? 12.0f : is_brief ? 10.0f : 11.0f;
  const float middle = slots ? r.y + 28 : r.y + height / 2;
  const float apart = looks.state == nullptr ? 0 : is_full ? 9.0f : is_brief ? 7.0f : 8.0f;
  draw_fitted(screen, x, middle - apart, looks.label, name_px, least_px, width, c.text, true);
  if (looks.state != nullptr) {
    draw_fitted(screen, x, middle + apart,
                value_in(screen, *looks.state, value_px, width, is_brief), value_px, 9.5f, width,
                health_text_color(c, health), health != Health::up);
  }
  if (slots) {
    const Color hue = c.zone(looks.sign.zone);
    draw_slots(screen, r.x + 10, r.y + 56, r.width - 20,
               static_cast<float>(looks.state->utilisation), health_color(c, health, hue));
    const float inner = r.width - 20;
    draw_text(
        screen, r.x + 10, r.y + 69,
        fit_text(screen, slots_in_words(screen, looks.state->capacity, inner), size::kAxis, inner),
        size::kAxis, c.muted);
  }
  if (place.foot.height > 0 && looks.machine != nullptr && !is_hollow(health)) {
    draw_foot(screen, place.foot, *looks.machine, !is_brief);
  }
  if (looks.state != nullptr && place.tray.width <= 0) draw_waiting_pill(screen, r, *looks.state);
  if (looks.is_new) draw_new_pill(screen, r);
  draw_badge(screen, health, r.x + r.width - 4, r.y + 3);
}

}  // namespace tenfold::ui
