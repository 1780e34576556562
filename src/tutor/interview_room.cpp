// What is said, taken back and argued, and a clock for those who want one.
#include "tutor/interview_room.h"

#include <algorithm>
#include <cmath>

#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

// A clock that nobody could look at, as the page was hidden, does not run on.
constexpr double kLongestTick_s = 2;

struct Open {
  const lesson::Room& room;
  std::uint64_t seed;
  InterviewState& state;

  bool is_talking() const {
    return is_index(state.interview, room.interviews.size()) && !state.done;
  }
  const lesson::Interview& interview() const {
    return room.interviews[static_cast<std::size_t>(state.interview)];
  }
};

void on(const Open& open, const OpenInterview& wanted) {
  const bool timed = open.state.timed;
  open.state = is_index(wanted.interview, open.room.interviews.size())
                   ? begin_interview(open.room, wanted.interview, open.seed)
                   : InterviewState{};
  open.state.timed = timed;
}

void on(const Open& open, const SetTimed& set) { open.state.timed = set.timed; }

void on(const Open& open, const SayMove& say) {
  if (!open.is_talking() || !is_index(say.move, open.interview().moves.size())) return;
  if (!was_said(open.state, say.move)) open.state.said.push_back({say.move, -1});
}

void on(const Open& open, const TakeBack& back) {
  std::vector<SaidMove>& said = open.state.said;
  if (open.is_talking() && is_index(back.place, said.size())) said.erase(said.begin() + back.place);
}

void on(const Open& open, const GiveReason& give) {
  if (!open.is_talking() || !is_index(give.place, open.state.said.size())) return;
  SaidMove& said = open.state.said[static_cast<std::size_t>(give.place)];
  const lesson::Move& move = open.interview().moves[static_cast<std::size_t>(said.move)];
  if (is_index(give.reason, move.reasons.size())) said.reason = give.reason;
}

void on(const Open& open, const EndInterview&) {
  if (open.is_talking()) open.state.done = !open.state.said.empty();
}

InterviewState& state_of(Tutor& tutor) { return tutor.states.of<InterviewRoomState>().interview; }

void act(Tutor& tutor, const Action& action) {
  const lesson::Room* room = room_now(tutor);
  if (room == nullptr) return;
  const Open open{*room, tutor.at.seed, state_of(tutor)};
  deal_with<InterviewAction>(action, [&](const auto& own) { on(open, own); });
}

// The clock shows whole seconds, so it wants to be drawn when the next one is full.
double tick(Tutor& tutor, double seconds) {
  InterviewState& state = state_of(tutor);
  if (room_now(tutor) == nullptr || state.interview < 0 || !state.timed || state.done) return 0;
  state.left_s -= std::min(seconds, kLongestTick_s);
  const double into_second = state.left_s - std::floor(state.left_s);
  return into_second > 0.01 ? into_second : 1;
}

}  // namespace
}  // namespace later

constinit const RoomKind kInterview = {.name = "interview",
                                       .title = "Interview",
                                       .line = "Say it aloud, in the right order",
                                       .icon = "interview",
                                       .measure = 760,
                                       .has_file = true,
                                       .act = act,
                                       .work = tick};

}  // namespace tenfold::tutor
