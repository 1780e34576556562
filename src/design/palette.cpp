// The catalogue by zones.
#include "design/palette.h"

#include <algorithm>

namespace tenfold::design {
namespace {

std::vector<PaletteGroup> grouped(auto is_wanted) {
  std::vector<PaletteGroup> groups;
  for (int zone = 0; zone <= static_cast<int>(model::Zone::later); ++zone) {
    PaletteGroup group{static_cast<model::Zone>(zone), {}};
    for (const model::KindInfo* kind : model::part_kinds()) {
      if (kind->zone == group.zone && is_wanted(*kind)) group.kinds.push_back(kind);
    }
    std::stable_partition(group.kinds.begin(), group.kinds.end(),
                          [](const model::KindInfo* kind) { return !kind->is_machine; });
    if (!group.kinds.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

std::vector<PaletteGroup> palette() {
  return grouped([](const model::KindInfo&) { return true; });
}

std::vector<PaletteGroup> palette(const std::vector<std::string_view>& kinds) {
  return grouped([&](const model::KindInfo& kind) {
    return std::find(kinds.begin(), kinds.end(), kind.name) != kinds.end();
  });
}

}  // namespace tenfold::design
