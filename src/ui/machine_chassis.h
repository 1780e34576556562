// A machine as a chassis around what runs on it: a lid with its name, bays for what it holds, and a
// foot with what is used of CPU, memory and disk. It glows while it fails requests.
#pragma once

#include <string>
#include <vector>

#include "model/system.h"
#include "ui/diagram_layout.h"
#include "ui/screen.h"

namespace tenfold::ui {

struct ChassisLooks {
  std::string label;
  std::string size;                         // "2 CPU, 4 GB, $30"
  const model::PartState* state = nullptr;  // none before a run exists
  bool is_selected = false;
  bool is_hovered = false;
};

// A tinted place inside a chassis, around the parts of one zone.
struct Bay {
  Rect around;
  model::Zone zone;
};

void draw_chassis(const Screen& screen, const Rect& rect, const ChassisLooks& looks,
                  const DiagramPlaces& places, const std::vector<Bay>& bays);

}  // namespace tenfold::ui
