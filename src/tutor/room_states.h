// What the rooms remember: each keeps a state of a type of its own, made when it is first asked
// for, so that only the room's own files know it.
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "tutor/room_kind.h"

namespace tenfold::tutor {

struct RoomState {
  RoomState() = default;
  RoomState(const RoomState&) = delete;
  RoomState& operator=(const RoomState&) = delete;
  virtual ~RoomState() = default;
};

// A state names its room: `static constexpr const RoomKind* kRoom = &kSheet;`.
class RoomStates {
 public:
  template <typename State>
  State& of() {
    if (RoomState* kept = find(State::kRoom)) return static_cast<State&>(*kept);
    states_.push_back({State::kRoom, std::make_unique<State>()});
    return static_cast<State&>(*states_.back().state);
  }
  // As new, where the room was never entered.
  template <typename State>
  const State& of() const {
    static const State kNew;
    const RoomState* kept = find(State::kRoom);
    return kept == nullptr ? kNew : static_cast<const State&>(*kept);
  }

 private:
  struct Kept {
    const RoomKind* room;
    std::unique_ptr<RoomState> state;
  };

  RoomState* find(const RoomKind* room) const {
    const auto found = std::find_if(states_.begin(), states_.end(),
                                    [room](const Kept& kept) { return kept.room == room; });
    return found == states_.end() ? nullptr : found->state.get();
  }

  std::vector<Kept> states_;
};

}  // namespace tenfold::tutor
