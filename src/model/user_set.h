// Some of all users, a bit for each, in words of 64: of millions, a table of names would take far
// more, and of a few it takes little.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/key_table.h"

namespace tenfold::model {

class UserSet {
 public:
  bool has(std::uint32_t user) const {
    const std::uint64_t* word = words_.find(user / 64);
    return word != nullptr && (*word & bit(user)) != 0;
  }
  void add(std::uint32_t user) { words_[user / 64] |= bit(user); }
  void remove(std::uint32_t user) {
    if (std::uint64_t* word = words_.find(user / 64)) *word &= ~bit(user);
  }
  void clear() { words_.clear(); }
  std::size_t bytes() const { return words_.bytes(); }

 private:
  static std::uint64_t bit(std::uint32_t user) { return std::uint64_t{1} << user % 64; }

  sim::KeyTable<std::uint64_t, std::uint32_t> words_;
};

}  // namespace tenfold::model
