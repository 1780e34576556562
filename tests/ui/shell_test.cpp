// The bar at the top, as one meets it: on every screen it leads home, to every room and to every
// stage, and what it opens goes away again.
#include "ui/shell.h"

#include <algorithm>

#include "tests/ui/bench.h"
#include "ui/icons.h"
#include "ui/rooms.h"

namespace {

using namespace tenfold::test;
namespace tutor = tenfold::tutor;

const Node* button(const Bench& bench, std::string_view key) {
  const std::uint32_t id = tenfold::ui::node_id(key);
  for (const Node& node : bench.nodes()) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

void press_key(Bench& bench, std::string_view key) {
  const Node* node = button(bench, key);
  REQUIRE_MESSAGE(node != nullptr, std::string(key));
  bench.input.activated.push_back(node->id);
  for (const Action& action : bench.draw().actions) bench.act(action);
  bench.draw();
}

std::vector<const Node*> controls_of_the_bar(const Bench& bench) {
  std::vector<const Node*> controls;
  for (const Node& node : bench.nodes()) {
    if (node.layer == Layer::bar && is_control(node)) controls.push_back(&node);
  }
  return controls;
}

bool are_apart(const Node& one, const Node& other) {
  const auto& a = one.rect;
  const auto& b = other.rect;
  return a.x + a.width <= b.x + 0.1f || b.x + b.width <= a.x + 0.1f ||
         a.y + a.height <= b.y + 0.1f || b.y + b.height <= a.y + 0.1f;
}

void check_bar(const Bench& bench) {
  const std::vector<const Node*> controls = controls_of_the_bar(bench);
  CHECK(controls.size() >= 2);
  for (std::size_t i = 0; i < controls.size(); ++i) {
    const Node& node = *controls[i];
    CAPTURE(bench.viewport.width);
    CAPTURE(bench.viewport.height);
    CAPTURE(node.name);
    CHECK_FALSE(node.name.empty());
    const bool touch = bench.viewport.touch && bench.viewport.height >= 600;
    CHECK(node.rect.height >= (touch ? 40.0f : 24.0f) - 2);
    CHECK(node.rect.width >= 24);
    CHECK(node.rect.x >= 0);
    CHECK(node.rect.x + node.rect.width <= bench.viewport.width + 0.5f);
    CHECK(node.rect.y + node.rect.height <= bench.viewport.height + 0.5f);
    for (std::size_t j = i + 1; j < controls.size(); ++j) {
      CAPTURE(controls[j]->name);
      CHECK(are_apart(node, *controls[j]));
    }
  }
}

// As many as the journey has.
void teach_all(Bench& bench) {
  for (int stage = 1; stage <= 10; ++stage) {
    bench.teach("lessons/stage-" + std::string(stage < 10 ? "0" : "") + std::to_string(stage) +
                ".json");
  }
}

TEST_CASE(
    "on every screen what is in the bar and its panels fits, is large enough and stands apart") {
  for (const Viewport& screen : kScreens) {
    for (const bool touch : {false, true}) {
      Bench bench;
      bench.viewport = screen;
      bench.viewport.touch = touch;
      teach_all(bench);
      bench.draw();
      check_bar(bench);
      press_key(bench, "shell/more");
      check_bar(bench);
      press_key(bench, "shell/more");
      if (button(bench, "shell/stages") == nullptr) continue;
      press_key(bench, "shell/stages");
      check_bar(bench);
    }
  }
}

TEST_CASE("on every screen each stage and each room can be reached by its button") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    teach_all(bench);
    bench.draw();
    for (const auto& entry : bench.tutor.lessons) {
      if (button(bench, "shell/stages") != nullptr) press_key(bench, "shell/stages");
      press_key(bench, "shell/stage/" + std::to_string(entry.stage));
      CHECK(tutor::current(bench.tutor).stage == entry.stage);
    }
    for (const auto& page : tenfold::ui::room_pages()) {
      if (page.kind->door == tutor::Door::none) continue;
      const std::string key = "shell/room/" + std::string(page.kind->name);
      if (button(bench, key) == nullptr) press_key(bench, "shell/more");
      press_key(bench, key);
      CHECK(bench.tutor.room == page.kind);
      CHECK(button(bench, "shell/panel") == nullptr);
    }
  }
}

TEST_CASE("a panel closes by its button, by Escape and by a press beside it") {
  Bench bench;
  bench.draw();
  CHECK(button(bench, "shell/more")->shortcut.empty());
  press_key(bench, "shell/more");
  REQUIRE(button(bench, "shell/panel") != nullptr);
  CHECK(button(bench, "shell/more")->shortcut == "Escape");
  CHECK(button(bench, "shell/more")->expanded == 1);
  bench.input.activated.push_back(tenfold::ui::node_id("shell/more"));
  CHECK(bench.draw().focus == tenfold::ui::node_id("shell/more"));
  bench.draw();
  CHECK(button(bench, "shell/panel") == nullptr);

  press_key(bench, "shell/more");
  const auto& panel = button(bench, "shell/panel")->rect;
  const auto click = [&bench](float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    bench.draw();
    io.AddMouseButtonEvent(0, true);
    bench.draw();
    io.AddMouseButtonEvent(0, false);
    bench.draw();
    bench.draw();
  };
  click(panel.x + 4, panel.y + 4);
  CHECK(button(bench, "shell/panel") != nullptr);
  click(bench.viewport.width - 20, bench.viewport.height - 20);
  CHECK(button(bench, "shell/panel") == nullptr);
  CHECK(bench.tutor.in_lesson());
}

TEST_CASE("what is chosen of the looks is handed to the page, and shown as chosen") {
  Bench bench;
  bench.draw();
  const Node* theme = bench.find(Role::button, "Dark colours");
  REQUIRE(theme != nullptr);
  bench.input.activated.push_back(theme->id);
  CHECK(bench.draw().theme == tenfold::ui::Theme::dark);
  bench.viewport.dark = true;
  bench.viewport.chosen.theme = tenfold::ui::Theme::dark;
  bench.draw();
  CHECK(bench.find(Role::button, "Light colours") != nullptr);
  press_key(bench, "shell/more");
  REQUIRE(bench.find(Role::button, "Colours: Dark") != nullptr);
  CHECK(bench.find(Role::button, "Colours: Dark")->pressed == 1);
  CHECK(bench.find(Role::button, "Motion: System")->pressed == 1);
  bench.input.activated.push_back(bench.find(Role::button, "Motion: Reduced")->id);
  CHECK(bench.draw().motion == tenfold::ui::Motion::reduced);
}

TEST_CASE("the bar is told before the page, as a landmark, and an embed has none") {
  Bench bench;
  bench.draw();
  REQUIRE_FALSE(bench.nodes().empty());
  CHECK(bench.nodes().front().role == Role::navigation);
  const float covered = bench.draw().fixed_top;
  CHECK(covered >= bench.nodes().front().rect.height);
  bench.viewport.minimal = true;
  CHECK(bench.draw().fixed_top == 0);
  CHECK(controls_of_the_bar(bench).empty());
}

TEST_CASE("every room says in a few words what it is for, behind an icon of its own") {
  std::set<tenfold::ui::Icon> icons;
  for (const auto& page : tenfold::ui::room_pages()) {
    CAPTURE(page.kind->name);
    CHECK_FALSE(page.kind->line.empty());
    const tenfold::ui::Icon icon = tenfold::ui::icon_of_kind(page.kind->icon);
    CHECK(tenfold::ui::icon_name(icon) == page.kind->icon);
    CHECK(icons.insert(icon).second);
  }
}

}  // namespace
