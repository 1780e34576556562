// The first of all who sit is always known, however they come, go and change.
#include "sim/tournament.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "sim/random.h"

namespace sim = tenfold::sim;

TEST_CASE("without entrants there is no first") {
  sim::Tournament tournament;
  CHECK(tournament.time_ns() >= sim::Tournament::kNobody);
  const auto seat = tournament.take_seat();
  tournament.enter(seat, 7, 1);
  CHECK(tournament.time_ns() == 7);
  tournament.leave(seat);
  CHECK(tournament.time_ns() >= sim::Tournament::kNobody);
}

TEST_CASE("of two at the same time the one of lower rank is first, in one tournament or two") {
  sim::Tournament one;
  sim::Tournament other;
  const auto late = one.take_seat();
  const auto early = one.take_seat();
  one.enter(late, 5, 20);
  one.enter(early, 5, 10);
  CHECK(one.seat() == early);
  other.enter(other.take_seat(), 5, 15);
  CHECK(one.is_before(other));
  one.leave(early);
  CHECK(other.is_before(one));
}

TEST_CASE("the first is the one a search would find, through 20,000 changes of 100 seats") {
  struct Seated {
    sim::Time time_ns;
    std::uint64_t rank;
    sim::Tournament::Seat seat;
    bool operator<(const Seated& other) const {
      return time_ns != other.time_ns ? time_ns < other.time_ns : rank < other.rank;
    }
  };
  sim::Tournament tournament;
  std::vector<Seated> seated;
  sim::Random random(3);
  for (std::uint64_t rank = 0; rank < 20'000; ++rank) {
    const bool full = seated.size() == 100;
    const std::size_t chosen =
        seated.empty() ? 0 : random.below(static_cast<std::uint32_t>(seated.size()));
    if (full || (!seated.empty() && random.chance(0.3))) {
      tournament.leave(seated[chosen].seat);
      tournament.give_back(seated[chosen].seat);
      seated.erase(seated.begin() + static_cast<std::ptrdiff_t>(chosen));
    } else if (!seated.empty() && random.chance(0.5)) {
      seated[chosen] = {random.below(1000), rank, seated[chosen].seat};
      tournament.enter(seated[chosen].seat, seated[chosen].time_ns, rank);
    } else {
      seated.push_back({random.below(1000), rank, tournament.take_seat()});
      tournament.enter(seated.back().seat, seated.back().time_ns, rank);
    }
    if (seated.empty()) {
      REQUIRE(tournament.time_ns() >= sim::Tournament::kNobody);
      continue;
    }
    const Seated& first = *std::min_element(seated.begin(), seated.end());
    REQUIRE(tournament.time_ns() == first.time_ns);
    REQUIRE(tournament.seat() == first.seat);
    REQUIRE(tournament.lower_rank() == static_cast<std::uint32_t>(first.rank));
  }
}
