// A card's height is known only at its end, so the grounds of a row go into a lower channel.
#include "ui/cards.h"

#include "ui/shapes.h"

namespace tenfold::ui {
namespace {

constexpr float kPad = 16;
constexpr float kGap = 16;

}  // namespace

Cards::Cards(Column& column, float least, std::size_t most) : column_(column) {
  const auto fit =
      static_cast<std::size_t>(std::max((column.width() + kGap) / (least + kGap), 1.0f));
  columns_ = std::min(fit, most);
  const auto count = static_cast<float>(columns_);
  width_ = (column.width() - kGap * (count - 1)) / count;
}

float Cards::inner_width() const { return width_ - 2 * kPad; }

Column& Cards::begin() {
  if (row_.size() == columns_) end_row();
  if (row_.empty()) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.ChannelsSplit(2);
    draw.ChannelsSetCurrent(1);
  }
  const float x = column_.x() + static_cast<float>(row_.size()) * (width_ + kGap);
  return card_.emplace(column_.within(x + kPad, column_.y() + kPad - 4, inner_width()));
}

void Cards::end(bool is_chosen) { row_.push_back({card_->y() + kPad - 8, is_chosen}); }

void Cards::end_row() {
  if (row_.empty()) return;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.ChannelsSetCurrent(0);
  const Screen& screen = column_.screen();
  float bottom = 0;
  for (const Written& card : row_) bottom = std::max(bottom, card.bottom);
  for (std::size_t i = 0; i < row_.size(); ++i) {
    const Rect rect{column_.x() + static_cast<float>(i) * (width_ + kGap), column_.y(), width_,
                    bottom - column_.y()};
    draw_card(screen, rect);
    if (row_[i].is_chosen) stroke_rect(screen, rect, screen.colors.accent, 2, size::kCardRound);
  }
  draw.ChannelsMerge();
  column_.space(bottom - column_.y() + kGap);
  row_.clear();
}

}  // namespace tenfold::ui
