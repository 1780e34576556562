// The run is the one that the stage opens with; what it shows is the lesson's own failing system.
#include "tutor/home_room.h"

#include <algorithm>
#include <utility>

#include "lesson/stages.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
namespace {

constexpr double kSpeed = 2;

HomeState& state_of(Tutor& tutor) { return tutor.states.of<HomeState>(); }

std::size_t usable_lessons(const Tutor& tutor) {
  const auto usable = std::count_if(tutor.lessons.begin(), tutor.lessons.end(),
                                    [](const StageEntry& entry) { return entry.usable(); });
  return static_cast<std::size_t>(usable);
}

void note_stations(Tutor& tutor) {
  std::vector<Station> stations;
  model::Scenario before;  // the stage
  model::Scenario mended;
  for (const StageEntry& entry : tutor.lessons) {
    if (!entry.usable()) continue;
    const int stage = lesson::stage_of(entry.stage);
    if (!stations.empty() && stations.back().stage == stage) {
      stations.pop_back();
    } else {
      before = std::move(mended);
    }
    mended = lesson::fixed_scenario(entry.lesson);
    stations.push_back({sketch_of(mended, before), stage});
  }
  state_of(tutor).stations = std::move(stations);
  state_of(tutor).lessons = usable_lessons(tutor);
}

void enter(Tutor& tutor) {
  note_stations(tutor);
  state_of(tutor).is_seen = false;
  state_of(tutor).is_still = false;
  if (!tutor.at.open) return;
  const lesson::Lesson& lesson = current(tutor);
  show_in_room(tutor, lesson.scenario.title, lesson.scenario, true);
  tutor.room_run.playing = false;
  set_speed(tutor.room_run, kSpeed);
}

void on(Tutor& tutor, const SeeHome& see) {
  HomeState& state = state_of(tutor);
  if (state.is_seen || tutor.room_run.is_empty()) return;
  state.is_seen = true;
  if (see.moving) {
    tutor.room_run.playing = true;
  } else {
    state.is_still = true;
    go_to(tutor.room_run, tutor.room_run.end());
  }
}

// Only a run that has ended knows which second was the worst.
void settle(Tutor& tutor) {
  if (!std::exchange(state_of(tutor).is_still, false)) return;
  const std::vector<model::Sample>& series = tutor.room_run.system().series();
  const auto worst = std::max_element(
      series.begin(), series.end(), [](const model::Sample& one, const model::Sample& other) {
        return one.per_second(one.counts.failed) < other.per_second(other.counts.failed);
      });
  if (worst != series.end()) go_to(tutor.room_run, sim::from_seconds(worst->at_s));
}

void act(Tutor& tutor, const Action& action) {
  deal_with<HomeAction>(action, [&](const auto& own) { on(tutor, own); });
}

// Lessons come one after another.
double work(Tutor& tutor, double) {
  if (usable_lessons(tutor) != state_of(tutor).lessons) note_stations(tutor);
  return 0;
}

}  // namespace

bool is_first_visit(const Tutor& tutor) {
  const std::vector<StageProgress>& stages = tutor.progress.stages;
  return tutor.at.index == 0 && tutor.at.step == Step::hook &&
         std::none_of(stages.begin(), stages.end(),
                      [](const StageProgress& entry) { return entry.finished || entry.step > 0; });
}

constinit const RoomKind kHome = {.name = "home",
                                  .title = "Home",
                                  .line = "Where you are on the road",
                                  .icon = "machine",
                                  .door = Door::none,
                                  .at_once = true,
                                  .is_wide = true,
                                  .measure = 1320,
                                  .enter = enter,
                                  .act = act,
                                  .work = work,
                                  .settle = settle};

}  // namespace tenfold::tutor
