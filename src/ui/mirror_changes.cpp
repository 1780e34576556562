// A list is held against the last one, place by place and then by id.
#include "ui/mirror_changes.h"

namespace tenfold::ui {
namespace {

constexpr double kPauseMs = 250;

bool moved(const Node& before, const Node& node) {
  return before.parent != node.parent || before.role != node.role || before.rect != node.rect;
}

}  // namespace

const Node* MirrorChanges::known(std::size_t place, std::uint32_t id) const {
  // Most are where they were.
  if (place < known_.size() && known_[place].id == id) return &known_[place];
  const std::uint32_t* elsewhere = places_.find(id);
  return elsewhere != nullptr ? &known_[*elsewhere] : nullptr;
}

MirrorUpdate MirrorChanges::update(const std::vector<Node>& nodes, const Extent& extent,
                                   const Moment& moment) {
  MirrorUpdate update;
  // Every second list goes, however long the presses last.
  replaced_ = moment.pressed && !replaced_;
  update.replaced = replaced_;
  if (replaced_) return update;

  bool reshaped = extent != extent_ || nodes.size() != known_.size();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node* before = known(i, nodes[i].id);
    if (before == nullptr || *before != nodes[i]) update.changed.push_back(i);
    reshaped = reshaped || before != &known_[i] || moved(*before, nodes[i]);
  }
  if (!reshaped && update.changed.empty()) return update;
  const double rested_ms = moment.now_ms - told_ms_;
  if (moment.running && !reshaped && rested_ms < kPauseMs) {
    update.changed.clear();
    update.held_back_ms = kPauseMs - rested_ms;
    return update;
  }

  known_ = nodes;
  if (reshaped) {
    places_.clear();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      places_[nodes[i].id] = static_cast<std::uint32_t>(i);
    }
  }
  extent_ = extent;
  told_ms_ = moment.now_ms;
  update.due = true;
  return update;
}

}  // namespace tenfold::ui
