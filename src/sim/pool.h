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
    free_ = stamps_[index].next_free;
    --idle_;
    ++stamps_[index].generation;
    std::construct_at(&slots_[index]);
    return index;
  }

  // Requires that the index is in use.
  void release(std::uint32_t index) {
    assert(in_use(index));
    ++stamps_[index].generation;
    stamps_[index].next_free = free_;
    free_ = index;
    ++idle_;
  }

  T& operator[](std::uint32_t index) {
    assert(index < slots_.size());
    return slots_[index];
  }
  const T& operator[](std::uint32_t index) const {
    assert(index < slots_.size());
    return slots_[index];
  }

  // A live slot's generation is odd.
  bool in_use(std::uint32_t index) const {
    return index < slots_.size() && (stamps_[index].generation & 1) != 0;
  }
  Handle handle(std::uint32_t index) const { return {index, stamps_[index].generation}; }
  bool is_current(Handle handle) const {
    return in_use(handle.index) && stamps_[handle.index].generation == handle.generation;
  }

  std::size_t size() const { return slots_.size() - idle_; }
  // One more than the largest index ever given: the bound for walking over all slots.
  std::uint32_t index_end() const { return static_cast<std::uint32_t>(slots_.size()); }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  struct Stamp {
    std::uint32_t generation = 1;
    std::uint32_t next_free = kNone;  // of a free slot: the one freed before it
  };

  std::uint32_t grow() {
    slots_.emplace_back();
    stamps_.emplace_back();
    return static_cast<std::uint32_t>(slots_.size() - 1);
  }

  std::vector<T> slots_;
  std::vector<Stamp> stamps_;
  std::uint32_t free_ = kNone;  // the slot that was freed last
  std::uint32_t idle_ = 0;
};

}  // namespace tenfold::sim
