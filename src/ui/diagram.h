// The live diagram: parts as cards, those that wait as dots in line before them, machines as
// chassis with their CPU, memory and disk, links as lines as wide as their traffic.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/system.h"
#include "ui/diagram_layout.h"
#include "ui/failure_labels.h"
#include "ui/folded_diagram.h"
#include "ui/screen.h"

namespace tenfold::ui {

struct DiagramInput {
  std::string key;   // tells two diagrams on one screen apart
  std::string name;  // what the drawing shows
  const model::Scenario* scenario = nullptr;
  std::span<const model::PartState> parts;  // empty before a run exists
  std::vector<model::LinkState> links;      // the same
  std::vector<bool> selected;               // by part; empty: none is
  std::vector<FailureLabel> failures;
  std::vector<bool> is_new;       // by part, beside the system before; empty: none is
  bool is_board = false;          // its cells stay where they are
  OpenZone* open_zone = nullptr;  // of a diagram that may be folded; changed when a row is pressed
};

// Draws cards, frames and links in `space` and lists them. Returns the part whose card was pressed,
// or -1. `places` receives where everything stands, for the dots.
int draw_diagram(Screen& screen, const Rect& space, const DiagramInput& input,
                 DiagramPlaces& places);

// The mirror's node of a part's card, in the diagram of that key.
std::uint32_t part_node(std::string_view diagram_key, std::string_view part);

// "84 % busy, 120 waiting, strained": a part's state in words, as its card and the mirror say it.
std::string part_in_words(const model::PartState& part);
std::string_view health_word(model::Health health);  // "up", "strained", …

}  // namespace tenfold::ui
