// Room files on disk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lesson/room.h"

namespace tenfold::cli {

struct RoomFile {
  std::string file;
  lesson::Room room;
  std::vector<lesson::FileFault> faults;  // of reading
};

// Of a folder, in the order of their names: every .json that is neither a lesson nor a schema. None
// when `path` is a file.
std::vector<RoomFile> read_rooms(std::string_view path);

}  // namespace tenfold::cli
