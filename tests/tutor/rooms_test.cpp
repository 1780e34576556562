// The rooms read from files, used as a learner does, and what they claim held against runs.
#include "tutor/finale_room.h"
#include "tutor/stories_room.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/tutor/lessons.h"
#include "tutor/room_check.h"
#include "tutor/weak_points.h"

namespace {

using namespace tenfold;
using test::act;
using test::finish;
using tutor::RoomKind;
using tutor::Tutor;

std::string room_text(const std::string& name) {
  return test::read_text("lessons/" + name + ".json");
}

// In a room whose file is there.
Tutor in_room(const RoomKind& room, const std::string& text) {
  Tutor tutor = test::open_small_lesson();
  act(tutor, tutor::GoToRoom{&room});
  tutor::add_room(tutor, room.name, text, "room.json");
  for (const auto& fault : tutor.room_files[0].faults) MESSAGE(to_line(fault));
  REQUIRE(tutor.room_files[0].faults.empty());
  return tutor;
}

Tutor in_sheet() { return in_room(tutor::kSheet, test::read_text("tests/lesson/small_room.json")); }

std::vector<std::string> rows_shown(const Tutor& tutor) {
  const lesson::Room& room = tutor.room_files[0].room;
  std::vector<std::string> ids;
  for (const lesson::SheetRow& row : room.rows) {
    if (tutor::is_shown(room, row, tutor.states.of<tutor::SheetState>())) ids.push_back(row.id);
  }
  return ids;
}

}  // namespace

TEST_CASE("the sheet is searched by words in any case and order, and filtered by symptom") {
  using Ids = std::vector<std::string>;
  Tutor tutor = in_sheet();
  CHECK(rows_shown(tutor) == Ids{"taught", "own"});
  act(tutor, tutor::SearchSheet{"DIES balancer"});
  CHECK(rows_shown(tutor) == Ids{"own"});
  act(tutor, tutor::SearchSheet{"nothing of the kind"});
  CHECK(rows_shown(tutor).empty());
  act(tutor, tutor::SearchSheet{"  "});
  CHECK(rows_shown(tutor).size() == 2);
  act(tutor, tutor::FilterSheet{0});
  CHECK(rows_shown(tutor) == Ids{"taught"});
  act(tutor, tutor::FilterSheet{-1});
  CHECK(rows_shown(tutor).size() == 2);
}

TEST_CASE("a row runs its symptom and its fix side by side and gives both numbers") {
  Tutor tutor = in_sheet();
  act(tutor, tutor::RunRow{"own"});
  REQUIRE(tutor.room_run.tracks.size() == 2);
  CHECK(tutor.room_run.playing);
  const auto& sheet = tutor.states.of<tutor::SheetState>();
  CHECK(tutor::result_of(sheet, "own") == nullptr);
  finish(tutor);
  const tutor::SheetState::Result* result = tutor::result_of(sheet, "own");
  REQUIRE(result != nullptr);
  CHECK_FALSE(result->before.empty());
  CHECK(result->before != result->after);
  act(tutor, tutor::RunRow{"taught"});
  CHECK(tutor.room_run.tracks[1].label == lesson::fix_of(tutor.lessons[0].lesson).label);
}

TEST_CASE("a row of a stage that is not there does nothing") {
  Tutor tutor = in_room(tutor::kSheet, test::with(test::read_text("tests/lesson/small_room.json"),
                                                  "{\"stage\": 1}", "{\"stage\": 9}"));
  act(tutor, tutor::RunRow{"taught"});
  CHECK(tutor.room_run.is_empty());
}

TEST_CASE("a faulty room says what is wrong with it and leaves the rest alone") {
  Tutor tutor = test::open_small_lesson();
  act(tutor, tutor::GoToRoom{&tutor::kStories});
  tutor::add_room(tutor, "stories", "{\"room\": \"cards\", \"title\": \"T\"}", "stories.json");
  const tutor::RoomEntry* entry = tutor::find_room(tutor, "stories");
  REQUIRE(entry != nullptr);
  CHECK(to_line(entry->faults.at(0)) == "stories.json /room: must be \"stories\"");
  act(tutor, tutor::RunRow{"own"});
  act(tutor, tutor::GoToRoom{&tutor::kLessonRoom});
  CHECK(tutor.at.open);
  tutor::add_room(tutor, "stories", room_text("stories"), "stories.json");
  CHECK(tutor::find_room(tutor, "stories")->faults.empty());
}

