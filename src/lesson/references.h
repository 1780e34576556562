// Ids within a file: used once, and naming something that is there.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/fields.h"
#include "lesson/words.h"

namespace tenfold::lesson {

// Notes every id that an earlier item of the same list has.
template <typename Named>
void check_ids(Report& report, const std::string& path, const std::vector<Named>& things) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    const auto same = [&](const Named& other) { return other.id == things[i].id; };
    if (!things[i].id.empty() &&
        std::any_of(things.begin(), things.begin() + static_cast<std::ptrdiff_t>(i), same)) {
      report.add(path + '/' + std::to_string(i) + "/id", "is used twice: " + quoted(things[i].id));
    }
  }
}

// Notes an id that none of the things has. An empty one was noted where it was read.
template <typename Named>
void check_refers(Report& report, const std::string& path, const std::string& id,
                  const std::vector<Named>& things, std::string_view what) {
  if (id.empty() || report.covers(path)) return;
  std::vector<std::string_view> ids;
  for (const Named& thing : things) ids.push_back(thing.id);
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  report.add(path, "names " + quoted(id) + ", but there is no such " + std::string(what) +
                       did_you_mean(id, ids));
}

}  // namespace tenfold::lesson
