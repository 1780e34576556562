// The row that can be run is put on screen at a speed at which one sees its mean come to rest.
#include "tutor/proof_room.h"

#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

// The mean takes minutes to come to rest.
constexpr double kSpeed = 8;

void act(Tutor& tutor, const Action& action) {
  const lesson::Room* room = room_now(tutor);
  if (room == nullptr || !room->live) return;
  const lesson::LiveRow& live = *room->live;
  deal_with<RowAction>(action, [&](const RunRow& run) {
    if (run.row != live.row) return;
    show_in_room(tutor, live.scenario.title, live.scenario, true);
    set_speed(tutor.room_run, kSpeed);
  });
}

}  // namespace
}  // namespace later

constinit const RoomKind kProof = {.name = "proof",
                                   .title = "Why trust it",
                                   .line = "Theory beside simulation",
                                   .icon = "check",
                                   .has_file = true,
                                   .act = act};

}  // namespace tenfold::tutor
