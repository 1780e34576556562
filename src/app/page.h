// What the program asks of the page around it: each function is one call into the object that the
// page hands over at the start (web/boot.js). The opposite direction is exports.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ui/mirror_changes.h"

namespace tenfold::app::page {

void describe_nodes();  // once, before the first list
// The mirror's list, in reading order, of which only the nodes at the places `changed` are not on
// the page as they are.
void show_list(std::span<const ui::Node> nodes, std::span<const std::size_t> changed,
               const ui::Extent& extent);

void focus(std::uint32_t id);
void scroll_to(float y, bool at_once);
void choose(std::string_view name, std::string_view value);  // as web/look.js has them
// What is kept under a name, as it is now: other tabs write it too.
std::string stored(std::string_view name);
bool store(std::string_view name, const std::string& text);  // false: this browser keeps nothing
// False: the link is only in the address bar.
bool hand_out(int kind, const std::string& name, const std::string& text);
// The names of step and room are of letters only; the title is that of the stage.
void show_place(int stage, const std::string& title, std::string_view step, std::string_view room);
int free_workers();
void give_job(std::uint32_t number, std::string_view bytes);  // REQUIRES: a worker is free
void fetch_room(std::string_view room);                       // its file, by the room's name
void fetch_problems();

}  // namespace tenfold::app::page
