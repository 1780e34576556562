// The rooms read from files, used as a learner does, and what they claim held against runs.
#include "tutor/shelf.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/tutor/lessons.h"
#include "tutor/room_check.h"
#include "tutor/rooms.h"
#include "tutor/weak_points.h"

namespace {

using namespace tenfold;
using test::act;
using tutor::Action;
using tutor::Room;
using tutor::Tutor;

std::string room_text(const std::string& name) {
  return test::read_text("lessons/" + name + ".json");
}

// In a room whose file is there.
Tutor in_room(Room room, const std::string& text) {
  Tutor tutor = test::open_small_lesson();
  act(tutor, Action::Kind::go_to_room, static_cast<int>(room));
  tutor::add_room(tutor, tutor::room_name(room), text, "room.json");
  for (const auto& fault : tutor.shelf.rooms[0].faults) MESSAGE(to_line(fault));
  REQUIRE(tutor.shelf.rooms[0].faults.empty());
  return tutor;
}

Tutor in_sheet() { return in_room(Room::sheet, test::read_text("tests/lesson/small_room.json")); }

std::vector<std::string> rows_shown(const Tutor& tutor) {
  const lesson::Room& room = tutor.shelf.rooms[0].room;
  std::vector<std::string> ids;
  for (const lesson::SheetRow& row : room.rows) {
    if (tutor::is_shown(room, row, tutor.shelf.sheet)) ids.push_back(row.id);
  }
  return ids;
}

}  // namespace

TEST_CASE("the sheet is searched by words in any case and order, and filtered by symptom") {
  using Ids = std::vector<std::string>;
  Tutor tutor = in_sheet();
  CHECK(rows_shown(tutor) == Ids{"taught", "own"});
  act(tutor, Action::Kind::search_sheet, "DIES balancer");
  CHECK(rows_shown(tutor) == Ids{"own"});
  act(tutor, Action::Kind::search_sheet, "nothing of the kind");
  CHECK(rows_shown(tutor).empty());
  act(tutor, Action::Kind::search_sheet, "  ");
  CHECK(rows_shown(tutor).size() == 2);
  act(tutor, Action::Kind::filter_sheet, 0);
  CHECK(rows_shown(tutor) == Ids{"taught"});
  act(tutor, Action::Kind::filter_sheet, -1);
  CHECK(rows_shown(tutor).size() == 2);
}

TEST_CASE("a row runs its symptom and its fix side by side and gives both numbers") {
  Tutor tutor = in_sheet();
  act(tutor, Action::Kind::run_row, "own");
  REQUIRE(tutor.room_live.twin);
  CHECK(tutor.room_live.playing);
  CHECK(tutor.shelf.sheet.before.empty());
  act(tutor, Action::Kind::finish_run);
  CHECK_FALSE(tutor.shelf.sheet.before.empty());
  CHECK(tutor.shelf.sheet.before != tutor.shelf.sheet.after);
  act(tutor, Action::Kind::run_row, "taught");
  CHECK(tutor.room_live.twin_label == lesson::fix_of(tutor.lessons[0].lesson).label);
}

TEST_CASE("a row of a stage that is not there does nothing") {
  Tutor tutor = in_room(Room::sheet, test::with(test::read_text("tests/lesson/small_room.json"),
                                                "{\"stage\": 1}", "{\"stage\": 9}"));
  act(tutor, Action::Kind::run_row, "taught");
  CHECK_FALSE(tutor.room_live.system);
}

TEST_CASE("a faulty room says what is wrong with it and leaves the rest alone") {
  Tutor tutor = test::open_small_lesson();
  act(tutor, Action::Kind::go_to_room, static_cast<int>(Room::stories));
  tutor::add_room(tutor, "stories", "{\"room\": \"cards\", \"title\": \"T\"}", "stories.json");
  const tutor::RoomEntry* entry = tutor::find_room(tutor.shelf, "stories");
  REQUIRE(entry != nullptr);
  CHECK(to_line(entry->faults.at(0)) == "stories.json /room: must be \"stories\"");
  act(tutor, Action::Kind::run_row, "own");
  act(tutor, Action::Kind::go_to_room, static_cast<int>(Room::lesson));
  CHECK(tutor.at.open);
  tutor::add_room(tutor, "stories", room_text("stories"), "stories.json");
  CHECK(tutor::find_room(tutor.shelf, "stories")->faults.empty());
}

