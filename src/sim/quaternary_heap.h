// A priority queue with four children a node: half as deep as a binary heap, and four children fill
// one cache line. Popping leaves a hole at the root that the next push fills, so the usual step of
// a simulation, one event out and one in, moves through the heap once instead of twice.
#pragma once

#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace tenfold::sim {

// Entry has before(a, b), a strict order, and a default value that comes after every real one.
template <typename Entry>
class QuaternaryHeap {
 public:
  QuaternaryHeap() : entries_(kPadding) {}

  void push(const Entry& entry) {
    if (hole_) {
      hole_ = false;
      sift_down(entry);
      return;
    }
    if (count_ + kPadding == entries_.size()) entries_.resize(entries_.size() * 2);
    sift_up(count_++, entry);
  }

  // The first entry, or Entry{} when there is none.
  const Entry& top() {
    close_hole();
    return entries_[0];
  }

  // Requires that the heap is not empty.
  Entry pop() {
    close_hole();
    assert(count_ > 0);
    hole_ = true;
    return entries_[0];
  }

  std::size_t size() const { return count_ - (hole_ ? 1 : 0); }

  // Visits every entry for a change that keeps their order.
  template <typename Visit>
  void for_each(Visit visit) {
    close_hole();
    for (std::size_t i = 0; i < count_; ++i) visit(entries_[i]);
  }

 private:
  // Behind the last entry there are always empty ones, so that a node has four children to compare.
  static constexpr std::size_t kPadding = 8;

  void close_hole() {
    if (!hole_) return;
    hole_ = false;
    const Entry last = std::exchange(entries_[--count_], Entry{});
    if (count_ > 0) sift_down(last);
  }

  void sift_up(std::size_t place, const Entry& entry) {
    while (place > 0) {
      const std::size_t parent = (place - 1) / 4;
      if (!before(entry, entries_[parent])) break;
      entries_[place] = entries_[parent];
      place = parent;
    }
    entries_[place] = entry;
  }

  // Puts the entry in at the root.
  void sift_down(const Entry& entry) {
    std::size_t place = 0;
    for (;;) {
      const std::size_t child = 4 * place + 1;
      if (child >= count_) break;
      const Entry* four = &entries_[child];
      const std::size_t left = before(four[1], four[0]) ? 1 : 0;
      const std::size_t right = before(four[3], four[2]) ? 3 : 2;
      const std::size_t best = before(four[right], four[left]) ? right : left;
      if (!before(four[best], entry)) break;
      entries_[place] = four[best];
      place = child + best;
    }
    entries_[place] = entry;
  }

  std::vector<Entry> entries_;
  std::size_t count_ = 0;  // including the hole
  bool hole_ = false;
};

}  // namespace tenfold::sim
