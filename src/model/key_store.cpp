// A list in order of use, threaded through the nodes that a table of keys leads to.
#include "model/key_store.h"

#include <algorithm>

namespace tenfold::model {

void KeyStore::set_room(std::uint32_t entries) {
  room_ = entries;
  while (size() > room_) forget(oldest_);
}

void KeyStore::clear() {
  nodes_.clear();
  free_.clear();
  places_.clear();
  newest_ = kNone;
  oldest_ = kNone;
}

const KeyStore::Entry* KeyStore::use(std::uint64_t key, sim::Time now_ns) {
  const std::uint32_t* found = places_.find(key);
  if (found == nullptr) return nullptr;
  const std::uint32_t place = *found;
  if (nodes_[place].entry.expires_ns <= now_ns) {
    forget(place);
    return nullptr;
  }
  if (place != newest_) {
    unlink(place);
    link_newest(place);
  }
  return &nodes_[place].entry;
}

void KeyStore::put(std::uint64_t key, const Entry& entry) {
  if (room_ == 0) return;
  if (const std::uint32_t* found = places_.find(key)) forget(*found);
  if (size() == room_) forget(oldest_);
  std::uint32_t place = static_cast<std::uint32_t>(nodes_.size());
  if (free_.empty()) {
    nodes_.emplace_back();
  } else {
    place = free_.back();
    free_.pop_back();
  }
  nodes_[place] = {.entry = entry, .key = key};
  places_[key] = place;
  questions_ = std::max(questions_, (key >> 32) + 1);
  link_newest(place);
}

void KeyStore::forget_all_of(std::uint32_t thing) {
  for (std::uint32_t question = 0; question < questions_; ++question) {
    const std::uint32_t* found = places_.find(key_of(thing, question));
    if (found != nullptr) forget(*found);
  }
}

void KeyStore::unlink(std::uint32_t place) {
  const Node& node = nodes_[place];
  (node.newer == kNone ? newest_ : nodes_[node.newer].older) = node.older;
  (node.older == kNone ? oldest_ : nodes_[node.older].newer) = node.newer;
}

void KeyStore::link_newest(std::uint32_t place) {
  nodes_[place].newer = kNone;
  nodes_[place].older = newest_;
  if (newest_ != kNone) nodes_[newest_].newer = place;
  newest_ = place;
  if (oldest_ == kNone) oldest_ = place;
}

void KeyStore::forget(std::uint32_t place) {
  unlink(place);
  places_.erase(nodes_[place].key);
  free_.push_back(place);
}

}  // namespace tenfold::model
