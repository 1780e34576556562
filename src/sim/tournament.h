// The earliest of many moments, found as the winner of a tournament is: two meet, the earlier goes
// on, and whoever wins the last match is first. When a seat's entrant changes, only the matches on
// its own way are played again, without a jump, and against rivals whose places in memory are known
// beforehand. In a heap each comparison must end before it is known where the next one is. (Knuth,
// volume 3, 5.4.1, sorts so.) It grows with its entrants and never shrinks.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/bytes.h"
#include "sim/clock.h"

namespace tenfold::sim {

class Tournament {
 public:
  // Kept until it is given back, by one entrant after the other. Freed seats are taken again first.
  using Seat = std::uint32_t;

  // The times from here on are those of empty seats, each its own.
  static constexpr Time kNobody = kNever - (Time{1} << 32);

  Tournament();

  Seat take_seat() {
    if (free_.empty()) [[unlikely]]
      grow();
    const Seat seat = free_.back();
    free_.pop_back();
    return seat;
  }
  // REQUIRES: nobody sits there.
  void give_back(Seat seat) { free_.push_back(seat); }

  // Takes the place of who sat there before. Of two at the same time, the lower rank is first.
  // REQUIRES: time_ns < kNobody, and that no two ranks are equal.
  void enter(Seat seat, Time time_ns, std::uint64_t rank) {
    assert(time_ns < kNobody);
    ranks_[seat] = rank;
    play(seat, {time_ns, who(seat, rank)});
  }
  void leave(Seat seat) { play(seat, empty(seat)); }

  // Of the first, with the lower half of its rank. Without any, the time is kNobody or later, and
  // the seat means nothing.
  Time time_ns() const { return entrants_[1].time_ns; }
  Seat seat() const { return entrants_[1].seat(); }
  std::uint32_t lower_rank() const { return static_cast<std::uint32_t>(entrants_[1].who); }
  // Its first comes before the other's first. REQUIRES: either has one.
  bool is_before(const Tournament& other) const {
    if (time_ns() != other.time_ns()) [[likely]]
      return time_ns() < other.time_ns();
    return ranks_[seat()] < other.ranks_[other.seat()];
  }

  // The number of seats, taken or free, and who sits in one.
  Seat seats() const { return static_cast<Seat>(ranks_.size()); }
  bool is_taken(Seat seat) const { return time_ns(seat) < kNobody; }
  Time time_ns(Seat seat) const { return entrants_[seats() + seat].time_ns; }
  std::uint64_t rank(Seat seat) const { return ranks_[seat]; }
  std::size_t bytes() const { return bytes_of(entrants_) + bytes_of(ranks_) + bytes_of(free_); }
  // To be changed for all at once, so that the order stays as it was.
  std::uint64_t& rank(Seat seat) { return ranks_[seat]; }

 private:
  struct Entrant {
    Time time_ns;
    std::uint64_t who;  // the seat above the rank's lower half

    Seat seat() const { return static_cast<Seat>(who >> 32); }
  };
  static constexpr std::uint64_t who(Seat seat, std::uint64_t rank) {
    return std::uint64_t{seat} << 32 | static_cast<std::uint32_t>(rank);
  }
  static constexpr Entrant empty(Seat seat) { return {kNobody + seat, who(seat, 0)}; }

  // The first of two. A choice written as one would be a jump that nothing can predict.
  Entrant winner(Entrant a, const Entrant& b) const {
    const Time between = a.time_ns - b.time_ns;
    Time order = between;
    if (between == 0) [[unlikely]] {
      order = rank(a.seat()) < rank(b.seat()) ? -1 : 0;
    }
    const Time a_first = order >> 63;  // all ones, or 0
    return {b.time_ns + (between & a_first),
            b.who ^ ((a.who ^ b.who) & static_cast<std::uint64_t>(a_first))};
  }

  void play(Seat seat, Entrant entrant) {
    Entrant* entrants = entrants_.data();
    std::size_t place = ranks_.size() + seat;
    entrants[place] = entrant;
    while (place > 1) {
      entrant = winner(entrant, entrants[place ^ 1]);
      place /= 2;
      entrants[place] = entrant;
    }
  }

  void grow();

  // The matches' winners: the last match's at 1, those of its two before at 2 and 3, and so on;
  // in the end, from seats() on, the seats themselves.
  std::vector<Entrant> entrants_;
  std::vector<std::uint64_t> ranks_;  // by seat
  std::vector<Seat> free_;
};

}  // namespace tenfold::sim