TEST_CASE("the calculator takes numbers as people type them and says which it cannot") {
  Tutor tutor = in_room(tutor::kCalculator, room_text("calculator"));
  const tutor::CapacityState& state = tutor.states.of<tutor::CapacityState>();
  REQUIRE(tutor::plan_of(state));
  act(tutor, tutor::TypeCapacity{0, "1,200 000"});
  CHECK(tutor::plan_of(state)->users == 1'200'000);
  for (const char* wrong : {"", "many", "0", "-3", "1e300", "12x", "nan", "2,4", "2,4000"}) {
    act(tutor, tutor::TypeCapacity{0, wrong});
    CAPTURE(wrong);
    CHECK_FALSE(tutor::typed_number(state, 0));
    CHECK_FALSE(tutor::plan_of(state));
  }
}

TEST_CASE("up or out is judged by runs, and so is the reason given") {
  Tutor tutor = in_room(tutor::kChoose, room_text("choose"));
  tutor::WeighingState& state = tutor.states.of<tutor::ChooseState>().weighing;
  const lesson::Weighing& weighing = tutor.room_files[0].room.weighings[0];
  act(tutor, tutor::Weigh{});
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
    act(tutor, tutor::SayAnswer{answer});
    act(tutor, tutor::SayReason{reason});
    act(tutor, tutor::Weigh{});
    test::watch(tutor);
    REQUIRE(state.judged());
    return tutor::find_run(state, answer, 0, state.options[0])->met();
  };
  // A little growth, and it may be down: the next size holds, and being down is what decides.
  CHECK(judge(next_size, death));
  CHECK(tutor::decides(state, weighing, death));
  // Ten times as much: the next size is not enough any more, twelve small ones are.
  act(tutor, tutor::SetCondition{growth, 2});
  CHECK_FALSE(state.judging);
  CHECK_FALSE(judge(next_size, growth));
  CHECK(tutor::decides(state, weighing, growth));
  CHECK(judge(out, growth));
}

TEST_CASE(
    "a second case is weighed by itself: copies survive a death, and do not help with writes") {
  Tutor tutor = in_room(tutor::kChoose, room_text("choose"));
  const tutor::WeighingState& state = tutor.states.of<tutor::ChooseState>().weighing;
  act(tutor, tutor::OpenWeighing{1});
  REQUIRE(state.weighing == 1);
  const lesson::Weighing& weighing = tutor.room_files[0].room.weighings[1];
  REQUIRE(weighing.answers[2].id == "replicas");
  REQUIRE(weighing.answers[3].id == "shards");
  // The growth, the share of writes, the budget and a death are its conditions, in this order.
  const auto holds = [&](int answer, const std::vector<int>& options) {
    for (std::size_t i = 0; i < options.size(); ++i) {
      act(tutor, tutor::SetCondition{static_cast<int>(i), options[i]});
    }
    act(tutor, tutor::SayAnswer{answer});
    act(tutor, tutor::SayReason{0});
    act(tutor, tutor::Weigh{});
    test::watch(tutor);
    REQUIRE(state.judged());
    return tutor::find_run(state, answer, 0, state.options[0])->met();
  };
  CHECK(holds(2, {0, 0, 1, 1}));        // they survive a death
  CHECK_FALSE(holds(3, {0, 0, 1, 1}));  // shards do not
  CHECK_FALSE(holds(2, {1, 1, 1, 0}));  // writes reach every copy
  CHECK(holds(3, {1, 1, 1, 0}));        // and one shard only
}

