// Find the single point of failure: suspect a part, kill it, and see whether the site stands.
#include <array>

#include "tutor/weak_points.h"
#include "ui/diagram_layout.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {
inline namespace later {

namespace {

Icon icon_of(const model::Scenario& scenario, std::string_view id) {
  for (const model::PartSpec& part : scenario.parts) {
    if (part.id == id) return icon_of_kind(part.kind);
  }
  return Icon::machine;
}

void show_death(Page& page, const lesson::WeakSystem& system) {
  Column& column = page.column;
  const tutor::WeakState::Search& state = page.tutor.states.of<tutor::WeakState>().search;
  if (state.killed.empty()) return;
  if (!state.over) {
    column.paragraph("weak/busy", "It dies after a quarter of the run. Watch what follows.",
                     Tone::muted);
    return;
  }
  const std::string name = label_of(system.scenario, state.killed);
  column.begin_inset(state.found ? Tone::good : Tone::bad);
  column.heading(3, state.found ? "✓ That is the one" : "✗ The site stands");
  column.paragraph("weak/result", name + " died, and " + tutor::show_share(state.good_share) +
                                      " of the requests were answered in time.");
  if (state.found) {
    column.paragraph("weak/found", system.when_found);
    column.paragraph("weak/tries", "You killed " + tutor::show_count(state.tries) +
                                       (state.tries == 1 ? " part." : " parts."));
  } else {
    column.paragraph("weak/on", "Something else can do its work. Suspect another.");
  }
  column.end_inset();
}

}  // namespace

void show_weak(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr || room->systems.empty()) return;
  Column& column = page.column;
  const tutor::WeakState::Search& state = page.tutor.states.of<tutor::WeakState>().search;
  const auto index = static_cast<std::size_t>(state.system);
  const lesson::WeakSystem& system = room->systems[index];
  page.place = state.system;
  column.heading(2, std::to_string(index + 1) + " of " + std::to_string(room->systems.size()) +
                        ": " + system.scenario.title);
  show_paragraphs(page, "weak/text", system.text);
  const std::vector<std::string> parts = tutor::mortal_parts(system.scenario);
  std::vector<Column::Option> suspects;
  for (const std::string& part : parts) {
    suspects.push_back({.text = label_of(system.scenario, part),
                        .note = {},
                        .checked = part == state.part,
                        .icon = icon_of(system.scenario, part)});
  }
  constexpr std::string_view kPrompt = "Whose death takes the site down?";
  column.paragraph("weak/prompt", kPrompt, Tone::normal, size::kQuestion);
  const int chosen = column.options("weak/" + system.id, kPrompt, suspects, false, state.found);
  if (chosen >= 0) page.act(tutor::Mark{chosen});
  const bool last = index + 1 == room->systems.size();
  const std::array<Column::RowButton, 2> row{
      {{.key = "weak/kill",
        .label = "Kill it and see",
        .weight = Weight::primary,
        .disabled = state.part.empty() || state.found,
        .icon = Icon::kill},
       {.key = "weak/next", .label = last ? "From the first" : "The next system"}}};
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::KillSuspect{});
  if (pressed == 1) page.act(tutor::OpenSystem{last ? 0 : state.system + 1});
  show_death(page, system);
}

}  // namespace later
}  // namespace tenfold::ui
