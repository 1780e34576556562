// What was written last to every thing, whoever has heard of it yet: copies and caches are held
// against this to tell how stale they are. It costs no simulated time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/key_table.h"

namespace tenfold::model {

class Truth {
 public:
  // A write to a thing takes effect; gives the thing's new version.
  std::uint32_t commit(std::uint32_t thing, std::uint32_t user) {
    Entry& entry = entries_[thing];
    entry.last_writer = user;
    return ++entry.version;
  }
  // 0 when it was never written.
  std::uint32_t version(std::uint32_t thing) const {
    const Entry* entry = entries_.find(thing);
    return entry == nullptr ? 0 : entry->version;
  }
  std::size_t bytes() const { return entries_.bytes(); }
  bool wrote_last(std::uint32_t user, std::uint32_t thing) const {
    const Entry* entry = entries_.find(thing);
    return entry != nullptr && entry->last_writer == user;
  }

 private:
  struct Entry {
    std::uint32_t version = 0;
    std::uint32_t last_writer = 0;
  };
  sim::KeyTable<Entry, std::uint32_t> entries_;
};

}  // namespace tenfold::model
