// Where the cards, machine frames and links of a scenario stand in a given space. Pure geometry:
// drawing and flying dots both follow it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/scenario.h"
#include "ui/mirror.h"

namespace tenfold::ui {

struct Point {
  float x = 0;
  float y = 0;
};

struct CardPlace {
  int part = 0;  // index into the scenario's parts
  Rect rect;
};

// A machine is drawn as a frame around the parts that run on it.
struct MachinePlace {
  int part = 0;
  Rect rect;
};

struct LinkPlace {
  int link = 0;  // index into the scenario's links
  int from = 0;  // parts
  int to = 0;
  // From one card's edge to the other's, turning at the points between; a straight link passes
  // them.
  std::array<Point, 4> way;
};

struct DiagramPlaces {
  bool brief = false;  // so many cards in so little room that each tells only the most urgent
  std::vector<CardPlace> cards;
  std::vector<MachinePlace> machines;
  std::vector<LinkPlace> links;
};

// What the rows of a scenario need not to stand over one another.
float least_diagram_height(const model::Scenario& scenario);
float diagram_columns(const model::Scenario& scenario);
DiagramPlaces lay_out(const model::Scenario& scenario, const Rect& space);

int part_index(const model::Scenario& scenario, std::string_view id);  // -1: none
std::string label_of(const model::Scenario& scenario, std::string_view id);
// The machine a part runs on; -1 for parts that have none.
int machine_of(const model::Scenario& scenario, const model::PartSpec& part);

const CardPlace* find_card(const DiagramPlaces& places, int part);

}  // namespace tenfold::ui
