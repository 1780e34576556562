// A node belongs to the parent that is open when it is added.
#include "ui/mirror.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "sim/fnv.h"

namespace tenfold::ui {

std::uint32_t node_id(std::string_view key) {
  sim::Fnv<std::uint32_t> hash;
  hash.add(key);
  return std::max(hash.value(), 1U);
}

void Mirror::begin() {
  nodes_.clear();
  parents_.clear();
}

Node& Mirror::add(Node node) {
  if (node.parent == 0 && !parents_.empty()) node.parent = parents_.back();
  nodes_.push_back(std::move(node));
  return nodes_.back();
}

void Mirror::place(std::size_t index, const Rect& rect) {
  assert(index < nodes_.size());
  nodes_[index].rect = rect;
}

void Mirror::open(std::uint32_t parent) { parents_.push_back(parent); }

void Mirror::close() {
  assert(!parents_.empty());
  parents_.pop_back();
}

}  // namespace tenfold::ui
