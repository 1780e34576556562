// A room's title and sections are shown alike in every room, from its file.
#include "ui/room_parts.h"

#include <algorithm>
#include <string>

#include "lesson/stages.h"
#include "ui/cards.h"
#include "ui/miniature.h"
#include "ui/rooms.h"

namespace tenfold::ui {
namespace {

constexpr float kMeasure = 680;

}  // namespace

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
  // Lines that can be read, also where the page is wide.
  Column words = column.within(column.x(), column.y(), std::min(column.width(), kMeasure));
  show_paragraphs(page.in(words), "room/text", entry->room.text);
  column.space(words.y() - column.y());
  return &entry->room;
}

void show_paragraphs(const Page& page, std::string_view key, const lesson::Texts& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    page.column.paragraph(std::string(key) + '/' + std::to_string(i), text[i]);
  }
}

void show_stages(const Page& page, std::string_view key, const std::vector<int>& stages) {
  constexpr float kPicture = 88;
  Cards cards(page.column, 260, 3);
  for (const int stage : stages) {
    for (const tutor::StageEntry& entry : page.tutor.lessons) {
      if (entry.stage != stage || !entry.usable()) continue;
      const std::string its = std::string(key) + "/stage/" + lesson::stage_name(stage);
      Column& card = cards.begin();
      show_pair(card.screen(), its, entry.failing, entry.mended,
                {card.x(), card.y(), card.width(), kPicture});
      card.space(kPicture + 10);
      if (card.button(its, "Stage " + lesson::stage_name(stage) + ": " + entry.title,
                      Weight::soft)) {
        page.act(tutor::OpenStage{stage});
      }
      cards.end();
    }
  }
}

bool show_stage_badge(Page& page, std::string_view key, const Rect& rect, int stage,
                      std::string_view what) {
  Screen& screen = page.column.screen();
  const Palette& c = screen.colors;
  const std::string number = lesson::stage_name(stage);
  Node node;
  node.id = node_id(std::string(key) + "/stage");
  node.role = Role::button;
  node.name = "Stage " + number + ", for " + std::string(what);
  node.rect = rect;
  const Pressed state = pressable(screen, std::move(node));
  fill_rect(screen, rect, c.accent_soft, 7);
  if (state.hovered) stroke_rect(screen, rect, c.accent, 1.5f, 7);
  draw_text(screen, rect.x + (rect.width - text_width(screen, number, size::kSmall, true)) / 2,
            rect.y + (rect.height - size::kSmall) / 2 - 1, number, size::kSmall, c.accent, true);
  return state.pressed;
}

void show_section(const Page& page, const lesson::RoomSection& section, std::size_t place,
                  bool has_stages) {
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
  if (has_stages) show_stages(page, key, section.stages);
}

void show_sections(const Page& page, const lesson::Room& room) {
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