TEST_CASE("the calculator takes numbers as people type them and says which it cannot") {
  Tutor tutor = in_room(Room::calculator, room_text("calculator"));
  const tutor::CapacityState& state = tutor.shelf.capacity;
  REQUIRE(tutor::plan_of(state));
  Action action;
  action.kind = Action::Kind::type_capacity;
  action.text = "1,200 000";
  tutor::update(tutor, action);
  CHECK(tutor::plan_of(state)->users == 1'200'000);
  for (const char* wrong : {"", "many", "0", "-3", "1e300", "12x", "nan"}) {
    action.text = wrong;
    tutor::update(tutor, action);
    CAPTURE(wrong);
    CHECK_FALSE(tutor::typed_number(state, 0));
    CHECK_FALSE(tutor::plan_of(state));
  }
}

TEST_CASE("up or out is judged by runs, and so is the reason given") {
  Tutor tutor = in_room(Room::choose, room_text("choose"));
  tutor::WeighingState& state = tutor.shelf.weighing;
  const lesson::Weighing& weighing = tutor.shelf.rooms[0].room.weighings[0];
  act(tutor, Action::Kind::weigh);
  CHECK_FALSE(state.judging);  // nothing was said yet
  const auto index_of = [](const auto& things, std::string_view id) {
    int index = 0;
    while (things[static_cast<std::size_t>(index)].id != id) ++index;
    return index;
  };
  const int growth = index_of(weighing.conditions, "growth");
  const int death = index_of(weighing.conditions, "death");
  const int next_size = index_of(weighing.answers, "next-size");
  const int out = index_of(weighing.answers, "out");
  const auto judge = [&](int answer, int reason) {
    act(tutor, Action::Kind::say_answer, answer);
    act(tutor, Action::Kind::say_reason, reason);
    act(tutor, Action::Kind::weigh);
    test::watch(tutor);
    REQUIRE(state.judged());
    return tutor::find_run(state, answer, 0, state.options[0])->met;
  };
  // A little growth, and it may be down: the next size holds, and being down is what decides.
  CHECK(judge(next_size, death));
  CHECK(tutor::decides(state, weighing, death));
  // Ten times as much: the next size is not enough any more, twelve small ones are.
  act(tutor, Action::Kind::set_condition, growth, 2);
  CHECK_FALSE(state.judging);
  CHECK_FALSE(judge(next_size, growth));
  CHECK(tutor::decides(state, weighing, growth));
  CHECK(judge(out, growth));
}

TEST_CASE(
    "a second case is weighed by itself: copies survive a death, and do not help with writes") {
  Tutor tutor = in_room(Room::choose, room_text("choose"));
  const tutor::WeighingState& state = tutor.shelf.weighing;
  act(tutor, Action::Kind::open_weighing, 1);
  REQUIRE(state.weighing == 1);
  const lesson::Weighing& weighing = tutor.shelf.rooms[0].room.weighings[1];
  REQUIRE(weighing.answers[2].id == "replicas");
  REQUIRE(weighing.answers[3].id == "shards");
  // The growth, the share of writes, the budget and a death are its conditions, in this order.
  const auto holds = [&](int answer, const std::vector<int>& options) {
    for (std::size_t i = 0; i < options.size(); ++i) {
      act(tutor, Action::Kind::set_condition, static_cast<int>(i), options[i]);
    }
    act(tutor, Action::Kind::say_answer, answer);
    act(tutor, Action::Kind::say_reason, 0);
    act(tutor, Action::Kind::weigh);
    test::watch(tutor);
    REQUIRE(state.judged());
    return tutor::find_run(state, answer, 0, state.options[0])->met;
  };
  CHECK(holds(2, {0, 0, 1, 1}));        // they survive a death
  CHECK_FALSE(holds(3, {0, 0, 1, 1}));  // shards do not
  CHECK_FALSE(holds(2, {1, 1, 1, 0}));  // writes reach every copy
  CHECK(holds(3, {1, 1, 1, 0}));        // and one shard only
}

TEST_CASE("the single point of failure is found by killing it, and a spare is none") {
  Tutor tutor = in_room(Room::weak, room_text("weak"));
  const tutor::WeakState& state = tutor.shelf.weak;
  REQUIRE(tutor.room_live.system);  // the system to look at, which stands still
  act(tutor, Action::Kind::play);
  CHECK_FALSE(tutor.room_live.playing);
  act(tutor, Action::Kind::kill_suspect);
  CHECK(state.tries == 0);  // nothing is suspected yet
  const model::Scenario scenario = tutor.shelf.rooms[0].room.systems[0].scenario;
  const std::vector<std::string> weak = tutor::weak_points(scenario, 1);
  REQUIRE(weak.size() == 1);
  for (const std::string& part : tutor::mortal_parts(scenario)) {
    if (state.found) break;
    act(tutor, Action::Kind::mark, tutor::pick_of(tutor, part).option);
    act(tutor, Action::Kind::kill_suspect);
    act(tutor, Action::Kind::finish_run);
    CHECK(state.over);
    CHECK(state.found == (part == weak[0]));
  }
  CHECK(state.found);
  CHECK(tutor::pick_of(tutor, weak[0]).option == -1);  // a press tells of the part again
  act(tutor, Action::Kind::open_system, 1);
  CHECK_FALSE(state.found);
  CHECK(state.part.empty());
}

