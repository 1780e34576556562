// A part as a card: what kind it is, how busy, in which state. What it tells depends on the room
// that it has; the tile, which fills with how busy the part is, survives at every size.
#pragma once

#include <string>

#include "model/system.h"
#include "ui/diagram_layout.h"
#include "ui/icons.h"
#include "ui/screen.h"

namespace tenfold::ui {

// What a part is on a diagram: its sign and its zone. Both are its kind's, but for those whose
// place in the system says more: a server that only a queue sends work to is a worker, and a
// database that copies another is a replica.
struct PartSign {
  Icon icon;
  model::Zone zone;
};
PartSign sign_of(const model::Scenario& scenario, int part);

struct PartLooks {
  std::string label;
  PartSign sign;
  const model::PartState* state = nullptr;    // none before a run exists
  const model::PartState* machine = nullptr;  // the one it is alone on, if its foot tells of it
  bool is_selected = false;
  bool is_hovered = false;
  bool is_new = false;
};

void draw_part(const Screen& screen, const CardPlace& place, const PartLooks& looks,
               const DiagramPlaces& places);

// "62 %".
std::string percent(double share);
// Readers and name servers answer without workers of their own: they tell a rate.
bool has_workers(const model::PartState& part);

}  // namespace tenfold::ui
