// The list of all rooms around the lesson. Each is a kind of src/tutor with a page of its own,
// drawn by src/ui/<room>_page.cpp, and a line in the list, which everything that knows rooms comes
// from: the shell's buttons, what ?mode= takes, the tests.
#pragma once

#include <span>
#include <string_view>

#include "tutor/room_kind.h"
#include "ui/lesson_page.h"

namespace tenfold::ui {

struct RoomPage {
  const tutor::RoomKind* kind;
  void (*show)(LessonPage& page);
};

// In the order of their buttons; the first has one of its own, the others are under "More…".
std::span<const RoomPage> room_pages();

// The lesson, or a room around it, by its name; nullptr: there is none of that name.
const tutor::RoomKind* room_named(std::string_view name);

void show_quiz(LessonPage& page);
void show_sheet(LessonPage& page);
void show_calculator(LessonPage& page);
void show_choose(LessonPage& page);
void show_interview(LessonPage& page);
void show_weak(LessonPage& page);
void show_stories(LessonPage& page);
void show_cards(LessonPage& page);
void show_glossary(LessonPage& page);
void show_takeaways(LessonPage& page);
void show_finale(LessonPage& page);

}  // namespace tenfold::ui
