// The card on consistent hashing: how many keys move when a server is added.
#pragma once

#include <variant>
#include <vector>

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

// A ring that can be drawn: few points of each server and few keys. Places are shares of the way
// around.
struct RingPicture {
  struct Point {
    double place = 0;
    int server = 0;
  };
  struct Key {
    double place = 0;
    bool moves = false;  // to the server that is added
  };
  std::vector<Point> points;  // around the ring, those of the added server among them
  std::vector<Key> keys;
};

struct CardState : RoomState {
  static constexpr const RoomKind* kRoom = &kCards;
  int servers = 4;
  bool is_added = false;  // one more stands on the ring
  MovedKeys moved;
  RingPicture ring;
  int answer = -1;  // what the copy that is cut off says: 0 what it has, 1 an error
};

struct SetServers {
  int servers;
  bool is_added;
};
struct AnswerCut {
  int answer;
};
using CardsAction = std::variant<SetServers, AnswerCut>;

}  // namespace tenfold::tutor
