// Keys are placed on the ring once a number of servers is asked about.
#include "tutor/cards_room.h"

#include "model/shards.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

constexpr int kMostServers = 100;

RingPicture picture_of(int servers) {
  constexpr std::uint32_t kPoints = 3;
  constexpr std::uint64_t kKeys = 46;
  constexpr double kAround = 18446744073709551616.0;  // 2^64
  const auto count = static_cast<std::uint32_t>(servers);
  const model::HashRing ring(count + 1, kPoints, sim::Stream(1));
  RingPicture picture;
  for (const model::HashRing::Point& point : ring.points()) {
    picture.points.push_back(
        {static_cast<double>(point.place) / kAround, static_cast<int>(point.node)});
  }
  for (std::uint64_t key = 0; key < kKeys; ++key) {
    picture.keys.push_back({static_cast<double>(model::HashRing::place_of(key)) / kAround,
                            ring.node_of(key) == count});
  }
  return picture;
}

void count_for(Tutor& tutor, int servers) {
  CardState& card = tutor.states.of<CardState>();
  card.servers = servers;
  card.moved = moved_keys(servers);
  card.ring = picture_of(servers);
}

void enter(Tutor& tutor) { count_for(tutor, tutor.states.of<CardState>().servers); }

void on(Tutor& tutor, const SetServers& set) {
  if (set.servers < 1 || set.servers > kMostServers) return;
  count_for(tutor, set.servers);
  tutor.states.of<CardState>().is_added = set.is_added;
}

void on(Tutor& tutor, const AnswerCut& cut) { tutor.states.of<CardState>().answer = cut.answer; }

void act(Tutor& tutor, const Action& action) {
  deal_with<CardsAction>(action, [&](const auto& own) { on(tutor, own); });
}

}  // namespace
}  // namespace later

constinit const RoomKind kCards = {.name = "cards",
                                   .title = "Two cards",
                                   .line = "The ring, and the cut cable",
                                   .icon = "ring",
                                   .measure = 1000,
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
