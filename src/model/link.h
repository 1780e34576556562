// A way between two parts while a system runs: how long a crossing takes, and a pipe that answers
// pass one after the other, as fast as its bandwidth allows.
#pragma once

#include <cstdint>

#include "model/call.h"
#include "sim/event_queue.h"
#include "sim/station.h"

namespace tenfold::model {

struct Link {
  PartIndex from = 0;
  PartIndex to = 0;
  sim::Duration one_way_ns = 0;
  sim::EventQueue::Lane lane = 0;  // of that delay
  bool is_up = true;
  bool is_inside = false;   // both ends are in one machine: no network between them
  bool opens_anew = false;  // each answer comes over a new connection, and so starts slowly
  double ns_per_byte = 0;   // 0: no limit
  double dollars_per_gb = 0;
  std::uint64_t bytes = 0;  // of all answers that crossed it
  // The answer that is on its way in, and those that wait for it.
  sim::Station pipe{1};
};

// How many round trips more than one an answer takes over a new connection: the sender may have 10
// segments of 1,460 bytes on their way at first, and twice as many after each round trip that went
// well (TCP slow start; the 10 are from RFC 6928).
constexpr int extra_round_trips(std::uint64_t bytes) {
  constexpr std::uint64_t kFirstWindow = 10 * 1460;
  int extra = 0;
  for (std::uint64_t sent = kFirstWindow; sent < bytes; sent = 2 * sent + kFirstWindow) ++extra;
  return extra;
}

}  // namespace tenfold::model
