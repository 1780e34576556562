// The rooms in the order of their buttons.
#include "ui/room_page.h"

#include <array>

namespace tenfold::ui {

std::span<const RoomPage> room_pages() {
  using tutor::Room;
  static constexpr std::array<RoomPage, 11> kPages{{
      {Room::quiz, "Quiz", show_quiz},
      {Room::sheet, "Cheat sheet", show_sheet},
      {Room::calculator, "Calculator", show_calculator},
      {Room::choose, "Up or out?", show_choose},
      {Room::interview, "Interview", show_interview},
      {Room::weak, "Weak points", show_weak},
      {Room::stories, "Stories", show_stories},
      {Room::cards, "Two cards", show_cards},
      {Room::glossary, "Glossary", show_glossary},
      {Room::takeaways, "Takeaways", show_takeaways},
      {Room::finale, "Finale", show_finale},
  }};
  return kPages;
}

}  // namespace tenfold::ui
