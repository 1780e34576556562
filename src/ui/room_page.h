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

}  // namespace tenfold::ui
