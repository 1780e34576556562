# The rooms around the lesson, in the order of their buttons; home has doors to the first eight. A room is its own files, src/tutor/<room>_room.{h,cpp} and src/ui/<room>_page.cpp; its data,
# lessons/<room>.json, where it is read from a file; and its line here. Everything that knows rooms comes from this list:
# what is compiled, the shell's buttons, what ?mode= takes, the tests.
set(TENFOLD_ROOMS
  home
  build
  quiz
  sheet
  calculator
  interview
  weak
  choose
  stories
  finale
  cards
  glossary
  takeaways
  proof
)
# Of them, those whose code the page has from the start; that of all others comes later (see src/cmake/split.mjs).
set(TENFOLD_ROOMS_AT_ONCE home)

# Writes the list for the program: the kind of each room, kSheet, and what shows it, show_sheet().
function(tenfold_write_rooms output)
  set(kinds "")
  set(pages "")
  set(list "")
  foreach(room IN LISTS TENFOLD_ROOMS)
    string(SUBSTRING ${room} 0 1 first)
    string(SUBSTRING ${room} 1 -1 rest)
    string(TOUPPER ${first} first)
    string(APPEND kinds "extern const RoomKind k${first}${rest};\n")
    if(room IN_LIST TENFOLD_ROOMS_AT_ONCE)
      string(APPEND pages "void show_${room}(Page& page);\n")
    else()
      string(APPEND pages "inline namespace later {\nvoid show_${room}(Page& page);\n}\n")
    endif()
    string(APPEND list "    {&tutor::k${first}${rest}, show_${room}},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT "// Made from src/rooms.cmake.
#pragma once

#include <array>

#include \"ui/rooms.h\"

namespace tenfold::tutor {
@kinds@}
namespace tenfold::ui {
@pages@
inline constexpr auto kRoomPages = std::to_array<RoomPage>({
@list@});
}
")
endfunction()
