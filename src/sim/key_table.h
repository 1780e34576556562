// Values by number, such as what a cache knows about a key: open addressing with linear probing
// (Knuth, volume 3, 6.4). Never walked through, so no order of its own can leak into a run.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/bytes.h"
#include "sim/random.h"

namespace tenfold::sim {

// The largest key cannot be stored: it marks the slots that are free.
template <typename Value, typename Key = std::uint64_t>
class KeyTable {
 public:
  // The key's value, or nullptr. Valid until the next change.
  const Value* find(Key key) const {
    if (size_ == 0) return nullptr;
    const Slot& slot = slots_[place(key)];
    return slot.key != kFree ? &slot.value : nullptr;
  }
  Value* find(Key key) { return const_cast<Value*>(std::as_const(*this).find(key)); }

  // The key's value, a fresh one if it had none. Valid until the next change.
  Value& operator[](Key key) {
    assert(key != kFree);
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(key)];
    if (slot.key == kFree) {
      slot.key = key;
      ++size_;
    }
    return slot.value;
  }

  // Nothing happens when it is not there.
  void erase(Key key) {
    if (size_ == 0) return;
    std::size_t hole = place(key);
    if (slots_[hole].key == kFree) return;
    --size_;
    // Those behind the hole that would not be found any more move up into it.
    for (std::size_t next = hole;;) {
      next = (next + 1) & mask();
      if (slots_[next].key == kFree) break;
      const std::size_t home = static_cast<std::size_t>(mix64(slots_[next].key)) & mask();
      if (((next - home) & mask()) < ((next - hole) & mask())) continue;
      slots_[hole] = slots_[next];
      hole = next;
    }
    slots_[hole] = Slot{};
  }

  void clear() {
    slots_.clear();
    size_ = 0;
  }
  std::size_t size() const { return size_; }
  std::size_t bytes() const { return bytes_of(slots_); }

 private:
  static constexpr Key kFree = ~Key{0};

  struct Slot {
    Key key = kFree;
    Value value{};
  };

  std::size_t mask() const { return slots_.size() - 1; }

  // Where the key is, or would be. REQUIRES: there is a free slot.
  std::size_t place(Key key) const {
    std::size_t at = static_cast<std::size_t>(mix64(key)) & mask();
    while (slots_[at].key != kFree && slots_[at].key != key) at = (at + 1) & mask();
    return at;
  }

  void grow() {
    std::vector<Slot> smaller(slots_.empty() ? 16 : slots_.size() * 2);
    std::swap(smaller, slots_);
    for (const Slot& slot : smaller) {
      if (slot.key != kFree) slots_[place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  // its size is 0 or a power of two, at least half of it free
  std::size_t size_ = 0;
};

}  // namespace tenfold::sim
