// Places are tried one after another from the line's end.
#include "ui/labels.h"

#include <algorithm>
#include <cmath>

namespace tenfold::ui {
namespace {

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// Of a piece of a line; by the box around it.
bool is_near(const Rect& rect, ImVec2 from, ImVec2 to) {
  constexpr float kAir = 3;
  return overlap(rect, {from.x - kAir, std::min(from.y, to.y) - kAir, to.x - from.x + 2 * kAir,
                        std::abs(to.y - from.y) + 2 * kAir});
}

}  // namespace

bool Labels::is_free(const Rect& rect) const {
  constexpr float kAbove = 6;  // the area's top
  if (rect.x < area_.x || rect.x + rect.width > area_.x + area_.width) return false;
  if (rect.y < area_.y - kAbove || rect.y + rect.height > area_.y + area_.height) return false;
  for (const Rect& other : taken_) {
    if (overlap(rect, other)) return false;
  }
  for (const Line& line : lines_) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      if (is_near(rect, line[i], line[i + 1])) return false;
    }
  }
  return true;
}

void Labels::put(const Screen& screen, std::string_view words, Color color, const Line& line) {
  constexpr float kLow = 0.85f;  // of the area: what lies on its floor says little of a line
  const float width = text_width(screen, words, kLabelPx, true);
  for (std::size_t i = line.size(); i-- > 0;) {
    const ImVec2 at = line[i];
    if (at.y > area_.y + area_.height * kLow && i > 0) continue;
    for (const ImVec2 corner : {ImVec2(at.x + 8, at.y - 8), ImVec2(at.x - width / 2, at.y - 22),
                                ImVec2(at.x - width / 2, at.y + 6)}) {
      const Rect rect{corner.x, corner.y, width, kLabelPx + 3};
      if (!is_free(rect)) continue;
      draw_text(screen, rect.x, rect.y, words, kLabelPx, color, true);
      take(rect);
      return;
    }
  }
}

}  // namespace tenfold::ui
