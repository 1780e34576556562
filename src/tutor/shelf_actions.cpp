#include "tutor/shelf_actions.h"

#include <algorithm>

#include "lesson/words.h"
#include "tutor/live_run.h"
#include "tutor/quiz.h"
#include "tutor/rooms.h"
#include "tutor/weak_points.h"

namespace tenfold::tutor {
namespace {

using Kind = Action::Kind;

const lesson::Room* usable_room(const Tutor& tutor) {
  const RoomEntry* entry = find_room(tutor.shelf, room_name(tutor.room));
  return entry == nullptr || !entry->faults.empty() ? nullptr : &entry->room;
}

bool in_list(int index, std::size_t size) {
  return index >= 0 && static_cast<std::size_t>(index) < size;
}

void run_row(Tutor& tutor, const lesson::Room& room, std::string_view id) {
  const auto row = std::find_if(room.rows.begin(), room.rows.end(),
                                [id](const lesson::SheetRow& one) { return one.id == id; });
  if (row == room.rows.end()) return;
  const lesson::RunPairScenarios pair =
      lesson::scenarios_of(row->run, lesson_of(tutor, row->run.stage));
  if (!pair.known) return;
  SheetState& sheet = tutor.shelf.sheet;
  sheet.row = id;
  sheet.before.clear();
  sheet.after.clear();
  show_in_room(tutor, pair.before_label, pair.before, true);
  begin_twin(tutor.room_live, pair.after_label, pair.after, tutor.at.seed);
}

// The number of a finished run that the row is proved by.
std::string proof(const Tutor& tutor, const model::System& system,
                  const model::Scenario& scenario) {
  const lesson::Room* room = usable_room(tutor);
  for (const lesson::SheetRow& row : room->rows) {
    if (row.id != tutor.shelf.sheet.row) continue;
    const Facts facts = facts_of(system, scenario);
    const Fact* fact = find_fact(facts, row.fact);
    if (fact != nullptr) return fact->shown;
  }
  return "";
}

void act_on_weighing(Tutor& tutor, const lesson::Room& room, const Action& action) {
  WeighingState& state = tutor.shelf.weighing;
  if (action.kind == Kind::open_weighing) {
    if (in_list(action.number, room.weighings.size())) state = begin_weighing(room, action.number);
    return;
  }
  if (!in_list(state.weighing, room.weighings.size())) return;
  const lesson::Weighing& weighing = room.weighings[static_cast<std::size_t>(state.weighing)];
  if (action.kind == Kind::weigh) {
    if (state.answer >= 0 && state.reason >= 0) ask_for_weighing(state, weighing);
    return;
  }
  // Another argument needs other runs.
  if (action.kind == Kind::set_condition) {
    if (!in_list(action.number, weighing.conditions.size())) return;
    const auto condition = static_cast<std::size_t>(action.number);
    if (!in_list(action.other, weighing.conditions[condition].options.size())) return;
    state.options[condition] = action.other;
  } else if (action.kind == Kind::say_answer && in_list(action.number, weighing.answers.size())) {
    state.answer = action.number;
  } else if (action.kind == Kind::say_reason &&
             in_list(action.number, weighing.conditions.size())) {
    state.reason = action.number;
  }
  state.judging = false;
  state.runs.clear();
}

void act_on_interview(Tutor& tutor, const lesson::Room& room, const Action& action) {
  InterviewState& state = tutor.shelf.interview;
  if (action.kind == Kind::open_interview) {
    const bool timed = state.timed;
    state = in_list(action.number, room.interviews.size())
                ? begin_interview(room, action.number, tutor.at.seed)
                : InterviewState{};
    state.timed = timed;
    return;
  }
  if (action.kind == Kind::set_timed) state.timed = action.number != 0;
  if (!in_list(state.interview, room.interviews.size()) || state.done) return;
  const lesson::Interview& interview = room.interviews[static_cast<std::size_t>(state.interview)];
  switch (action.kind) {
    case Kind::say_move:
      if (in_list(action.number, interview.moves.size()) && !was_said(state, action.number)) {
        state.said.push_back({action.number, -1});
      }
      break;
    case Kind::take_back:
      if (in_list(action.number, state.said.size())) {
        state.said.erase(state.said.begin() + action.number);
      }
      break;
    case Kind::give_reason:
      if (in_list(action.number, state.said.size())) {
        SaidMove& said = state.said[static_cast<std::size_t>(action.number)];
        const auto& reasons = interview.moves[static_cast<std::size_t>(said.move)].reasons;
        if (in_list(action.other, reasons.size())) said.reason = action.other;
      }
      break;
    case Kind::end_interview:
      state.done = !state.said.empty();
      break;
    default:
      break;
  }
}

void act_on_weak(Tutor& tutor, const lesson::Room& room, const Action& action) {
  WeakState& state = tutor.shelf.weak;
  if (action.kind == Kind::open_system) {
    if (!in_list(action.number, room.systems.size())) return;
    state = WeakState{};
    state.system = action.number;
    enter_shelf(tutor);
    return;
  }
  if (!in_list(state.system, room.systems.size())) return;
  const model::Scenario& scenario = room.systems[static_cast<std::size_t>(state.system)].scenario;
  const std::vector<std::string> mortal = mortal_parts(scenario);
  if (action.kind == Kind::mark && !state.found && in_list(action.number, mortal.size())) {
    state.part = mortal[static_cast<std::size_t>(action.number)];
  } else if (action.kind == Kind::kill_suspect && !state.part.empty() && !state.found) {
    state.killed = state.part;
    state.over = false;
    ++state.tries;
    show_in_room(tutor, scenario.title, with_early_death(scenario, state.part), true);
  }
}

void settle_weak(Tutor& tutor) {
  WeakState& state = tutor.shelf.weak;
  const LiveRun& live = tutor.room_live;
  const model::Totals totals = live.system->totals();
  state.over = true;
  state.found = !model::all_met(model::judge(live.scenario.goals, totals));
  state.good_share = totals.counts.offered == 0 ? 0
                                                : static_cast<double>(totals.counts.good) /
                                                      static_cast<double>(totals.counts.offered);
}

}  // namespace

void add_room(Tutor& tutor, std::string_view name, std::string_view text, std::string_view file) {
  lesson::ReadRoom read = lesson::read_room(text, file);
  if (read.faults.empty() && read.room.name != name) {
    read.faults.push_back({std::string(file), "/room", "must be " + lesson::quoted(name)});
  }
  read.room.name = name;
  if (read.faults.empty() && !read.room.questions.empty()) {
    tutor.shelf.closing.questions = std::move(read.room.questions);
  }
  RoomEntry entry{std::move(read.room), std::string(file), std::move(read.faults)};
  std::erase_if(tutor.shelf.rooms,
                [&](const RoomEntry& old) { return old.room.name == entry.room.name; });
  tutor.shelf.rooms.push_back(std::move(entry));
  if (tutor.room != Room::lesson) enter_shelf(tutor);
}

void enter_shelf(Tutor& tutor) {
  const lesson::Room* room = usable_room(tutor);
  if (room == nullptr) return;
  Shelf& shelf = tutor.shelf;
  switch (tutor.room) {
    case Room::calculator:
      for (std::size_t i = 0; i < kCapacityFields; ++i) {
        std::string& typed = shelf.capacity.typed[i];
        const double initial = capacity_fields()[i].initial;
        if (typed.empty()) typed = lesson::number_word(initial);
      }
      break;
    case Room::choose:
      if (shelf.weighing.weighing < 0 && !room->weighings.empty()) {
        shelf.weighing = begin_weighing(*room, 0);
      }
      break;
    case Room::weak:
      if (in_list(shelf.weak.system, room->systems.size())) {
        const model::Scenario& scenario =
            room->systems[static_cast<std::size_t>(shelf.weak.system)].scenario;
        show_in_room(tutor, scenario.title, scenario, false);
      }
      break;
    case Room::cards:
      shelf.card.moved = moved_keys(shelf.card.servers);
      break;
    default:
      break;
  }
}

void begin_closing(Tutor& tutor) {
  const lesson::Room* room = usable_room(tutor);
  Shelf& shelf = tutor.shelf;
  const std::size_t count = shelf.closing.questions.size();
  if (room == nullptr || count == 0) return;
  std::vector<QuizItem> items;
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back({.stage = 0, .question = static_cast<int>(i)});
  }
  shelf.quiz = new_quiz(std::move(items), tutor.at.seed, false);
  put_question(tutor, shelf.quiz);
}

