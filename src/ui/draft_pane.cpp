// The pane while nothing can run: the system as it stands on the bench, and what it lacks.
#include <algorithm>

#include "ui/diagram.h"
#include "ui/pane_sections.h"
#include "ui/part_card.h"

namespace tenfold::ui {
namespace {

// One line below the board.
void say_below(Screen& screen, const Rect& board, const std::string& words) {
  const float y = board.y + board.height + 10;
  const std::string shown = fit_text(screen, words, size::kSmall, board.width);
  draw_text(screen, board.x, y, shown, size::kSmall, screen.colors.muted);
  Node node;
  node.id = node_id("draft/lacks");
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = words;
  node.font_px = size::kSmall;
  node.rect = {board.x, y, board.width, 18};
  screen.mirror.add(std::move(node));
}

// As large as when it runs, so that nothing on it moves when it can.
Rect board_in(const Screen& screen, const Rect& space, bool wide, const PaneInput& input) {
  constexpr float kLine = 40;
  const PaneLooks& looks = input.looks;
  const float width = space.width - 2 * kPad;
  const float head = wide ? 6 + kTitle : 6;
  const bool is_low = looks.size == PaneSize::small || input.lesson_below;
  const float below = wide ? below_diagram(screen, space, width, false, looks.has_details).height()
                      : is_low ? kLine
                               : below_narrow_diagram(screen, width, looks.size);
  const float least = wide ? kLeastDiagram : 0;
  return {space.x + kPad, space.y + head, width, std::max(space.height - head - below, least)};
}

}  // namespace

void draw_draft(Screen& screen, const Rect& space, bool wide, PaneInput& input) {
  if (input.tutor.room->draft == nullptr) return;
  const tutor::DraftShown draft = input.tutor.room->draft(input.tutor);
  const model::Scenario& scenario = *draft.scenario;
  open_group(screen, Role::region, "pane", "Your system", space);
  DiagramInput diagram;
  diagram.open_zone = &input.looks.open_zone;
  diagram.key = "diagram";
  diagram.name = "Diagram: " + scenario.title;
  diagram.scenario = &scenario;
  diagram.is_board = true;
  for (const model::PartSpec& part : scenario.parts) {
    diagram.selected.push_back(part.id == draft.picked);
  }
  DiagramPlaces places;
  const Rect board = board_in(screen, space, wide, input);
  const int pressed = draw_diagram(screen, board, diagram, places);
  const bool is_held = use_board(screen, board, scenario, places, input);
  if (pressed >= 0 && !is_held) {
    const std::string& part = scenario.parts[static_cast<std::size_t>(pressed)].id;
    input.actions.push_back(tutor::SelectPart{0, part});
  }
  say_below(screen, board, draft.lacks);
  screen.mirror.close();
}

}  // namespace tenfold::ui
