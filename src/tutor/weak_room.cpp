// A suspect is killed early in a run of its own, and the goals say whether the site stood.
#include "tutor/weak_room.h"

#include <algorithm>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "tutor/weak_points.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

using Search = WeakState::Search;

Search& search_of(Tutor& tutor) { return tutor.states.of<WeakState>().search; }

// The system that is searched; nullptr: none is.
const model::Scenario* searched(const Tutor& tutor) {
  const lesson::Room* room = room_now(tutor);
  const Search& search = tutor.states.of<WeakState>().search;
  if (room == nullptr || !is_index(search.system, room->systems.size())) return nullptr;
  return &room->systems[static_cast<std::size_t>(search.system)].scenario;
}

void enter(Tutor& tutor) {
  const model::Scenario* scenario = searched(tutor);
  if (scenario != nullptr) show_in_room(tutor, scenario->title, *scenario, false);
}

void on(Tutor& tutor, const OpenSystem& open) {
  if (!is_index(open.system, room_now(tutor)->systems.size())) return;
  search_of(tutor) = Search{};
  search_of(tutor).system = open.system;
  enter(tutor);
}

void on(Tutor& tutor, const KillSuspect&) {
  Search& search = search_of(tutor);
  if (search.part.empty() || search.found) return;
  search.killed = search.part;
  search.over = false;
  ++search.tries;
  const model::Scenario& scenario = *searched(tutor);
  show_in_room(tutor, scenario.title, with_early_death(scenario, search.part), true);
}

void on(Tutor& tutor, const Mark& mark) {
  const std::vector<std::string> mortal = mortal_parts(*searched(tutor));
  Search& search = search_of(tutor);
  if (search.found || !is_index(mark.option, mortal.size())) return;
  search.part = mortal[static_cast<std::size_t>(mark.option)];
}

template <typename Other>
void on(Tutor&, const Other&) {}  // of answering: there is no question here

void act(Tutor& tutor, const Action& action) {
  if (searched(tutor) == nullptr) return;
  deal_with<WeakAction>(action, [&](const auto& own) { on(tutor, own); });
  deal_with<QuestionAction>(action, [&](const auto& own) { on(tutor, own); });
}

void settle(Tutor& tutor) {
  Search& search = search_of(tutor);
  const Run& run = tutor.room_run;
  if (run.touched() || search.killed.empty()) return;
  const model::Totals totals = run.system().totals();
  search.over = true;
  search.found = !model::all_met(model::judge(run.track().scenario.goals, totals));
  search.good_share = model::measure(model::Metric::good_share, totals);
}

Pick pick(const Tutor& tutor, std::string_view part) {
  const model::Scenario* scenario = searched(tutor);
  const Search& search = tutor.states.of<WeakState>().search;
  if (scenario == nullptr || search.found) return {};
  const std::string_view victim = what_dies(*scenario, part);
  const std::vector<std::string> mortal = mortal_parts(*scenario);
  const auto found = std::find(mortal.begin(), mortal.end(), victim);
  if (found == mortal.end()) return {};
  return {.option = static_cast<int>(found - mortal.begin()), .marked = search.part == victim};
}

}  // namespace
}  // namespace later

constinit const RoomKind kWeak = {.name = "weak",
                                  .title = "Weak points",
                                  .line = "Which single part takes it all down?",
                                  .icon = "target",
                                  .has_file = true,
                                  .enter = enter,
                                  .act = act,
                                  .settle = settle,
                                  .pick = pick};

}  // namespace tenfold::tutor
