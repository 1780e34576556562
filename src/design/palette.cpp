// The catalogue by zones.
#include "design/palette.h"

#include <algorithm>

namespace tenfold::design {
namespace {

std::vector<PaletteGroup> grouped(auto is_wanted) {
  std::vector<PaletteGroup> groups;
  for (int zone = 0; zone <= static_cast<int>(model::Zone::later); ++zone) {
    PaletteGroup group{static_cast<model::Zone>(zone), {}};
    for (const bool machines : {false, true}) {
      for (const model::KindInfo* kind : model::part_kinds()) {
        const bool is_here = kind->zone == group.zone && kind->is_machine == machines;
        if (is_here && is_wanted(*kind)) group.kinds.push_back(kind);
      }
    }
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
