// The card on consistent hashing: how many keys move when a server is added.
#pragma once

#include <variant>

#include "tutor/room_states.h"

namespace tenfold::tutor {

extern const RoomKind kCards;

// How many keys change their server when one is added: shares of all keys.
struct MovedKeys {
  double by_remainder = 0;
  double by_ring = 0;
};
// Counted on keys placed by the model's own ring. REQUIRES: servers >= 1.
MovedKeys moved_keys(int servers);

struct CardState : RoomState {
  static constexpr const RoomKind* kRoom = &kCards;
  int servers = 4;
  MovedKeys moved;
};

struct SetServers {
  int servers;
};
using CardsAction = std::variant<SetServers>;

}  // namespace tenfold::tutor
