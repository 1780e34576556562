// One dot is one request that waits, as long as there is room; the number above counts all.
#include "ui/queue_tray.h"

#include <algorithm>
#include <string>

#include "tutor/facts.h"

namespace tenfold::ui {

void draw_queue_tray(const Screen& screen, const Rect& tray, const model::PartState& part) {
  constexpr float kPitch = 8;
  constexpr float kRadius = 0.36f * kPitch;
  constexpr float kRail = 1.75f;
  constexpr float kCountPx = 11;
  const Palette& c = screen.colors;
  if (part.health == model::Health::down || part.health == model::Health::restarting) return;
  const int rows = std::max(static_cast<int>((tray.height - 6) / kPitch), 1);
  const int columns = std::max(static_cast<int>((tray.width - 2) / kPitch), 1);
  const auto room = static_cast<std::uint32_t>(rows * columns);
  const bool full = part.queue_limit > 0 && part.waiting * 100ull >= part.queue_limit * 99ull;
  const Color rail = full ? c.bad : part.waiting > room ? c.strained : c.wire;
  const float height = static_cast<float>(rows) * kPitch + 6;
  const float top = tray.y + (tray.height - height) / 2;
  const float right = tray.x + tray.width;
  fill_rect(screen, {tray.x, top, tray.width, height}, faded(c.text, 0.05f), 0);
  draw_line(screen, tray.x, top, right, top, rail, kRail);
  draw_line(screen, tray.x, top + height, right, top + height, rail, kRail);
  if (full) draw_line(screen, tray.x, top - 2, tray.x, top + height + 2, c.bad, 3);
  const std::uint32_t shown = std::min(part.waiting, room);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (std::uint32_t i = 0; i < shown; ++i) {
    const auto column = static_cast<float>(i / static_cast<std::uint32_t>(rows));
    const auto row = static_cast<float>(i % static_cast<std::uint32_t>(rows));
    draw.AddCircleFilled(
        screen.at(right - 4 - kPitch * column - 1, top + 3 + kPitch * (row + 0.5f)), kRadius,
        c.accent, 8);
  }
  if (part.waiting == 0) return;
  const std::string count = tutor::show_count(part.waiting);
  std::string words = count + " wait" + (full ? " · full" : "");
  if (text_width(screen, words, kCountPx, true) > tray.width + 8) {
    words = count + (full ? " · full" : "");
  }
  const float width = text_width(screen, words, kCountPx, true);
  // From the part outwards; longer words reach over the mouth.
  draw_text(screen, std::max(right - width, std::min(tray.x, right - width)), top - kCountPx - 5,
            words, kCountPx, full ? c.bad : c.text, true);
}

}  // namespace tenfold::ui
