// The rooms around the lesson. Each has the screen to itself while the learner is in it; the lesson
// waits where it was.
#include "tutor/rooms.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "tutor/live_run.h"
#include "tutor/shelf_actions.h"

namespace tenfold::tutor {
namespace {

constexpr std::array<std::string_view, kRooms> kRoomNames = {
    "lesson", "quiz",    "sheet", "calculator", "choose",    "interview",
    "weak",   "stories", "cards", "glossary",   "takeaways", "finale"};

}  // namespace

std::string_view room_name(Room room) { return kRoomNames[static_cast<std::size_t>(room)]; }

std::optional<Room> room_named(std::string_view name) {
  const auto found = std::find(kRoomNames.begin(), kRoomNames.end(), name);
  if (found == kRoomNames.end()) return std::nullopt;
  return static_cast<Room>(found - kRoomNames.begin());
}

void go_to_room(Tutor& tutor, Room room) {
  if (room == tutor.room) return;
  tutor.room = room;
  tutor.at.live.playing = false;
  tutor.room_live = LiveRun{};
  enter_shelf(tutor);
}

const LiveRun& live_now(const Tutor& tutor) {
  return tutor.room == Room::lesson ? tutor.at.live : tutor.room_live;
}

LiveRun& live_now(Tutor& tutor) { return const_cast<LiveRun&>(live_now(std::as_const(tutor))); }

const Quiz* quiz_now(const Tutor& tutor) {
  if (tutor.room == Room::quiz) return &tutor.quiz;
  if (tutor.room == Room::finale && !tutor.shelf.quiz.items.empty()) return &tutor.shelf.quiz;
  const bool asking =
      tutor.room == Room::lesson && tutor.at.open && tutor.at.step >= Step::questions;
  return asking ? &tutor.at.quiz : nullptr;
}

Quiz* quiz_now(Tutor& tutor) { return const_cast<Quiz*>(quiz_now(std::as_const(tutor))); }

void show_in_room(Tutor& tutor, std::string label, const model::Scenario& scenario, bool playable) {
  assert(tutor.room != Room::lesson);
  const auto purpose = playable ? LiveRun::Purpose::variant : LiveRun::Purpose::look;
  begin(tutor.room_live, purpose, std::move(label), scenario, tutor.at.seed);
  tutor.room_live.playing = playable;
}

}  // namespace tenfold::tutor
