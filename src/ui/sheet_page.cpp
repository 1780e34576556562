// The cheat sheet: searched, filtered by symptom, each row with its two runs.
#include <array>

#include "lesson/room.h"
#include "lesson/stages.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {

namespace {

void show_search(Page& page, const lesson::Room& room) {
  const tutor::SheetState& sheet = page.tutor.states.of<tutor::SheetState>();
  if (const auto typed = page.column.text_input("sheet/search", "Search the sheet", sheet.search)) {
    page.act(tutor::SearchSheet{*typed});
  }
  std::vector<Column::RowButton> row;
  row.push_back({.key = "sheet/sign/all", .label = "All", .pressed = sheet.sign < 0});
  for (std::size_t i = 0; i < room.signs.size(); ++i) {
    row.push_back({.key = "sheet/sign/" + room.signs[i].id,
                   .label = room.signs[i].label,
                   .pressed = sheet.sign == static_cast<int>(i)});
  }
  const int pressed = page.column.buttons(row);
  if (pressed >= 0) page.act(tutor::FilterSheet{pressed - 1});
}

void show_row(Page& page, const lesson::SheetRow& row) {
  Column& column = page.column;
  const tutor::SheetState& sheet = page.tutor.states.of<tutor::SheetState>();
  const std::string key = "sheet/" + row.id;
  column.begin_inset();
  column.heading(2, row.bottleneck);
  column.paragraph(key + "/symptom", "**Symptom.** " + row.symptom);
  column.paragraph(key + "/fix", "**Fix.** " + row.fix);
  column.paragraph(key + "/cost", "**What it costs.** " + row.cost);
  column.paragraph(key + "/metric", "**What to watch.** " + row.metric + ".");
  if (sheet.row == row.id && !sheet.before.empty()) {
    column.paragraph(key + "/proof",
                     "**Your run.** " + row.proof + ": " + sheet.before + " with the symptom, " +
                         sheet.after + " with the fix, on the same requests.",
                     Tone::good);
  }
  const lesson::Lesson* lesson = tutor::lesson_of(page.tutor, row.run.stage);
  const bool runs = lesson::scenarios_of(row.run, lesson).known;
  const std::string stage = lesson::stage_name(row.stage);
  const std::array<Column::RowButton, 2> buttons{
      {{.key = key + "/run",
        .label = sheet.row == row.id ? "Run both again" : "Run symptom and fix",
        .disabled = !runs,
        .name = "Run symptom and fix: " + row.bottleneck},
       {.key = key + "/stage",
        .label = "Stage " + stage,
        .name = "Stage " + stage + ", for " + row.bottleneck}}};
  const int pressed = column.buttons(buttons);
  if (pressed == 0) page.act(tutor::RunRow{row.id});
  if (pressed == 1) page.act(tutor::OpenStage{row.stage});
  column.end_inset();
}

}  // namespace

void show_sheet(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  show_search(page, *room);
  std::size_t shown = 0;
  for (const lesson::SheetRow& row : room->rows) {
    shown += tutor::is_shown(*room, row, page.tutor.states.of<tutor::SheetState>()) ? 1 : 0;
  }
  page.column.paragraph(
      "sheet/count", std::to_string(shown) + " of " + std::to_string(room->rows.size()) + " rows",
      Tone::muted, size::kSmall);
  for (std::size_t i = 0; i < room->rows.size(); ++i) {
    const lesson::SheetRow& row = room->rows[i];
    const bool is_shown = tutor::is_shown(*room, row, page.tutor.states.of<tutor::SheetState>());
    // The diagram that comes with a run moves all rows: the one that runs stays in sight.
    if (row.id == page.tutor.states.of<tutor::SheetState>().row) {
      page.place = static_cast<int>(i) + 1;
      if (is_shown) {
        page.place_y = page.column.y();
        page.place_node = page.column.screen().mirror.nodes().size();
      }
    }
    if (is_shown) show_row(page, row);
  }
  page.column.link("sheet/print", "The whole sheet, to print", "lessons/sheet.html");
}

}  // namespace tenfold::ui
