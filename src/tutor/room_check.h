// What the rooms claim, held against runs: that a fix moves its number, that a system has one
// single point of failure, that no answer of a weighing is always right, that a live row's run
// meets its line.
#pragma once

#include <string_view>
#include <vector>

#include "lesson/room.h"

namespace tenfold::tutor {

// `lessons` are those that rows may run; a row of a stage that is not among them is passed over.
// REQUIRES: a room and lessons that were read without faults.
std::vector<lesson::FileFault> check_room(const lesson::Room& room,
                                          const std::vector<const lesson::Lesson*>& lessons,
                                          std::string_view file);

}  // namespace tenfold::tutor
