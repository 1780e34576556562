// Answers by key, each with its time to live, in fixed room: the longest unused goes first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/bytes.h"
#include "sim/clock.h"
#include "sim/key_table.h"

namespace tenfold::model {

class KeyStore {
 public:
  struct Entry {
    sim::Time expires_ns = sim::kNever;
    std::uint32_t version = 0;
    std::uint32_t bytes = 0;
  };

  // How many entries it can keep; with less room than before, the longest unused go at once.
  void set_room(std::uint32_t entries);
  void clear();

  // The key's entry, which is now the one used last; nullptr when there is none or it has expired.
  const Entry* use(std::uint64_t key, sim::Time now_ns);
  void put(std::uint64_t key, const Entry& entry);
  // The answers to the several questions about one thing are stored apart.
  static std::uint64_t key_of(std::uint32_t thing, std::uint32_t question) {
    return std::uint64_t{question} << 32 | thing;
  }
  // Forgets every answer about a thing.
  void forget_all_of(std::uint32_t thing);

  std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
  std::size_t bytes() const {
    return sim::bytes_of(nodes_) + sim::bytes_of(free_) + places_.bytes();
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  struct Node {
    Entry entry;
    std::uint64_t key = 0;
    std::uint32_t newer = kNone;
    std::uint32_t older = kNone;
  };

  void unlink(std::uint32_t place);
  void link_newest(std::uint32_t place);
  void forget(std::uint32_t place);

  std::uint32_t room_ = 0;
  std::uint64_t questions_ = 0;  // more than any that was stored
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> free_;
  sim::KeyTable<std::uint32_t> places_;  // of keys, in nodes_
  std::uint32_t newest_ = kNone;
  std::uint32_t oldest_ = kNone;
};

}  // namespace tenfold::model
