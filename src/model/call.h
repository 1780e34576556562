// One visit of a request to one part, and what it waits for there. A user's request is a root call
// at the clients; every question that a part asks another on its behalf is a call of its own, whose
// parent is the call that asked.
#pragma once

#include <cstddef>
#include <cstdint>

#include "model/system.h"
#include "sim/clock.h"
#include "sim/pool.h"
#include "sim/random.h"
#include "sim/ring.h"

namespace tenfold::model {

using CallId = std::uint32_t;     // a slot of the engine's pool
using PartIndex = std::uint16_t;  // into the scenario's parts
using LinkIndex = std::uint16_t;  // into the scenario's links

inline constexpr LinkIndex kNoLink = 0xffff;
inline constexpr std::uint32_t kNoRequest = 0xffff'fffe;

inline constexpr std::uint32_t kNoThing = ~std::uint32_t{0};

// What a request is about; every call made on its behalf carries it on.
struct Demand {
  std::uint32_t user = 0;
  std::uint32_t thing = kNoThing;  // a post, by rank of popularity; a write changes it
  Wish wish = Wish::read;
  bool signed_in = false;      // the user believes to have a session
  std::uint16_t question = 0;  // which of a page's several queries
  std::uint32_t version = 0;   // copies: of the thing, as written
};

// The event that moves a call on. At most one is due for a call at any time.
enum class Awaits : std::uint8_t {
  nothing,   // stands in a part's queue, or waits for the answer to a call it made
  arrival,   // is crossing a link
  answer,    // is done; its answer is crossing back
  cpu,       // has a processor of the part's machine, or queues for one (then no event is due)
  disk,      // the same with the disk
  pause,     // for a time that the part itself set
  deadline,  // a root: its user's patience ends
  transfer,  // its answer enters a link, or waits for those before it (then no event is due)
};

// What every event looks at comes first, 56 bytes of it: with the pool's own 8, a line of the
// processor's cache.
struct Call {
  sim::Time due_ns = sim::kNever;  // when what it awaits happens; an event of another time is stale
  sim::Time came_ns = 0;           // when it was made (roots) or reached its part
  sim::Handle parent;
  sim::Handle root;
  PartIndex part = 0;
  LinkIndex link = kNoLink;  // by which it came
  Awaits awaits = Awaits::nothing;
  Failure failure = Failure::none;
  std::uint8_t stage = 0;    // the part's own mark of progress
  bool cancellable = false;  // work for a user who has left is dropped
  // Answers to calls of an earlier turn are not heard any more.
  std::uint16_t turn = 0;
  std::uint16_t parent_turn = 0;
  std::uint16_t root_turn = 0;
  std::uint16_t asked = 0;    // calls made so far on its behalf
  std::uint16_t open = 0;     // the part's own count of answers that it waits for
  std::uint32_t request = 0;  // the root's number, counted from 0; kNoRequest for a part's own task

  sim::Duration work_ns = 0;  // processor or disk time that it takes next
  std::uint64_t key = 0;      // names the call in a part's random stream, in every twin alike
  sim::Ring<std::uint32_t>::Ticket ticket = 0;  // its place in the queue for processor or disk
  sim::Random draws{0};                         // its part's draws for this call
  Demand demand;
  std::uint32_t version = 0;  // with an answer: of the thing that was read or written
  std::uint32_t bytes = 0;    // of its answer
  std::uint32_t left = 0;     // the part's own count of steps still to do
  // At an app server: how many of its steps ask the database, and how many ask other programs, as
  // was settled when a worker took it. Whatever is set meanwhile is for later calls.
  std::uint16_t queries = 0;
  std::uint16_t services = 0;
};
static_assert(offsetof(Call, work_ns) == 56 && sizeof(Call) <= 120);

// It is on its way to a part, or its answer is on the way back.
inline bool is_in_network(const Call& call) {
  return call.awaits == Awaits::arrival || call.awaits == Awaits::answer ||
         call.awaits == Awaits::transfer;
}

}  // namespace tenfold::model