void act_on_shelf(Tutor& tutor, const Action& action) {
  const lesson::Room* room = usable_room(tutor);
  if (room == nullptr) return;
  Shelf& shelf = tutor.shelf;
  switch (tutor.room) {
    case Room::sheet:
      if (action.kind == Kind::search_sheet) shelf.sheet.search = action.text;
      if (action.kind == Kind::filter_sheet) {
        shelf.sheet.sign = in_list(action.number, room->signs.size()) ? action.number : -1;
      }
      if (action.kind == Kind::run_row) run_row(tutor, *room, action.text);
      break;
    case Room::calculator:
      if (action.kind == Kind::type_capacity && in_list(action.number, kCapacityFields)) {
        shelf.capacity.typed[static_cast<std::size_t>(action.number)] = action.text;
      }
      break;
    case Room::choose:
      act_on_weighing(tutor, *room, action);
      break;
    case Room::interview:
      act_on_interview(tutor, *room, action);
      break;
    case Room::weak:
      act_on_weak(tutor, *room, action);
      break;
    case Room::cards:
      if (action.kind == Kind::set_servers && action.number >= 1 && action.number <= 100) {
        shelf.card = {action.number, moved_keys(action.number)};
      }
      break;
    default:
      break;
  }
}

Pick suspect_of(const Tutor& tutor, std::string_view part) {
  const lesson::Room* room = usable_room(tutor);
  const WeakState& state = tutor.shelf.weak;
  if (room == nullptr || state.found || !in_list(state.system, room->systems.size())) return {};
  const model::Scenario& scenario = room->systems[static_cast<std::size_t>(state.system)].scenario;
  const std::string_view victim = what_dies(scenario, part);
  const std::vector<std::string> mortal = mortal_parts(scenario);
  const auto found = std::find(mortal.begin(), mortal.end(), victim);
  if (found == mortal.end()) return {};
  return {.option = static_cast<int>(found - mortal.begin()), .marked = state.part == victim};
}

