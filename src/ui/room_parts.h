// What the rooms that are read from files have in common.
#pragma once

#include "ui/page.h"

namespace tenfold::ui {

// Title and opening words. Where the room cannot be shown they say why, and nullptr is returned.
const lesson::Room* show_room_head(Page& page);

void show_sections(const Page& page, const lesson::Room& room);
// One of them, by its place in the room.
void show_section(const Page& page, const lesson::RoomSection& section, std::size_t place,
                  bool has_stages = true);

// Of each stage a card with what breaks and what mends it in small, and a button that leads there.
void show_stages(const Page& page, std::string_view key, const std::vector<int>& stages);

// A stage's number as a button; `what` it is of is told to those who do not see it. Whether it was
// pressed.
bool show_stage_badge(Page& page, std::string_view key, const Rect& rect, int stage,
                      std::string_view what);

// Paragraphs as they are.
void show_paragraphs(const Page& page, std::string_view key, const lesson::Texts& text);

// One of several, as a radio group under its bold prompt: -1, or the one just taken.
int show_choice(Page& page, std::string_view key, std::string_view prompt,
                const std::vector<std::string>& labels, int chosen, bool disabled = false);

}  // namespace tenfold::ui
