// The rooms in the order of their buttons. A new one is a line here.
#include "ui/rooms.h"

#include <array>

#include "tutor/action.h"
#include "tutor/finale_room.h"
#include "tutor/reading_rooms.h"
#include "tutor/tutor.h"

namespace tenfold::ui {

std::span<const RoomPage> room_pages() {
  static constexpr auto kPages = std::to_array<RoomPage>({
      {&tutor::kQuizRoom, show_quiz},
      {&tutor::kSheet, show_sheet},
      {&tutor::kCalculator, show_calculator},
      {&tutor::kChoose, show_choose},
      {&tutor::kInterview, show_interview},
      {&tutor::kWeak, show_weak},
      {&tutor::kStories, show_stories},
      {&tutor::kCards, show_cards},
      {&tutor::kGlossary, show_glossary},
      {&tutor::kTakeaways, show_takeaways},
      {&tutor::kFinale, show_finale},
  });
  return kPages;
}

const tutor::RoomKind* room_named(std::string_view name) {
  if (name == tutor::kLessonRoom.name) return &tutor::kLessonRoom;
  for (const RoomPage& page : room_pages()) {
    if (page.kind->name == name) return page.kind;
  }
  return nullptr;
}

}  // namespace tenfold::ui
