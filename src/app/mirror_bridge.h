// Hands the mirror's list to the page when it changed, and only the nodes that did. While a
// simulation runs, words and numbers change in every frame, and no reader follows that fast: then
// they go at most four times a second, and only what came, went or moved goes at once.
#pragma once

#include <cstdint>
#include <vector>

#include "app/page.h"
#include "sim/key_table.h"
#include "ui/mirror.h"

namespace tenfold::app {

class MirrorBridge {
 public:
  // Returns in how many ms a held-back change is due; 0: none is held back.
  double hand_over(const std::vector<ui::Node>& nodes, const page::Extent& extent, bool running,
                   double now_ms);

 private:
  sim::KeyTable<std::uint64_t> sent_;  // node → hash of what the page has
  page::Extent extent_;
  std::uint64_t shape_ = 0;
  std::uint64_t content_ = 0;
  double sent_ms_ = 0;
};

}  // namespace tenfold::app