TEST_CASE("the single point of failure is found by killing it, and a spare is none") {
  Tutor tutor = in_room(tutor::kWeak, room_text("weak"));
  const tutor::WeakState::Search& state = tutor.states.of<tutor::WeakState>().search;
  REQUIRE_FALSE(tutor.room_run.is_empty());  // the system to look at, which stands still
  act(tutor, tutor::Play{});
  CHECK_FALSE(tutor.room_run.playing);
  act(tutor, tutor::KillSuspect{});
  CHECK(state.tries == 0);  // nothing is suspected yet
  const model::Scenario scenario = tutor.room_files[0].room.systems[0].scenario;
  const std::vector<std::string> weak = tutor::weak_points(scenario, 1);
  REQUIRE(weak.size() == 1);
  for (const std::string& part : tutor::mortal_parts(scenario)) {
    if (state.found) break;
    act(tutor, tutor::Mark{tutor::pick_of(tutor, part).option});
    act(tutor, tutor::KillSuspect{});
    finish(tutor);
    CHECK(state.over);
    CHECK(state.found == (part == weak[0]));
  }
  CHECK(state.found);
  CHECK(tutor::pick_of(tutor, weak[0]).option == -1);  // a press tells of the part again
  act(tutor, tutor::OpenSystem{1});
  CHECK_FALSE(state.found);
  CHECK(state.part.empty());
}

TEST_CASE("who presses a card on the diagram suspects the machine that it stands on") {
  Tutor tutor = in_room(tutor::kWeak, room_text("weak"));
  const tutor::Pick card = tutor::pick_of(tutor, "app-2");
  REQUIRE(card.option >= 0);
  CHECK(card.option == tutor::pick_of(tutor, "box-2").option);
  CHECK(tutor::pick_of(tutor, "users").option == -1);
  act(tutor, tutor::Mark{card.option});
  CHECK(tutor.states.of<tutor::WeakState>().search.part == "box-2");
  CHECK(tutor::pick_of(tutor, "box-2").marked);
  CHECK_FALSE(tutor::pick_of(tutor, "box-1").marked);
}

TEST_CASE("an interview's clock runs only when it is wanted") {
  Tutor tutor = in_room(tutor::kInterview, room_text("interview"));
  const tutor::InterviewState& state = tutor.states.of<tutor::InterviewRoomState>().interview;
  act(tutor, tutor::OpenInterview{0});
  const double full_s = state.left_s;
  test::watch(tutor);
  CHECK(state.left_s == full_s);
  act(tutor, tutor::SetTimed{true});
  for (int i = 0; i < 20; ++i) tutor::advance(tutor, 0.05, tutor::kNoLimit);
  CHECK(state.left_s == doctest::Approx(full_s - 1));
  act(tutor, tutor::SayMove{0});
  act(tutor, tutor::SayMove{0});
  CHECK(state.said.size() == 1);
  act(tutor, tutor::TakeBack{0});
  CHECK(state.said.empty());
  act(tutor, tutor::EndInterview{});
  CHECK_FALSE(state.done);  // nothing was said
}

TEST_CASE("the finale's questions are asked as a lesson's are, and left for the whole picture") {
  Tutor tutor = in_room(tutor::kFinale, room_text("finale"));
  CHECK(tutor::quiz_now(tutor) == nullptr);
  act(tutor, tutor::BeginQuiz{});
  const tutor::Quiz* quiz = tutor::quiz_now(tutor);
  REQUIRE(quiz != nullptr);
  const lesson::Question& question = tutor.states.of<tutor::FinaleState>().closing.questions[0];
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].right) act(tutor, tutor::Mark{static_cast<int>(i)});
  }
  act(tutor, tutor::GiveAnswer{});
  CHECK(quiz->states[0].right);
  act(tutor, tutor::NextQuestion{});
  CHECK(quiz->asked == 1);
  act(tutor, tutor::LeaveQuiz{});
  CHECK(tutor::quiz_now(tutor) == nullptr);
  CHECK(tutor.room == &tutor::kFinale);
}

TEST_CASE("a room whose code is still on its way is said to be, and opens once it is there") {
  for (const bool lasts : {true, false}) {
    tutor::Tutor tutor;
    tutor.has_all_code = false;
    tutor::update(tutor, tutor::GoToRoom{&tutor::kCards});
    CHECK(tutor.in_lesson());
    CHECK(tutor.notice.text.find(tutor::kCards.title) != std::string::npos);
    // Who has gone elsewhere meanwhile is left there.
    if (!lasts) tutor::update(tutor, tutor::GoToRoom{&tutor::kHome});
    tutor::note_all_code(tutor);
    CHECK(tutor.room == (lasts ? &tutor::kCards : &tutor::kHome));
  }
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
