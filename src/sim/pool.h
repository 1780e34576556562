// Things that come and go, such as requests in flight, kept in one array and named by index. A
// slot's generation rises each time it is freed, so a handle to what was there before is known as
// stale.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenfold::sim {

struct Handle {
  std::uint32_t index = 0;
  std::uint32_t generation = 0;

  friend bool operator==(const Handle&, const Handle&) = default;
};

template <typename T>
class Pool {
 public:
  // A fresh T's index. References into the pool may move; indices never do.
  std::uint32_t acquire() {
    if (free_.empty()) {
      slots_.emplace_back();
      generations_.push_back(1);
      return static_cast<std::uint32_t>(slots_.size() - 1);
    }
    const std::uint32_t index = free_.back();
    free_.pop_back();
    ++generations_[index];
    slots_[index] = T{};
    return index;
  }

  // Requires that the index is in use.
  void release(std::uint32_t index) {
    assert(in_use(index));
    ++generations_[index];
    free_.push_back(index);
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
    return index < slots_.size() && (generations_[index] & 1) != 0;
  }
  Handle handle(std::uint32_t index) const { return {index, generations_[index]}; }
  bool is_current(Handle handle) const {
    return in_use(handle.index) && generations_[handle.index] == handle.generation;
  }

  std::size_t size() const { return slots_.size() - free_.size(); }
  // One more than the largest index ever given: the bound for walking over all slots.
  std::uint32_t index_end() const { return static_cast<std::uint32_t>(slots_.size()); }

 private:
  std::vector<T> slots_;
  std::vector<std::uint32_t> generations_;
  std::vector<std::uint32_t> free_;
};

}  // namespace tenfold::sim
