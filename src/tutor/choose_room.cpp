// Another argument needs other runs; the same one asks for them once.
#include "tutor/choose_room.h"

#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

// The one that is open, in the room's file and in the state.
struct Open {
  Tutor& tutor;
  const lesson::Room& room;
  WeighingState& state;

  bool any() const { return is_index(state.weighing, room.weighings.size()); }
  const lesson::Weighing& weighing() const {
    return room.weighings[static_cast<std::size_t>(state.weighing)];
  }
  // Another argument needs other runs.
  void argue_anew() const {
    state.judging = false;
    state.runs.clear();
  }
};

void on(const Open& open, const OpenWeighing& wanted) {
  if (is_index(wanted.weighing, open.room.weighings.size())) {
    open.state = begin_weighing(open.room, wanted.weighing);
  }
}

void on(const Open& open, const SetCondition& set) {
  if (!open.any() || !is_index(set.condition, open.weighing().conditions.size())) return;
  const auto condition = static_cast<std::size_t>(set.condition);
  if (!is_index(set.option, open.weighing().conditions[condition].options.size())) return;
  open.state.options[condition] = set.option;
  open.argue_anew();
}

void on(const Open& open, const SayAnswer& say) {
  if (!open.any() || !is_index(say.answer, open.weighing().answers.size())) return;
  open.state.answer = say.answer;
  open.argue_anew();
}

void on(const Open& open, const SayReason& say) {
  if (!open.any() || !is_index(say.condition, open.weighing().conditions.size())) return;
  open.state.reason = say.condition;
  open.argue_anew();
}

void on(const Open& open, const Weigh&) {
  if (!open.any() || open.state.answer < 0 || open.state.reason < 0) return;
  ask_for_weighing(open.state, open.weighing(), open.tutor.at.seed, open.tutor.jobs);
}

void act(Tutor& tutor, const Action& action) {
  const lesson::Room* room = room_now(tutor);
  if (room == nullptr) return;
  const Open open{tutor, *room, tutor.states.of<ChooseState>().weighing};
  deal_with<ChooseAction>(action, [&](const auto& own) { on(open, own); });
}

void enter(Tutor& tutor) {
  const lesson::Room* room = room_now(tutor);
  WeighingState& state = tutor.states.of<ChooseState>().weighing;
  if (room != nullptr && state.weighing < 0 && !room->weighings.empty()) {
    state = begin_weighing(*room, 0);
  }
}

}  // namespace
}  // namespace later

constinit const RoomKind kChoose = {.name = "choose",
                                    .title = "Up or out?",
                                    .line = "Take a side, and see it measured",
                                    .icon = "choose",
                                    .has_file = true,
                                    .enter = enter,
                                    .act = act};

}  // namespace tenfold::tutor
