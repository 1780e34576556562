// A room is every file that is neither a stage nor a schema.
#include "cli/rooms.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/files.h"

namespace tenfold::cli {

namespace fs = std::filesystem;

std::vector<RoomFile> read_rooms(std::string_view path) {
  std::error_code fault;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(path, fault), end; !fault && entry != end;
       entry.increment(fault)) {
    const std::string name = entry->path().filename().string();
    const bool is_room =
        name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with("stage-");
    if (is_room) names.push_back(entry->path().string());
  }
  std::sort(names.begin(), names.end());
  std::vector<RoomFile> rooms;
  for (const std::string& name : names) {
    const FileText file = read_file(name);
    lesson::ReadRoom read = lesson::read_room(file.text, name);
    if (!file.fault.empty()) read.faults = {{name, "", file.fault}};
    rooms.push_back({name, std::move(read.room), std::move(read.faults)});
  }
  return rooms;
}

}  // namespace tenfold::cli
