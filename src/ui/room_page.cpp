#include "ui/room_page.h"

#include <array>

namespace tenfold::ui {

std::span<const RoomPage> room_pages() {
  using tutor::Room;
  static constexpr std::array<RoomPage, 1> kPages{{
      {Room::quiz, "Quiz", show_quiz},
  }};
  return kPages;
}

}  // namespace tenfold::ui
