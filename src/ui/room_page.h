// The rooms around the lesson: each is a page of its own, drawn by src/ui/<room>_page.cpp, and a
// line in the list that the shell's buttons come from.
#pragma once

#include <span>
#include <string_view>

#include "ui/lesson_page.h"

namespace tenfold::ui {

struct RoomPage {
  tutor::Room room;
  std::string_view title;  // of its button
  void (*show)(LessonPage& page);
};

// In the order of their buttons; the first has one of its own, the others are under "More…".
std::span<const RoomPage> room_pages();

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
