// Every room on every screen: what it lists can be named, reached and pressed, and does what it
// says.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/room.h"
#include "tests/ui/bench.h"
#include "tutor/finale_room.h"
#include "tutor/glossary_room.h"
#include "tutor/stories_room.h"
#include "ui/rooms.h"

namespace {

using namespace tenfold::test;
namespace tutor = tenfold::tutor;

void enter(Bench& bench, const tutor::RoomKind* room) {
  bench.act(tutor::GoToRoom{room});
  const std::string name(room->name);
  if (room->has_file) {
    const std::string file = "lessons/" + name + ".json";
    tenfold::tutor::add_room(bench.tutor, name, read_text(file), file);
  }
  bench.draw();
  bench.draw();
}

bool is_pressable(const Node& node) {
  return node.role == Role::button || node.role == Role::radio || node.role == Role::checkbox ||
         node.role == Role::slider || node.role == Role::link || node.role == Role::text_input;
}

bool says(const Bench& bench, std::string_view words) {
  for (const Node& node : bench.nodes()) {
    if (node.name.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE(
    "in every room and size each control has a name, is large enough, fits and is listed once") {
  for (const auto& page : tenfold::ui::room_pages().subspan(1)) {
    for (const float width : {320.0f, 900.0f, 1280.0f}) {
      Bench bench;
      bench.viewport.width = width;
      enter(bench, page.kind);
      CAPTURE(page.kind->name);
      CAPTURE(width);
      std::set<std::uint32_t> seen;
      bool has_heading = false;
      for (const Node& node : bench.nodes()) {
        CAPTURE(node.name);
        CHECK(seen.insert(node.id).second);
        has_heading = has_heading || (node.role == Role::heading && node.level == 1);
        if (!is_pressable(node)) continue;
        CHECK_FALSE(node.name.empty());
        CHECK(node.rect.height >= 24);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.x + node.rect.width <= width + 0.5f);
      }
      CHECK(has_heading);
    }
  }
}

TEST_CASE("a room waits for its file, and names what is wrong with it") {
  Bench bench;
  bench.act(tutor::GoToRoom{&tutor::kStories});
  bench.draw();
  CHECK(says(bench, "on its way"));
  tenfold::tutor::add_room(bench.tutor, "stories", "{", "lessons/stories.json");
  bench.draw();
  CHECK(says(bench, "cannot be shown: lessons/stories.json"));
  bench.press("Journey");
  CHECK(bench.tutor.room == &tutor::kLessonRoom);
}

TEST_CASE("the sheet shows what is searched for, and a row's runs on the diagram") {
  Bench bench;
  enter(bench, &tutor::kSheet);
  const Node* search = bench.find(Role::text_input, "Search the sheet");
  REQUIRE(search != nullptr);
  bench.input.changed.push_back({.id = search->id, .value = 0, .text = "one app server"});
  bench.frame();
  CHECK(says(bench, "1 of "));
  CHECK(bench.find(Role::button, "Run symptom and fix: App and database on one box") == nullptr);
  bench.input.changed.push_back({.id = search->id, .value = 0, .text = "retries"});
  bench.frame();
  bench.press("Run symptom and fix: Retries make it worse");
  CHECK(bench.find(Role::region, "Live system") != nullptr);
  bench.act(tutor::FinishRun{});
  bench.go_on();
  bench.draw();
  CHECK(says(bench, "with the symptom, "));
}

TEST_CASE("a row of the sheet stays in sight when the diagram of its runs appears") {
  for (const tenfold::ui::Viewport& screen : {kScreens[0], kScreens[4]}) {
    Bench bench;
    bench.viewport = screen;
    enter(bench, &tutor::kSheet);
    for (const auto& row : bench.tutor.room_files[0].room.rows) {
      if (row.bottleneck == "Retries make it worse") bench.act(tutor::RunRow{row.id});
    }
    const Frame drawn = bench.draw();
    REQUIRE(drawn.scroll_to.has_value());
    const Node* heading = bench.find(Role::heading, "Retries make it worse");
    REQUIRE(heading != nullptr);
    const float y = heading->rect.y - *drawn.scroll_to;
    CHECK(y >= drawn.fixed_top);
    CHECK(y < drawn.fixed_top + 60);
    CHECK(drawn.focus == heading->id);
    CHECK_FALSE(bench.draw().scroll_to.has_value());
  }
}

TEST_CASE("the calculator says which number it cannot take, and goes on when it can") {
  Bench bench;
  enter(bench, &tutor::kCalculator);
  const Node* users = bench.find(Role::text_input, "People who use the site");
  REQUIRE(users != nullptr);
  const std::uint32_t id = users->id;
  bench.input.changed.push_back({.id = id, .value = 0, .text = "many"});
  bench.frame();
  CHECK(says(bench, "must be a number between 1 and"));
  CHECK_FALSE(says(bench, "The crossover"));
  bench.input.changed.push_back({.id = id, .value = 0, .text = "5,000"});
  bench.frame();
  CHECK(says(bench, "The crossover"));
}

TEST_CASE("an interview is begun, answered and told about") {
  Bench bench;
  enter(bench, &tutor::kInterview);
  const auto& interview = bench.tutor.room_files[0].room.interviews.back();
  bench.press("Begin: " + interview.title);
  bench.press("Say: " + interview.moves[0].text);
  CHECK(bench.find(Role::button, "Say: " + interview.moves[0].text) == nullptr);
  bench.press("I am done");
  CHECK(says(bench, "You skipped the estimate"));
  bench.press("Another prompt");
  CHECK(bench.find(Role::button, "Begin: " + interview.title) != nullptr);
}

TEST_CASE("a row of the sheet shows symptom and fix in small, and keeps what its runs gave") {
  Bench bench;
  enter(bench, &tutor::kSheet);
  bench.go_on();
  bench.draw();
  const auto& rows = bench.tutor.room_files[0].room.rows;
  const auto own = std::count_if(rows.begin(), rows.end(), [&](const auto& row) {
    return row.run.stage == 0 || tutor::lesson_of(bench.tutor, row.run.stage) != nullptr;
  });
  const auto count_of = [&](std::string_view start) {
    return std::count_if(bench.nodes().begin(), bench.nodes().end(), [&](const Node& node) {
      return node.role == Role::image && node.name.starts_with(start);
    });
  };
  CHECK(own > 0);
  CHECK(count_of("Before: ") == own);
  CHECK(count_of("After: ") == own);
  const auto run = [&](std::string_view id) {
    bench.act(tutor::RunRow{std::string(id)});
    bench.act(tutor::FinishRun{});
    bench.go_on();
    bench.draw();
  };
  const auto told = [&] {
    return std::count_if(bench.nodes().begin(), bench.nodes().end(), [](const Node& node) {
      return node.name.find("with the symptom, ") != std::string::npos;
    });
  };
  CHECK(told() == 0);
  run(rows.front().id);
  CHECK(told() == 1);
  run("retry-storm");
  CHECK(told() == 2);
}

TEST_CASE("on the ring a server is added and taken back, and the picture says what moved") {
  Bench bench;
  enter(bench, &tutor::kCards);
  const auto ring = [&] { return says(bench, "moved to the new server"); };
  CHECK_FALSE(ring());
  bench.press("Add server 5");
  CHECK(ring());
  CHECK(says(bench, "5 servers on a ring"));
  bench.press("Add server 6");
  CHECK(says(bench, "6 servers on a ring"));
  bench.press("Back");
  CHECK_FALSE(ring());
  CHECK(says(bench, "5 servers on a ring"));
}

TEST_CASE("a copy that is cut off answers as the learner says") {
  Bench bench;
  enter(bench, &tutor::kCards);
  const Node* error = bench.find(Role::radio, "An error");
  REQUIRE(error != nullptr);
  bench.input.activated.push_back(error->id);
  bench.frame();
  CHECK(says(bench, "a reader in Lagos gets an error"));
}

TEST_CASE("the click's way is stepped through, and card and number light each other") {
  Bench bench;
  enter(bench, &tutor::kFinale);
  const auto lit = [&](std::string_view name) {
    return std::count_if(bench.nodes().begin(), bench.nodes().end(),
                         [&](const Node& node) { return node.name == name && node.pressed == 1; });
  };
  CHECK(lit("Station 1") == 0);
  bench.press("Step");
  CHECK(lit("Station 1") == 2);
  bench.press("Station 4");
  CHECK(lit("Station 1") == 0);
  CHECK(lit("Station 4") == 2);
  bench.press("Station 4");
  CHECK(lit("Station 4") == 0);
  bench.act(tutor::PlayClick{true});
  for (int i = 0; i < 12; ++i) bench.go_on();
  bench.draw();
  CHECK(bench.find(Role::button, "Play her click") != nullptr);
}

TEST_CASE("every word of a lesson's glossary is in the glossary room, once") {
  Bench bench;
  enter(bench, &tutor::kGlossary);
  for (const auto& entry : bench.tutor.lessons) {
    for (const auto& term : entry.lesson.glossary) {
      int count = 0;
      for (const Node& node : bench.nodes()) {
        count += node.role == Role::list_item && node.name.starts_with(term.term + ": ") ? 1 : 0;
      }
      CAPTURE(term.term);
      CHECK(count == 1);
    }
  }
}

namespace {

// The words in quotes between the next [ and ] after a place in a file.
std::vector<std::string> listed_after(const std::string& text, const std::string& place) {
  std::vector<std::string> words;
  const std::size_t begin = text.find('[', text.find(place));
  const std::size_t end = text.find(']', begin);
  for (std::size_t open = text.find('"', begin); open < end;) {
    const std::size_t close = text.find('"', open + 1);
    words.push_back(text.substr(open + 1, close - open - 1));
    open = text.find('"', close + 1);
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

TEST_CASE("the files, their schema and the README know the rooms and steps that the program has") {
  std::vector<std::string> with_file;
  std::string all = "lesson";
  for (const tenfold::ui::RoomPage& page : tenfold::ui::room_pages()) {
    CHECK(tenfold::ui::room_named(page.kind->name) == page.kind);
    all += ", " + std::string(page.kind->name);
    if (page.kind->has_file) with_file.emplace_back(page.kind->name);
  }
  CHECK(tenfold::ui::room_named("attic") == nullptr);
  std::sort(with_file.begin(), with_file.end());

  std::vector<std::string> files;
  for (const std::string& file : room_files()) {
    files.push_back(std::filesystem::path(file).stem().string());
  }
  std::sort(files.begin(), files.end());
  CHECK(files == with_file);
  CHECK(listed_after(read_text("lessons/room.schema.json"), "\"room\": {") == with_file);

  std::string steps;
  for (int i = 0; i < tutor::kSteps; ++i) {
    steps += (i > 0 ? ", " : "") + std::string(tutor::step_name(static_cast<tutor::Step>(i)));
    CHECK(tutor::step_named(tutor::step_name(static_cast<tutor::Step>(i))) ==
          static_cast<tutor::Step>(i));
  }
  CHECK_FALSE(tutor::step_named("nap").has_value());
  const std::string readme = read_text("README.md");
  CHECK(readme.find("| `mode` | " + all + " |") != std::string::npos);
  CHECK(readme.find("| `step` | " + steps + " |") != std::string::npos);
}
