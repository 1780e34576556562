// The words end where the buttons begin.
#include "ui/stepper.h"

#include "ui/run_controls.h"

namespace tenfold::ui {

int draw_stepper(Screen& screen, std::string_view key, float x, float y, float width,
                 const Stepper& stepper) {
  constexpr float kButtonGap = 6;
  constexpr float kPx = size::kSmall;
  const float side = screen.target();
  const float more_x = x + width - side;
  const float less_x = more_x - kButtonGap - side;
  const float room = less_x - x - 8;
  const float top = y + (side - 30) / 2;
  const std::string id(key);
  draw_text(screen, x, top, fit_text(screen, stepper.words, 12, room), 12, screen.colors.muted);
  draw_text(screen, x, top + 14, fit_text(screen, stepper.value, kPx, room, true), kPx,
            screen.colors.text, true);
  Node node;
  node.id = node_id(id);
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = stepper.words + ": " + stepper.value;
  node.font_px = kPx;
  node.rect = {x, y, room, side};
  screen.mirror.add(std::move(node));
  int steps = 0;
  if (tool_button(screen, id + "/less", "−", stepper.less, {less_x, y, side, side},
                  !stepper.can_less)) {
    steps = -1;
  }
  if (tool_button(screen, id + "/more", "+", stepper.more, {more_x, y, side, side},
                  !stepper.can_more)) {
    steps = 1;
  }
  return steps;
}

int show_stepper(Column& column, std::string_view key, const Stepper& stepper) {
  Screen& screen = column.screen();
  const int steps = draw_stepper(screen, key, column.x(), column.y(), column.width(), stepper);
  column.space(screen.target() + 10);
  return steps;
}

}  // namespace tenfold::ui
