// A system in small: what is designed of it, without those who ask, as a picture needs it.
#pragma once

#include <string>
#include <vector>

#include "model/scenario.h"
#include "model/system.h"

namespace tenfold::tutor {

// A part by where it stands on the system's diagram.
struct SketchPart {
  std::string id;
  std::string kind;  // a name from model::part_kinds()
  std::string label;
  model::GridPlace place;
  bool is_new = false;  // the system before had none of this name
  int machine = -1;     // the same number: on the same machine; -1: on none
  model::Health health = model::Health::up;
};

struct Sketch {
  struct Link {
    std::size_t from;  // indices of parts
    std::size_t to;
  };
  std::vector<SketchPart> parts;
  std::vector<Link> links;
};

Sketch sketch_of(const model::Scenario& scenario, const model::Scenario& before);
// These, and what runs on them, are down where they die in the scenario, else overloaded.
void mark_sufferers(Sketch& sketch, const model::Scenario& scenario,
                    const std::vector<std::string>& ids);
// "load balancer, 3 × app server, database"; each that is in trouble says so.
std::string words_of(const Sketch& sketch);

}  // namespace tenfold::tutor
