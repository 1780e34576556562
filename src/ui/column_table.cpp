// Tables in a column: words wrap in their cells, so that every column stays on the screen.
#include <algorithm>

#include "ui/column.h"

namespace tenfold::ui {
namespace {

constexpr float kPx = 14;
constexpr float kLine = 20;
constexpr float kCellPad = 4;

}  // namespace

struct Column::TableShape {
  float first;  // the first column's width, as wide as its words, up to a share of the table's
  float other;  // each other's

  float left(std::size_t column) const {
    return column == 0 ? 0 : first + other * static_cast<float>(column - 1);
  }
  float width(std::size_t column) const { return column == 0 ? first : other; }
};

void Column::table(std::string_view key, std::string_view caption,
                   const std::vector<std::vector<TableCell>>& rows) {
  if (rows.empty()) return;
  const TableShape shape = shape_of(rows);
  const std::size_t place = screen_.mirror.nodes().size();
  const float top = y_;
  open_group(screen_, Role::table, key, caption);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    table_row(child_key(key, r), rows[r], shape, r == 0);
    draw_line(screen_, x_, y_, x_ + width_, y_, screen_.colors.line);
  }
  screen_.mirror.close();
  screen_.mirror.place(place, {x_, top, width_, y_ - top});
  y_ += 14;
}

Column::TableShape Column::shape_of(const std::vector<std::vector<TableCell>>& rows) const {
  const std::size_t columns = rows.front().size();
  if (columns == 1) return {width_, 0};
  float first = 0;
  for (const std::vector<TableCell>& row : rows) {
    first = std::max(first, text_width(screen_, row.front().text, kPx, &row == rows.data()) + 12);
  }
  first = std::min(first, width_ * (columns > 2 ? 0.34f : 0.4f));
  return {first, (width_ - first) / static_cast<float>(columns - 1)};
}

void Column::table_row(std::string_view key, std::span<const TableCell> row,
                       const TableShape& shape, bool is_head) {
  const TextStyle style{.px = kPx, .bold = is_head, .is_rich = false};
  std::vector<const TextBlock*> blocks;
  int lines = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const float width = shape.width(i) - 2 * kCellPad;
    blocks.push_back(&block_of(node_id(child_key(key, i)), row[i].text, width, style));
    lines = std::max(lines, blocks.back()->lines.count);
  }
  const float height = static_cast<float>(lines) * kLine + 8;
  open_group(screen_, Role::row, key, "", Rect{x_, y_, width_, height});
  for (std::size_t i = 0; i < row.size(); ++i) {
    const float left = x_ + shape.left(i) + kCellPad;
    draw_block(screen_, *blocks[i], left, y_ + 6, kLine, style,
               is_head ? screen_.colors.muted : color_of(row[i].tone));
    Node item;
    item.id = node_id(child_key(key, i));
    item.role = is_head || i == 0 ? Role::header_cell : Role::cell;
    item.layer = screen_.layer;
    item.name = row[i].text;
    item.font_px = kPx;
    item.bold = is_head;
    item.rect = {left, y_ + 4, shape.width(i) - 2 * kCellPad,
                 kLine * static_cast<float>(blocks[i]->lines.count)};
    screen_.mirror.add(std::move(item));
  }
  screen_.mirror.close();
  y_ += height;
}

}  // namespace tenfold::ui
