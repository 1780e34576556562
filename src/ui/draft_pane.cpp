// The pane while nothing can run: the system as it stands on the bench, and what it lacks.
#include "ui/diagram.h"
#include "ui/pane_sections.h"
#include "ui/part_card.h"

namespace tenfold::ui {
namespace {

// One line below the board, listed for those who do not see it.
void say_below(Screen& screen, const Rect& space, float y, const std::string& words) {
  const std::string shown = fit_text(screen, words, size::kSmall, space.width - 2 * kPad);
  draw_text(screen, space.x + kPad, y, shown, size::kSmall, screen.colors.muted);
  Node node;
  node.id = node_id("draft/lacks");
  node.role = Role::paragraph;
  node.layer = screen.layer;
  node.name = words;
  node.font_px = size::kSmall;
  node.rect = {space.x + kPad, y, space.width - 2 * kPad, 18};
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
  // As large as when it runs, so that nothing on it moves when it can.
  const float width = space.width - 2 * kPad;
  const float below =
      wide ? below_diagram(screen, space, width, false, input.looks.has_details).height() : 40;
  const Rect board{space.x + kPad, space.y + head, width,
                   std::max(space.height - head - below, kLeastDiagram)};
  const int pressed = draw_diagram(screen, board, diagram, places);
  const bool is_held = use_board(screen, board, scenario, places, input);
  if (pressed >= 0 && !is_held) {
    const std::string& part = scenario.parts[static_cast<std::size_t>(pressed)].id;
    input.actions.push_back(tutor::SelectPart{0, part});
  }
  say_below(screen, space, board.y + board.height + 10, draft.lacks);
  screen.mirror.close();
}

}  // namespace tenfold::ui