void settle_shelf(Tutor& tutor) {
  if (usable_room(tutor) == nullptr) return;
  const LiveRun& live = tutor.room_live;
  if (tutor.room == Room::sheet && live.twin) {
    tutor.shelf.sheet.before = proof(tutor, *live.system, live.scenario);
    tutor.shelf.sheet.after = proof(tutor, *live.twin, live.twin_scenario);
  }
  const bool as_it_was = !live.touched && !tutor.shelf.weak.killed.empty();
  if (tutor.room == Room::weak && as_it_was) settle_weak(tutor);
}

bool work_on_shelf(Tutor& tutor, double seconds, std::uint64_t events) {
  const lesson::Room* room = usable_room(tutor);
  if (room == nullptr) return false;
  Shelf& shelf = tutor.shelf;
  if (tutor.room == Room::choose && shelf.weighing.judging) {
    const auto index = static_cast<std::size_t>(shelf.weighing.weighing);
    return work_on_weighing(shelf.weighing, room->weighings[index], tutor.at.seed, events);
  }
  InterviewState& interview = shelf.interview;
  const bool ticking = tutor.room == Room::interview && interview.interview >= 0 &&
                       interview.timed && !interview.done;
  if (ticking) interview.left_s -= seconds;
  return ticking;
}

}  // namespace tenfold::tutor
