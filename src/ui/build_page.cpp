// The bench's column: what the draft is called and lacks, and by turns its parts, its goals, what
// can happen to it, and what to start from. The system itself is in the pane.
#include <algorithm>
#include <array>
#include <cmath>

#include "design/palette.h"
#include "lesson/stages.h"
#include "tutor/facts.h"
#include "ui/board_hand.h"
#include "ui/build_sections.h"
#include "ui/diagram.h"
#include "ui/folded_diagram.h"
#include "ui/pane.h"
#include "ui/part_card.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {
namespace {

using tutor::BuildState;

constexpr std::array<std::string_view, tutor::kBuildTabs> kTabs = {"Problem", "Parts", "Goals",
                                                                   "Break it", "Start"};

// Of a problem the goals are its own, and stand with it.
bool has_tab(const BuildState& state, BuildState::Tab tab) {
  const bool is_problem = state.attempt.has_value();
  if (tab == BuildState::Tab::problem) return is_problem;
  return tab != BuildState::Tab::goals || !is_problem;
}

void show_head(const BuildView& view) {
  Column& column = view.column();
  column.heading(1, "Build");
  if (const std::optional<std::string> typed =
          column.text_input("build/name", "What it is called", view.draft().title)) {
    view.edit(design::NameDraft{*typed});
  }
  const std::array<Column::RowButton, 4> row{
      {{.key = "build/undo",
        .label = std::string(),
        .weight = Weight::ghost,
        .disabled = !view.state.history.can_undo(),
        .name = "Undo",
        .icon = Icon::undo,
        .shortcut = "Control+Z"},
       {.key = "build/redo",
        .label = std::string(),
        .weight = Weight::ghost,
        .disabled = !view.state.history.can_redo(),
        .name = "Redo",
        .icon = Icon::redo,
        .shortcut = "Control+Shift+Z"},
       {.key = "build/share", .label = "Share", .name = "Copy a link to it", .icon = Icon::share},
       {.key = "build/save", .label = "File", .name = "Save it as a file", .icon = Icon::out}}};
  const int pressed = column.buttons(row);
  if (pressed == 0) view.page.act(tutor::UndoEdit{});
  if (pressed == 1) view.page.act(tutor::RedoEdit{});
  if (pressed == 2) view.page.act(tutor::ShareDraft{});
  if (pressed == 3) view.page.act(tutor::SaveDraft{});
}

// What it lacks before it can run, each with what mends it.
void show_draft_faults(const BuildView& view) {
  Column& column = view.column();
  if (view.state.faults.empty() || view.draft().parts.empty()) return;
  const bool stops = view.state.faults.front().stops_run;
  column.begin_inset();
  column.heading(3, stops ? "Before it can run" : "Worth a look");
  std::size_t number = 0;
  for (const design::DraftFault& fault : view.state.faults) {
    const std::string key = "build/fault/" + std::to_string(number++);
    column.paragraph(key, design::sentence_of(fault), Tone::normal, size::kSmall);
    if (fault.steps.empty()) continue;
    const Column::RowButton mend{.key = key + "/mend",
                                 .label = "Mend it",
                                 .weight = Weight::soft,
                                 .name = "Mend: " + fault.mend,
                                 .icon = Icon::connect};
    if (column.buttons({&mend, 1}) != 0) continue;
    for (const design::Step& step : fault.steps) view.edit(step);
  }
  column.end_inset();
}

void show_tabs(const BuildView& view) {
  std::vector<Column::RowButton> row;
  std::vector<int> tabs;
  for (std::size_t i = 0; i < kTabs.size(); ++i) {
    if (!has_tab(view.state, static_cast<BuildState::Tab>(i))) continue;
    tabs.push_back(static_cast<int>(i));
    const bool is_shown = static_cast<std::size_t>(view.state.tab) == i;
    row.push_back({.key = "build/tab/" + std::to_string(i),
                   .label = std::string(kTabs[i]),
                   .weight = is_shown ? Weight::soft : Weight::ghost,
                   .pressed = static_cast<std::int8_t>(is_shown)});
  }
  const int pressed = view.column().buttons(row);
  if (pressed >= 0) {
    view.page.act(tutor::ShowBuildTab{tabs[static_cast<std::size_t>(pressed)]});
  }
}

std::string sends_to(const BuildView& view, const model::PartSpec& part) {
  std::string names;
  for (const model::LinkSpec& link : view.draft().links) {
    if (link.from != part.id) continue;
    names += (names.empty() ? "sends to " : ", ") + design::name_of(view.draft(), link.to);
  }
  return names.empty() ? "sends to nobody" : names;
}

// What is said of a part in the list: how it is, and what it lacks.
struct RowWords {
  std::string state;
  std::string fault;
  model::Health health = model::Health::up;
};

RowWords words_on(const BuildView& view, const model::PartSpec& part,
                  const std::vector<model::PartState>& states) {
  RowWords words;
  for (const model::PartState& state : states) {
    if (state.id != part.id) continue;
    words.health = state.health;
    words.state = has_workers(state) ? percent(state.utilisation)
                                     : tutor::show_count(std::round(state.arrival_rps)) + "/s";
  }
  for (const design::DraftFault& fault : view.state.faults) {
    if (fault.target == part.id && words.fault.empty()) words.fault = fault.what;
  }
  return words;
}

// A part as a row: its tile, its name and whom it asks, and how it is.
void show_part_row(const BuildView& view, std::size_t index,
                   const std::vector<model::PartState>& states) {
  constexpr float kHeight = 52;
  constexpr float kTile = 34;
  Column& column = view.column();
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const model::PartSpec& part = view.draft().parts[index];
  const RowWords how = words_on(view, part, states);
  const std::string words = sends_to(view, part);
  const Rect rect{column.x(), column.y(), column.width(), kHeight};
  Node node;
  node.id = node_id("build/part/" + part.id);
  node.role = Role::button;
  node.name = part.label;
  node.value = words;
  for (const std::string* more : {&how.state, &how.fault}) {
    if (!more->empty()) node.value += ", " + *more;
  }
  node.rect = rect;
  const Pressed pressed = pressable(screen, std::move(node));
  draw_card(screen, rect);
  if (pressed.hovered) stroke_rect(screen, rect, faded(c.accent, 0.5f), 2, size::kCardRound);
  const PartSign sign = sign_of(view.draft(), static_cast<int>(index));
  draw_tile(screen, {.icon = sign.icon, .zone = sign.zone, .health = how.health},
            {rect.x + 10, rect.y + 9, kTile, kTile}, 20);
  const float x = rect.x + 10 + kTile + 12;
  const float right = rect.x + rect.width - 36;
  const float number = text_width(screen, how.state, size::kOption, true);
  draw_text(screen, right - number, rect.y + 17, how.state, size::kOption,
            health_text_color(c, how.health), true);
  if (!how.fault.empty()) draw_icon(screen, Icon::warn, right - 16, rect.y + 18, 16, c.strained);
  const float room = right - std::max(number, 16.0f) - 8 - x;
  draw_text(screen, x, rect.y + 9, fit_text(screen, part.label, size::kOption, room, true),
            size::kOption, c.text, true);
  draw_text(screen, x, rect.y + 29, fit_text(screen, words, size::kSmall, room), size::kSmall,
            c.muted);
  draw_icon(screen, Icon::right, rect.x + rect.width - 28, rect.y + kHeight / 2 - 8, 16, c.muted);
  column.space(kHeight + 8);
  if (pressed.pressed) view.page.act(tutor::PickInDraft{part.id});
}

// What can be added, by where it stands in a system.
void show_palette(const BuildView& view) {
  Column& column = view.column();
  std::vector<std::string_view> allowed;
  if (view.state.attempt) {
    const std::vector<std::string>& kinds = view.state.attempt->problem().palette;
    allowed.assign(kinds.begin(), kinds.end());
  }
  for (const design::PaletteGroup& group :
       view.state.attempt ? design::palette(allowed) : design::palette()) {
    std::vector<Column::RowButton> row;
    std::vector<std::string_view> kinds;
    for (const model::KindInfo* kind : group.kinds) {
      if (kind->is_machine) continue;  // comes along with what runs on it
      row.push_back({.key = "build/add/" + std::string(kind->name),
                     .label = std::string(kind->title),
                     .name = "Add: " + std::string(kind->title),
                     .icon = icon_of_kind(kind->name)});
      kinds.push_back(kind->name);
    }
    if (row.empty()) continue;
    column.heading(3, zone_name(group.zone));
    const int pressed = column.buttons(row);
    if (pressed < 0) continue;
    view.edit(design::AddPart{std::string(kinds[static_cast<std::size_t>(pressed)])});
  }
}

void show_parts(const BuildView& view) {
  Column& column = view.column();
  if (const model::PartSpec* part = design::find_part(view.draft(), view.state.picked)) {
    show_inspector(view, *part);
    return;
  }
  const bool is_open = view.state.is_adding || view.draft().parts.empty();
  if (!view.draft().parts.empty()) {
    const Column::RowButton add{.key = "build/adding",
                                .label = is_open ? "Close the parts" : "Add a part",
                                .weight = is_open ? Weight::plain : Weight::primary,
                                .expanded = static_cast<std::int8_t>(is_open),
                                .icon = is_open ? Icon::cross : Icon::plus};
    if (column.buttons({&add, 1}) == 0) view.page.act(tutor::ShowPalette{!is_open});
  }
  if (is_open) {
    show_palette(view);
    return;
  }
  const tutor::Run& run = view.page.tutor.room_run;
  const auto states = run.is_empty() ? std::vector<model::PartState>() : run.system().parts();
  for (std::size_t i = 0; i < view.draft().parts.size(); ++i) {
    if (model::kind_info(view.draft().parts[i].kind).is_machine) continue;
    show_part_row(view, i, states);
  }
}

void show_kept(const BuildView& view) {
  Column& column = view.column();
  const std::vector<tutor::KeptDraft>& kept = view.page.tutor.kept_drafts.drafts;
  if (kept.empty()) return;
  column.heading(3, "Kept in this browser");
  for (const tutor::KeptDraft& draft : kept) {
    const std::array<Column::RowButton, 2> row{
        {{.key = "build/kept/" + draft.name, .label = draft.name, .icon = Icon::page},
         {.key = "build/forget/" + draft.name,
          .label = "Forget",
          .weight = Weight::ghost,
          .name = "Forget " + draft.name}}};
    const int pressed = column.buttons(row);
    if (pressed == 0) view.page.act(tutor::OpenKept{draft.name});
    if (pressed == 1) view.page.act(tutor::ForgetKept{draft.name});
  }
}

void show_starts(const BuildView& view) {
  Column& column = view.column();
  const std::array<Column::RowButton, 2> row{
      {{.key = "build/empty", .label = "An empty bench"},
       {.key = "build/open", .label = "A file", .name = "Open a file", .icon = Icon::page}}};
  const int pressed = column.buttons(row);
  if (pressed == 0) view.page.act(tutor::StartFrom{0, false});
  if (pressed == 1) view.page.act(tutor::AskForFile{});
  show_kept(view);
  show_problems(view);
  column.heading(3, "A stage’s system");
  for (const tutor::StageEntry& entry : view.page.tutor.lessons) {
    if (!entry.usable()) continue;
    const std::string stage = lesson::stage_name(entry.stage);
    column.paragraph("build/stage/" + stage, "**" + stage + "** " + entry.title, Tone::normal,
                     size::kSmall);
    const std::array<Column::RowButton, 2> both{{{.key = "build/before/" + stage,
                                                  .label = "As it breaks",
                                                  .weight = Weight::ghost,
                                                  .name = "Stage " + stage + " as it breaks"},
                                                 {.key = "build/after/" + stage,
                                                  .label = "Mended",
                                                  .weight = Weight::ghost,
                                                  .name = "Stage " + stage + " mended"}}};
    const int which = column.buttons(both);
    if (which >= 0) view.page.act(tutor::StartFrom{entry.stage, which == 1});
  }
}

}  // namespace

void show_build(Page& page) {
  const BuildView view{page, page.tutor.states.of<BuildState>()};
  page.pane.looks.hand.use = use_hand;
  show_head(view);
  show_tabs(view);
  if (!view.state.said.empty()) page.column.paragraph("build/said", view.state.said, Tone::bad);
  switch (view.state.tab) {
    case BuildState::Tab::problem:
      show_problem(view);
      break;
    case BuildState::Tab::parts:
      show_draft_faults(view);
      show_parts(view);
      break;
    case BuildState::Tab::goals:
      show_build_goals(view);
      break;
    case BuildState::Tab::trouble:
      show_trouble(view);
      break;
    case BuildState::Tab::start:
      show_starts(view);
      break;
  }
}

}  // namespace later
}  // namespace tenfold::ui
