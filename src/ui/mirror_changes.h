// What the page is told of the mirror's list, and when: only the nodes that it does not have as
// they are. While a simulation runs, words and numbers change in every frame, and no reader follows
// that fast: then they go at most four times a second, and only what came, went or moved goes at
// once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/key_table.h"
#include "ui/mirror.h"

namespace tenfold::ui {

// The list's surroundings, in CSS px; see Frame.
struct Extent {
  float page_height = 0;
  float fixed_top = 0;
  float fixed_bottom = 0;
  float column_left = 0;
  float column_right = 0;
  bool operator==(const Extent&) const = default;
};

struct Moment {
  double now_ms = 0;
  bool running = false;  // a simulation
  bool pressed = false;  // something, in this frame: what that does, the next one's list shows
};

struct MirrorUpdate {
  bool due = false;                  // the list is to be handed over now
  bool replaced = false;             // it never is: the next frame's goes in its place
  double held_back_ms = 0;           // in how many ms what is held back is due; 0: nothing is
  std::vector<std::size_t> changed;  // if due: the places of the nodes that are new or changed
};

class MirrorChanges {
 public:
  // REQUIRES: the page is told what is due.
  MirrorUpdate update(const std::vector<Node>& nodes, const Extent& extent, const Moment& moment);

 private:
  const Node* known(std::size_t place, std::uint32_t id) const;

  std::vector<Node> known_;              // as the page has them
  sim::KeyTable<std::uint32_t> places_;  // there, by id
  Extent extent_;
  double told_ms_ = 0;
  bool replaced_ = false;  // the last frame's list
};

}  // namespace tenfold::ui
