// Keys are placed on the ring once a number of servers is asked about.
#include "tutor/cards_room.h"

#include "model/shards.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
namespace {

constexpr int kMostServers = 100;

void count_for(Tutor& tutor, int servers) {
  CardState& card = tutor.states.of<CardState>();
  card.servers = servers;
  card.moved = moved_keys(servers);
}

void enter(Tutor& tutor) { count_for(tutor, tutor.states.of<CardState>().servers); }

void act(Tutor& tutor, const Action& action) {
  deal_with<CardsAction>(action, [&](const SetServers& set) {
    if (set.servers >= 1 && set.servers <= kMostServers) count_for(tutor, set.servers);
  });
}

}  // namespace

constinit const RoomKind kCards = {.name = "cards",
                                   .title = "Two cards",
                                   .line = "The ring, and the cut cable",
                                   .icon = "ring",
                                   .has_file = true,
                                   .enter = enter,
                                   .act = act};

MovedKeys moved_keys(int servers) {
  constexpr std::uint32_t kPoints = 100;  // of each server on the ring
  constexpr std::uint64_t kKeys = 20'000;
  const auto count = static_cast<std::uint32_t>(servers);
  const sim::Stream luck(1);
  const model::HashRing before(count, kPoints, luck);
  const model::HashRing after(count + 1, kPoints, luck);
  int by_remainder = 0;
  int by_ring = 0;
  for (std::uint64_t key = 0; key < kKeys; ++key) {
    by_remainder += key % count != key % (count + 1) ? 1 : 0;
    by_ring += before.node_of(key) != after.node_of(key) ? 1 : 0;
  }
  return {static_cast<double>(by_remainder) / kKeys, static_cast<double>(by_ring) / kKeys};
}

}  // namespace tenfold::tutor
