// Memory stays muted however full it is, because full is how a database likes it.
#include "ui/machine_chassis.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ui/part_card.h"
#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

using model::Health;
using model::PartState;

// Warm air over the lid.
void draw_heat(const Screen& screen, const Rect& r) {
  constexpr int kSquiggles = 5;
  constexpr float kHeight = 28;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (int i = 0; i < kSquiggles; ++i) {
    const float x = r.x + r.width * (0.34f + 0.11f * static_cast<float>(i));
    const float y = r.y - 6;
    const float half = kHeight / 2;
    draw.PathLineTo(screen.at(x, y));
    draw.PathBezierCubicCurveTo(screen.at(x + 5, y - half * 0.4f),
                                screen.at(x - 5, y - half * 0.6f), screen.at(x, y - half), 6);
    draw.PathBezierCubicCurveTo(screen.at(x + 5, y - half * 1.4f),
                                screen.at(x - 5, y - half * 1.6f), screen.at(x, y - kHeight), 6);
    draw.PathStroke(faded(screen.colors.bad, i % 2 == 0 ? 0.3f : 0.55f), 0, 2);
  }
}

void draw_lid(const Screen& screen, const Rect& r, const ChassisLooks& looks, float lid) {
  const Palette& c = screen.colors;
  const Health health = looks.state != nullptr ? looks.state->health : Health::up;
  if (health == Health::overloaded) {
    constexpr float kGlow = 40;
    const Color hot = faded(c.bad, c.shadow_factor > 1 ? 0.24f : 0.2f);
    ImGui::GetWindowDrawList()->AddRectFilledMultiColor(
        screen.at(r.x + 2, r.y + 2), screen.at(r.x + r.width - 2, r.y + std::min(kGlow, r.height)),
        hot, hot, faded(c.bad, 0), faded(c.bad, 0));
  }
  const float middle = r.y + lid / 2;
  float x = r.x + (lid >= 30 ? 14.0f : 8.0f);
  if (lid >= 30) {
    draw_icon(screen, Icon::machine, x, middle - 9, 18, health_color(c, health, c.muted));
    x += 26;
  }
  // Four vents and a lamp at the right.
  float right = r.x + r.width - 16;
  const ImVec2 lamp = screen.at(right, middle);
  if (health == Health::down || health == Health::restarting) {
    ImGui::GetWindowDrawList()->AddCircle(lamp, 3, c.control, 0, 1.25f);
  } else {
    ImGui::GetWindowDrawList()->AddCircleFilled(lamp, 3, health_color(c, health, c.good));
  }
  right -= 10;
  if (r.width >= 220) {
    for (int i = 0; i < 4; ++i) {
      fill_rect(screen, {right - 2.5f, middle - 6, 2.5f, 12}, faded(c.muted, 0.45f), 1);
      right -= 6;
    }
  }
  const float px = lid >= 30 ? 13.0f : 12.0f;
  const float width = right - x - 6;
  const std::string name = fit_text(screen, looks.label, px, width, true);
  draw_text(screen, x, middle - px * 0.62f, name, px, c.text, true);
  const float name_width = text_width(screen, name, px, true);
  if (looks.size.empty() || name_width + 8 + text_width(screen, looks.size, 12) > width) return;
  draw_text(screen, x + name_width + 8, middle - 12 * 0.62f, looks.size, 12,
            health == Health::overloaded ? c.text : c.muted);
}

void draw_meters(const Screen& screen, const Rect& r, const PartState& state, float foot) {
  const Palette& c = screen.colors;
  const std::array<double, 3> shares{state.cpu, state.memory, state.disk};
  constexpr std::array<std::string_view, 3> kNames{"CPU", "Memory", "Disk"};
  constexpr std::array<std::string_view, 3> kBrief{"CPU", "Mem", "Disk"};
  constexpr std::size_t kMemory = 1;
  // A narrow chassis has room for one: the busier of CPU and disk.
  const bool narrow = r.width < 190;
  const std::size_t busier = state.disk > state.cpu ? 2 : 0;
  const float inner = r.width - 28;
  const float each = narrow ? inner : (inner - 2 * 16) / 3;
  float x = r.x + 14;
  const float y = r.y + r.height - foot + (foot >= 40 ? 8.0f : 2.0f);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (narrow && i != busier) continue;
    const auto share = static_cast<float>(shares[i]);
    const bool full = share >= 0.95f && i != kMemory;
    const Color color = full ? c.bad : share >= 0.8f && i != kMemory ? c.strained : c.muted;
    const std::string value = percent(share);
    const float value_width = text_width(screen, value, 12, full);
    const bool has_room = text_width(screen, kNames[i], 12) + value_width + 6 <= each;
    draw_text(screen, x, y, has_room ? kNames[i] : kBrief[i], 12, full ? c.text : c.muted);
    draw_text(screen, x + each - value_width, y, value, 12, full ? c.bad : c.text, full);
    draw_meter(screen, {x, y + 17, each, 6}, share, color, full);
    x += each + 16;
  }
}

}  // namespace

void draw_chassis(const Screen& screen, const Rect& rect, const ChassisLooks& looks,
                  const DiagramPlaces& places, const std::vector<Bay>& bays) {
  const Palette& c = screen.colors;
  const Health health = looks.state != nullptr ? looks.state->health : Health::up;
  const bool hollow = health == Health::down || health == Health::restarting;
  const float round = places.density == Density::full ? size::kMachineRound : size::kRound;
  if (health == Health::overloaded && places.density == Density::full) draw_heat(screen, rect);
  if (hollow) {
    draw_dashed_rect(screen, rect, c.control, 1.5f, 5, 4, round);
  } else {
    draw_shadow(screen, rect, Depth::card, round);
    fill_rect(screen, rect, c.machine, round);
    for (const Bay& bay : bays) {
      fill_rect(screen, bay.around, mixed(c.machine, c.zone(bay.zone), c.band_share - 0.01f),
                size::kRound);
    }
    const bool well = health == Health::up;
    stroke_rect(screen, rect, health_color(c, health, c.machine_line), well ? 1.0f : 2.0f, round);
  }
  draw_lid(screen, rect, looks, places.chassis.lid);
  if (looks.state != nullptr && !hollow && places.chassis.foot >= 24) {
    draw_meters(screen, rect, *looks.state, places.chassis.foot);
  }
  if (looks.is_selected || looks.is_hovered) {
    const Rect ring{rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6};
    stroke_rect(screen, ring, looks.is_selected ? c.accent : faded(c.accent, 0.5f), 2, round + 3);
  }
  draw_badge(screen, health, rect.x + rect.width - 4, rect.y + 3);
}

}  // namespace tenfold::ui
