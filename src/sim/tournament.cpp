// Adding seats.
#include "sim/tournament.h"

namespace tenfold::sim {

Tournament::Tournament() : entrants_{empty(0), empty(0)}, ranks_(1), free_{0} {}

void Tournament::grow() {
  const Seat before = seats();
  const Seat after = before * 2;
  std::vector<Entrant> entrants(std::size_t{after} * 2);
  ranks_.resize(after);
  free_.reserve(after);
  for (Seat seat = 0; seat < after; ++seat) {
    entrants[after + seat] = seat < before ? entrants_[before + seat] : empty(seat);
  }
  for (std::size_t match = after - 1; match > 0; --match) {
    entrants[match] = winner(entrants[2 * match], entrants[2 * match + 1]);
  }
  for (Seat seat = after; seat-- > before;) free_.push_back(seat);
  entrants_ = std::move(entrants);
}

}  // namespace tenfold::sim
