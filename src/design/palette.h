// What can be put into a draft: every kind of the catalogue, by where it stands in a system.
#pragma once

#include <string_view>
#include <vector>

#include "model/catalogue.h"

namespace tenfold::design {

struct PaletteGroup {
  model::Zone zone;
  std::vector<const model::KindInfo*> kinds;  // in the catalogue's order
};
// From those who ask to what is done later. Machines come last in theirs: most are brought along.
std::vector<PaletteGroup> palette();
// Only these, by name: what is taught so far, or what a problem allows.
std::vector<PaletteGroup> palette(const std::vector<std::string_view>& kinds);

}  // namespace tenfold::design
