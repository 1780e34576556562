// A room's title and sections are shown alike in every room, from its file.
#include "ui/room_parts.h"

#include <string>

#include "lesson/stages.h"
#include "ui/rooms.h"

namespace tenfold::ui {

const lesson::Room* show_room_head(Page& page) {
  Column& column = page.column;
  const tutor::RoomEntry* entry = tutor::find_room(page.tutor, page.tutor.room->name);
  if (entry == nullptr) {
    column.heading(1, "One moment");
    column.paragraph("room/waiting", "This page is on its way.", Tone::muted);
    return nullptr;
  }
  if (!entry->faults.empty()) {
    column.heading(1, "This page cannot be shown: " + entry->file);
    std::vector<std::string> lines;
    for (const lesson::FileFault& fault : entry->faults) lines.push_back(to_line(fault));
    column.list("room/faults", lines);
    return nullptr;
  }
  column.heading(1, entry->room.title);
  show_paragraphs(page, "room/text", entry->room.text);
  return &entry->room;
}

void show_paragraphs(Page& page, std::string_view key, const lesson::Texts& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    page.column.paragraph(std::string(key) + '/' + std::to_string(i), text[i]);
  }
}

void show_stage_buttons(Page& page, std::string_view key, const std::vector<int>& stages) {
  std::vector<Column::RowButton> row;
  std::vector<int> shown;
  for (const int stage : stages) {
    for (const tutor::StageEntry& entry : page.tutor.lessons) {
      if (entry.stage != stage || !entry.usable()) continue;
      row.push_back({.key = std::string(key) + "/stage/" + lesson::stage_name(stage),
                     .label = "Stage " + lesson::stage_name(stage) + ": " + entry.title});
      shown.push_back(stage);
    }
  }
  if (row.empty()) return;
  const int pressed = page.column.buttons(row);
  if (pressed >= 0) {
    page.act(tutor::OpenStage{shown[static_cast<std::size_t>(pressed)]});
  }
}

void show_section(Page& page, const lesson::RoomSection& section, std::size_t place) {
  Column& column = page.column;
  const std::string key = "section/" + std::to_string(place);
  column.heading(2, section.title);
  show_paragraphs(page, key, section.text);
  column.list(key + "/list", section.list);
  for (std::size_t t = 0; t < section.tables.size(); ++t) {
    std::vector<std::vector<Column::TableCell>> rows;
    for (const lesson::Texts& row : section.tables[t].rows) {
      std::vector<Column::TableCell>& cells = rows.emplace_back();
      for (const std::string& cell : row) cells.push_back({cell});
    }
    column.table(key + "/table/" + std::to_string(t), section.tables[t].caption, rows);
  }
  show_stage_buttons(page, key, section.stages);
}

void show_sections(Page& page, const lesson::Room& room) {
  for (std::size_t i = 0; i < room.sections.size(); ++i) show_section(page, room.sections[i], i);
}

int show_choice(Page& page, std::string_view key, std::string_view prompt,
                const std::vector<std::string>& labels, int chosen, bool disabled) {
  page.column.paragraph(std::string(key) + "/prompt", "**" + std::string(prompt) + "**");
  std::vector<Column::Option> items;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    items.push_back({.text = labels[i], .note = "", .checked = chosen == static_cast<int>(i)});
  }
  return page.column.options(key, prompt, items, false, disabled);
}

}  // namespace tenfold::ui
