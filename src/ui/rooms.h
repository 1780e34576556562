// The rooms around the lesson: each is a kind of src/tutor with a page of its own. Their list is
// src/rooms.cmake.
#pragma once

#include <span>
#include <string_view>

#include "tutor/room_kind.h"
#include "ui/page.h"

namespace tenfold::ui {

struct RoomPage {
  const tutor::RoomKind* kind;
  void (*show)(Page& page);
};

// In the order of their buttons.
std::span<const RoomPage> room_pages();

// The lesson, or a room around it, by its name; nullptr: there is none of that name.
const tutor::RoomKind* room_named(std::string_view name);

}  // namespace tenfold::ui
