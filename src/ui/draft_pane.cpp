// The pane while nothing can run: the system as it stands on the bench, and what it lacks.
#include "ui/diagram.h"
#include "ui/pane_sections.h"
#include "ui/part_card.h"
#include "ui/run_controls.h"
#include "ui/run_numbers.h"
#include "ui/timeline.h"

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
  const float head = wide ? 6 + kTitle : 6;
  // As much as a run leaves it, so that no card moves when there is one.
  const float width = space.width - 2 * kPad;
  const float note = screen.viewport.reduced_motion ? 0 : kNote;
  const float below = wide ? note + run_numbers_height(width) + timeline_height(false) +
                                 run_controls_height(screen) + 24
                           : 40;
  const Rect board{space.x + kPad, space.y + head, width, space.height - head - below};
  const int pressed = draw_diagram(screen, board, diagram, places);
  if (pressed >= 0) {
    const std::string& part = scenario.parts[static_cast<std::size_t>(pressed)].id;
    input.actions.push_back(tutor::SelectPart{0, part});
  }
  say_below(screen, board, draft.lacks);
  screen.mirror.close();
}

}  // namespace tenfold::ui
