// Hands the mirror's list to the page when it changed, and only the nodes that did. A change of what
// is there goes at once; changed words, numbers and places at most four times a second, since a
// running simulation changes them every frame and no reader follows faster.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/page.h"
#include "ui/mirror.h"

namespace tenfold::app {

class MirrorBridge {
 public:
  // Returns in how many ms a held-back change is due; 0: none is held back.
  double hand_over(const std::vector<ui::Node>& nodes, const page::Extent& extent, double now_ms);

 private:
  std::unordered_map<std::uint32_t, std::uint64_t> sent_;  // node → hash of what the page has
  page::Extent extent_;
  std::uint64_t shape_ = 0;
  std::uint64_t content_ = 0;
  double sent_ms_ = 0;
};

}  // namespace tenfold::app
