// Things that come and go, such as requests in flight, kept in one array and named by index. A
// slot's generation rises each time it is freed, so a handle to what was there before is known as
// stale.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <vector>

#include "sim/bytes.h"

namespace tenfold::sim {

struct Handle {
  std::uint32_t index = 0;
  std::uint32_t generation = 0;

  friend bool operator==(const Handle&, const Handle&) = default;
};

template <typename T>
class Pool {
  static_assert(std::is_trivially_destructible_v<T>);

 public:
  // A fresh T's index. References into the pool may move; indices never do.
  std::uint32_t acquire() {
    if (free_ == kNone) [[unlikely]]
      return grow();
    const std::uint32_t index = free_;
    Slot& slot = slots_[index];
    free_ = slot.next_free;
    --idle_;
    ++slot.generation;
    std::construct_at(&slot.value);
    return index;
  }

  // REQUIRES: the index is in use.
  void release(std::uint32_t index) {
    assert(in_use(index));
    Slot& slot = slots_[index];
    ++slot.generation;
    slot.next_free = free_;
    free_ = index;
    ++idle_;
  }

  T& operator[](std::uint32_t index) {
    assert(index < slots_.size());
    return slots_[index].value;
  }
  const T& operator[](std::uint32_t index) const {
    assert(index < slots_.size());
    return slots_[index].value;
  }

  // A live slot's generation is odd.
  bool in_use(std::uint32_t index) const {
    return index < slots_.size() && (slots_[index].generation & 1) != 0;
  }
  Handle handle(std::uint32_t index) const { return {index, slots_[index].generation}; }
  bool is_current(Handle handle) const {
    return in_use(handle.index) && slots_[handle.index].generation == handle.generation;
  }

  std::size_t size() const { return slots_.size() - idle_; }
  std::size_t bytes() const { return bytes_of(slots_); }
  // One more than the largest index ever given: the bound for walking over all slots.
  std::uint32_t index_end() const { return static_cast<std::uint32_t>(slots_.size()); }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  // What is asked about a slot and what is first in it lie side by side: of many slots, most are in
  // no cache, and each that is looked at costs one wait for memory instead of two. A large one
  // begins where the processor's 64 bytes do.
  struct alignas(sizeof(T) > 56 ? 64 : alignof(T)) Slot {
    std::uint32_t generation = 1;
    std::uint32_t next_free = kNone;  // of a free slot: the one freed before it
    T value{};
  };

  std::uint32_t grow() {
    slots_.emplace_back();
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }

  std::vector<Slot> slots_;
  std::uint32_t free_ = kNone;  // the slot that was freed last
  std::uint32_t idle_ = 0;
};

}  // namespace tenfold::sim
