// What the program asks of the page around it: each function is one call into the object that the
// page hands over at the start (web/boot.js). The opposite direction is exports.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/mirror.h"

namespace tenfold::app::page {

// The mirror's list, in reading order: begin, then keep or put for each node, then end.
void begin_mirror();
void keep_node(std::uint32_t id);  // it is as it was when last put
void put_node(const ui::Node& node);

struct Extent {  // CSS px; see ui::Frame
  float page_height = 0;
  float fixed_top = 0;
  float column_left = 0;
  float column_right = 0;
  bool operator==(const Extent&) const = default;
};
void end_mirror(const Extent& extent);

void focus(std::uint32_t id);
void scroll_to(float y, bool at_once);
void choose_theme(bool dark);
std::string stored_progress();                 // as it is now: other tabs write it too
bool store_progress(const std::string& text);  // false: this browser keeps nothing
// The names of step and room are of letters only; the title is that of the stage.
void show_place(int stage, const std::string& title, std::string_view step, std::string_view room);
void fetch_room(std::string_view room);  // its file, by the room's name

}  // namespace tenfold::app::page
