// A priority queue with four children a node: half as deep as a binary heap, and four children fill
// one cache line. Popping leaves a hole at the top that the next push fills, so the usual step of
// a simulation, one event out and one in, moves through the heap once instead of twice. The top has
// a single child, so that where the new one comes first, one comparison settles it.
#pragma once

#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace tenfold::bench {

// Entry has before(a, b), a strict order as the number 1 or 0, and a default value that comes after
// every real one.
// Entries are handed on by value: copied in memory as a whole, one that was just written in pieces
// would hold the processor up.
template <typename Entry>
class QuaternaryHeap {
 public:
  QuaternaryHeap() : entries_(kPadding) {}

  void push(Entry entry) {
    if (hole_) {
      hole_ = false;
      fill_hole(entry);
      return;
    }
    if (count_ + kPadding == entries_.size()) [[unlikely]]
      entries_.resize(entries_.size() * 2);
    sift_up(count_++, entry);
  }

  // Requires that the heap is not empty.
  Entry pop() {
    close_hole();
    assert(count_ > 0);
    hole_ = true;
    return entries_[0];
  }

 private:
  // Behind the last entry there are always empty ones, so that a node has four children to compare.
  static constexpr std::size_t kPadding = 8;

  void close_hole() {
    if (!hole_) return;
    hole_ = false;
    const Entry last = std::exchange(entries_[--count_], Entry{});
    if (count_ > 0) fill_hole(last);
  }

  void sift_up(std::size_t place, Entry entry) {
    Entry* entries = entries_.data();
    while (place > 0) {
      const std::size_t parent = (place + 2) / 4;
      const Entry above = entries[parent];
      if (before(entry, above) == 0) break;
      entries[place] = above;
      place = parent;
    }
    entries[place] = entry;
  }

  void fill_hole(Entry entry) {
    Entry* entries = entries_.data();
    const Entry second = entries[1];
    if (before(entry, second) != 0) {
      entries[0] = entry;
      return;
    }
    entries[0] = second;
    std::size_t place = 1;
    for (std::size_t child = 2; child < count_; child = 4 * place - 2) {
      const Entry* four = entries + child;
      // Without jumps, as nothing predicts which child comes first.
      const auto left = static_cast<std::size_t>(before(four[1], four[0]));
      const auto right = 2 + static_cast<std::size_t>(before(four[3], four[2]));
      const auto turn = static_cast<std::size_t>(before(four[right], four[left]));
      const std::size_t best = left + ((right - left) & (0 - turn));
      const Entry below = four[best];
      if (before(below, entry) == 0) break;
      entries[place] = below;
      place = child + best;
    }
    entries[place] = entry;
  }

  std::vector<Entry> entries_;
  std::size_t count_ = 0;  // including the hole
  bool hole_ = false;
};

}  // namespace tenfold::bench
