// Rows and cells of equal size over the picture.
#include "ui/listed_table.h"

#include "ui/column.h"

namespace tenfold::ui {
namespace {

void list(Screen& screen, const std::string& key, Role role, std::string_view name,
          const Rect& rect) {
  Node node;
  node.id = node_id(key);
  node.role = role;
  node.layer = screen.layer;
  node.name = name;
  node.rect = rect;
  screen.mirror.add(std::move(node));
}

}  // namespace

void list_table(Screen& screen, std::string_view key, std::string_view caption,
                const std::vector<std::vector<std::string>>& rows, const Rect& rect) {
  open_group(screen, Role::table, key, caption, rect);
  const float height = rect.height / static_cast<float>(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::string row_key = child_key(key, r);
    const float y = rect.y + height * static_cast<float>(r);
    const float width = rect.width / static_cast<float>(rows[r].size());
    list(screen, row_key, Role::row, "", {rect.x, y, rect.width, height});
    screen.mirror.open(node_id(row_key));
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const Role role = r == 0 || c == 0 ? Role::header_cell : Role::cell;
      list(screen, child_key(row_key, c), role, rows[r][c],
           {rect.x + width * static_cast<float>(c), y, width, height});
    }
    screen.mirror.close();
  }
  screen.mirror.close();
}

}  // namespace tenfold::ui