TEST_CASE("who presses a card on the diagram suspects the machine that it stands on") {
  Tutor tutor = in_room(Room::weak, room_text("weak"));
  const tutor::Pick card = tutor::pick_of(tutor, "app-2");
  REQUIRE(card.option >= 0);
  CHECK(card.option == tutor::pick_of(tutor, "box-2").option);
  CHECK(tutor::pick_of(tutor, "users").option == -1);
  act(tutor, Action::Kind::mark, card.option);
  CHECK(tutor.shelf.weak.part == "box-2");
  CHECK(tutor::pick_of(tutor, "box-2").marked);
  CHECK_FALSE(tutor::pick_of(tutor, "box-1").marked);
}

TEST_CASE("an interview's clock runs only when it is wanted") {
  Tutor tutor = in_room(Room::interview, room_text("interview"));
  const tutor::InterviewState& state = tutor.shelf.interview;
  act(tutor, Action::Kind::open_interview, 0);
  const double full_s = state.left_s;
  test::watch(tutor);
  CHECK(state.left_s == full_s);
  act(tutor, Action::Kind::set_timed, 1);
  for (int i = 0; i < 20; ++i) tutor::advance(tutor, 0.05);
  CHECK(state.left_s == doctest::Approx(full_s - 1));
  act(tutor, Action::Kind::say_move, 0);
  act(tutor, Action::Kind::say_move, 0);
  CHECK(state.said.size() == 1);
  act(tutor, Action::Kind::take_back, 0);
  CHECK(state.said.empty());
  act(tutor, Action::Kind::end_interview);
  CHECK_FALSE(state.done);  // nothing was said
}

TEST_CASE("the finale's questions are asked as a lesson's are, and left for the whole picture") {
  Tutor tutor = in_room(Room::finale, room_text("finale"));
  CHECK(tutor::quiz_now(tutor) == nullptr);
  act(tutor, Action::Kind::quiz_begin);
  const tutor::Quiz* quiz = tutor::quiz_now(tutor);
  REQUIRE(quiz != nullptr);
  const lesson::Question& question = tutor.shelf.closing.questions[0];
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right) act(tutor, Action::Kind::mark, static_cast<int>(i));
  }
  act(tutor, Action::Kind::answer);
  CHECK(quiz->states[0].right);
  act(tutor, Action::Kind::next_question);
  CHECK(quiz->asked == 1);
  act(tutor, Action::Kind::quiz_leave);
  CHECK(tutor::quiz_now(tutor) == nullptr);
  CHECK(tutor.room == Room::finale);
}

TEST_CASE("with one more server the ring moves one key in so many, the remainder nearly all") {
  for (const int servers : {1, 4, 9}) {
    const tutor::MovedKeys moved = tutor::moved_keys(servers);
    CAPTURE(servers);
    CHECK(moved.by_remainder == doctest::Approx(servers / (servers + 1.0)).epsilon(0.01));
    CHECK(moved.by_ring == doctest::Approx(1 / (servers + 1.0)).epsilon(0.25));
  }
}

TEST_CASE("a row whose fix does not move its number is a fault") {
  const std::string text = test::read_text("tests/lesson/small_room.json");
  const lesson::Lesson taught = lesson::read_lesson(test::small_lesson(), "small.json").lesson;
  const auto faults_with = [&](const std::string& from, const std::string& to) {
    const lesson::ReadRoom read = lesson::read_room(test::with(text, from, to), "room.json");
    REQUIRE(read.faults.empty());
    return tutor::check_room(read.room, {&taught}, "room.json");
  };
  CHECK(faults_with("A small sheet", "The same sheet").empty());
  const auto faults = faults_with("\"to\": 1}", "\"to\": 0}");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == "/rows/1/proof");
  CHECK(faults_with("\"fact\": \"failed\"", "\"fact\": \"fails\"").at(0).path ==
        "/rows/0/proof/fact");
}

TEST_CASE("a live row whose run does not meet the line that theory draws is a fault") {
  const std::string text = test::read_text("lessons/proof.json");
  const auto faults_with = [&](const std::string& from, const std::string& to) {
    const lesson::ReadRoom read = lesson::read_room(test::with(text, from, to), "proof.json");
    REQUIRE(read.faults.empty());
    return tutor::check_room(read.room, {}, "proof.json");
  };
  CHECK(faults_with("\"cpu_ms\": 2", "\"cpu_ms\": 2.0").empty());
  const auto faults = faults_with("\"cpu_ms\": 2", "\"cpu_ms\": 1.9");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == "/live");
}
