// Finding rooms in the list that src/rooms.cmake makes.
#include "ui/rooms.h"

#include "room_list.h"
#include "tutor/tutor.h"

namespace tenfold::ui {

std::span<const RoomPage> room_pages() { return kRoomPages; }

const tutor::RoomKind* room_named(std::string_view name) {
  if (name == tutor::kLessonRoom.name) return &tutor::kLessonRoom;
  for (const RoomPage& page : room_pages()) {
    if (page.kind->name == name) return page.kind;
  }
  return nullptr;
}

}  // namespace tenfold::ui
