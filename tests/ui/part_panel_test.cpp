// The panel of a part on a screen without pixels: what it lists, that it fits, and that its buttons
// do what they say, by keyboard, mirror and mouse.
#include "ui/part_panel.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "model/catalogue.h"
#include "tests/ui/bench.h"
#include "tutor/part_story.h"
#include "ui/diagram.h"

namespace {

using namespace tenfold::test;
using tenfold::ui::node_id;
using tenfold::ui::Rect;

const tenfold::model::PartSpec& part_of_kind(const Bench& bench, std::string_view kind) {
  const auto& parts = bench.tutor.at.run.scenario().parts;
  return *std::find_if(parts.begin(), parts.end(),
                       [kind](const auto& part) { return part.kind == kind; });
}

// Does what the view asks for, while the run stands still.
Frame take_up(Bench& bench) {
  const Frame frame = bench.draw();
  for (const Action& action : frame.actions) bench.act(action);
  bench.draw();
  return frame;
}

Frame press(Bench& bench, const Node* node) {
  REQUIRE(node != nullptr);
  CHECK_FALSE(node->disabled);
  bench.input.activated.push_back(node->id);
  return take_up(bench);
}

void pick_out(Bench& bench, const std::string& part, int track = 0) {
  bench.act(tenfold::tutor::SelectPart{track, part});
  bench.draw();
}

const Node* panel(const Bench& bench) {
  for (const Node& node : bench.nodes()) {
    if (node.id == node_id("part") && node.role == Role::region) return &node;
  }
  return nullptr;
}

// What stands in the panel, at whatever depth.
std::vector<const Node*> inside(const Bench& bench) {
  std::vector<const Node*> found;
  std::set<std::uint32_t> parents{node_id("part")};
  for (const Node& node : bench.nodes()) {
    if (!parents.contains(node.parent)) continue;
    parents.insert(node.id);
    found.push_back(&node);
  }
  return found;
}

const Node* in_panel(const Bench& bench, Role role, std::string_view begin) {
  for (const Node* node : inside(bench)) {
    if (node->role == role && node->name.starts_with(begin)) return node;
  }
  return nullptr;
}

// Calls `look` on every page; gives their number.
template <typename Look>
int for_each_page(Bench& bench, const Look& look) {
  for (int page = 1;; ++page) {
    REQUIRE(page < 20);
    look();
    const Node* next = in_panel(bench, Role::button, "Next page");
    if (next == nullptr || next->disabled) return page;
    press(bench, next);
  }
}

// As a keyboard's user finds it: page by page.
const Node* find_in_pages(Bench& bench, Role role, std::string_view begin) {
  while (const Node* before = in_panel(bench, Role::button, "Page before")) {
    if (before->disabled) break;
    press(bench, before);
  }
  for (int page = 0; page < 20; ++page) {
    if (const Node* found = in_panel(bench, role, begin)) return found;
    const Node* next = in_panel(bench, Role::button, "Next page");
    if (next == nullptr || next->disabled) return nullptr;
    press(bench, next);
  }
  return nullptr;
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x + a.width > b.x + 0.1f && b.x + b.width > a.x + 0.1f && a.y + a.height > b.y + 0.1f &&
         b.y + b.height > a.y + 0.1f;
}

bool is_within(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x - 0.5f && inner.y >= outer.y - 0.5f &&
         inner.x + inner.width <= outer.x + outer.width + 0.5f &&
         inner.y + inner.height <= outer.y + outer.height + 0.5f;
}

// Words and controls, not what holds them, nor the table that lies over its picture.
bool is_leaf(const Node& node) {
  return is_control(node) || node.role == Role::paragraph || node.role == Role::list_item ||
         node.role == Role::heading || node.role == Role::image;
}

TEST_CASE(
    "all that is told of a part is listed, fits into its panel and covers nothing else in it") {
  for (const Viewport& screen : kScreens) {
    for (const bool touch : {false, true}) {
      Bench bench;
      bench.viewport = screen;
      bench.viewport.touch = touch;
      bench.open(Step::run);
      bench.act(tenfold::tutor::GoTo{30});
      bench.go_on();
      for (const tenfold::model::PartSpec& part : bench.tutor.at.run.scenario().parts) {
        CAPTURE(screen.width);
        CAPTURE(touch);
        CAPTURE(part.id);
        pick_out(bench, part.id);
        const auto story = story_of(bench.tutor.at.run.track(), part.id);
        std::set<std::string> said;
        for_each_page(bench, [&] {
          REQUIRE(panel(bench) != nullptr);
          const Rect whole = panel(bench)->rect;
          CHECK(whole.x + whole.width <= screen.width + 0.5f);
          const std::vector<const Node*> nodes = inside(bench);
          for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Node& node = *nodes[i];
            said.insert(node.name);
            if (!is_leaf(node)) continue;
            CAPTURE(node.name);
            CHECK(is_within(node.rect, whole));
            if (is_control(node)) {
              CHECK(std::min(node.rect.width, node.rect.height) >= (touch ? 44 : 24));
            }
            for (std::size_t k = i + 1; k < nodes.size(); ++k) {
              CAPTURE(nodes[k]->name);
              if (is_leaf(*nodes[k])) CHECK_FALSE(overlap(node.rect, nodes[k]->rect));
            }
          }
        });
        CHECK(said.contains(part.label));
        CHECK(said.contains(std::string(story->does)));
        for (const auto& number : story->numbers) {
          CHECK(said.contains(number.name + ": " + number.value));
        }
        for (const auto& wait : story->waits) {
          CHECK(std::any_of(said.begin(), said.end(), [&wait](const std::string& words) {
            return words.starts_with(wait.what + ": ");
          }));
        }
        for (const auto& knob : story->knobs) {
          CHECK(said.contains(knob.words + ": " + knob.value));
          CHECK(said.contains(knob.less_words));
          CHECK(said.contains(knob.more_words));
        }
        if (story->little) CHECK(said.contains(story->little->words));
        pick_out(bench, part.id);
        CHECK(panel(bench) == nullptr);
      }
    }
  }
}

TEST_CASE("beside a panel the diagram and all else have made room: nothing stands under it") {
  for (const float width : {1280.0f, 1920.0f}) {
    Bench bench;
    bench.viewport.width = width;
    bench.open(Step::run);
    pick_out(bench, part_of_kind(bench, "app_server").id);
    REQUIRE(panel(bench) != nullptr);
    const Rect whole = panel(bench)->rect;
    CHECK(whole.width == tenfold::ui::kPartPanelWidth);
    const std::vector<const Node*> own = inside(bench);
    for (const Node& node : bench.nodes()) {
      if (node.layer != Layer::fixed || !is_control(node)) continue;
      if (std::find(own.begin(), own.end(), &node) != own.end()) continue;
      CAPTURE(node.name);
      CHECK_FALSE(overlap(node.rect, whole));
    }
  }
}

TEST_CASE("the waiting of each second is a picture in words and a table, with its limit") {
  Bench bench;
  bench.open(Step::run);
  bench.act(tenfold::tutor::GoTo{50});
  bench.go_on();
  pick_out(bench, part_of_kind(bench, "app_server").id);
  const Node* plot = find_in_pages(bench, Role::image, "Waiting, by second");
  REQUIRE(plot != nullptr);
  CHECK(plot->name.find("Limit ") != std::string::npos);
  CHECK(in_panel(bench, Role::table, "Waiting, by second") != nullptr);
}

TEST_CASE("a press on plus or minus sets the parameter, and the panel shows what it is now") {
  for (const Viewport& screen : {kScreens[0], kScreens[4]}) {
    Bench bench;
    bench.viewport = screen;
    bench.open(Step::run);
    const tenfold::model::PartSpec app = part_of_kind(bench, "app_server");
    pick_out(bench, app.id);
    for (const bool more : {true, false}) {
      const auto before = story_of(bench.tutor.at.run.track(), app.id)->knobs.front();
      const std::string& name = more ? before.more_words : before.less_words;
      press(bench, find_in_pages(bench, Role::button, name));
      const auto after = story_of(bench.tutor.at.run.track(), app.id)->knobs.front();
      CHECK(name.ends_with(after.value));
      CHECK(find_in_pages(bench, Role::paragraph, after.words + ": " + after.value) != nullptr);
      CHECK(bench.tutor.notice.text.starts_with(app.label + ": "));
    }
  }
}

TEST_CASE("its buttons kill a part and heal it, slow it down and give it its speed back") {
  Bench bench;
  bench.open(Step::run);
  const tenfold::model::PartSpec app = part_of_kind(bench, "app_server");
  pick_out(bench, app.id);
  const auto story = [&] { return *story_of(bench.tutor.at.run.track(), app.id); };
  press(bench, find_in_pages(bench, Role::button, "Kill " + app.label));
  CHECK(story().health == tenfold::model::Health::down);
  CHECK(panel(bench) != nullptr);
  press(bench, find_in_pages(bench, Role::button, "Heal " + app.label));
  CHECK(story().health != tenfold::model::Health::down);
  press(bench, find_in_pages(bench, Role::button, "Slow " + app.label));
  CHECK(story().full_speed);
  press(bench, find_in_pages(bench, Role::button, "Full speed for " + app.label));
  CHECK(story().slow);
  pick_out(bench, part_of_kind(bench, "clients").id);
  CHECK(find_in_pages(bench, Role::button, "Kill ") == nullptr);
}

TEST_CASE("a refused change says why, on whatever page one is") {
  for (const Viewport& screen : {kScreens[0], kScreens[4]}) {
    Bench bench;
    bench.viewport = screen;
    bench.open(Step::run);
    const tenfold::model::PartSpec app = part_of_kind(bench, "app_server");
    pick_out(bench, app.id);
    bench.act(tenfold::tutor::SetParameter{0, app.id, "workers", -1});
    bench.draw();
    for_each_page(bench, [&] {
      const Node* why = in_panel(bench, Role::paragraph, "Not done: " + app.label);
      REQUIRE(why != nullptr);
      CHECK(is_within(why->rect, panel(bench)->rect));
    });
  }
}

TEST_CASE("where nothing may be changed its buttons are closed, and it is said why") {
  Bench bench;
  bench.open(Step::challenge);
  const tenfold::model::PartSpec app = part_of_kind(bench, "app_server");
  pick_out(bench, app.id);
  const Node* kill = find_in_pages(bench, Role::button, "Kill ");
  REQUIRE(kill != nullptr);
  CHECK(kill->disabled);
  const std::string why(why_untouchable(bench.tutor.at.run));
  CHECK_FALSE(why.empty());
  CHECK(find_in_pages(bench, Role::paragraph, why) != nullptr);
}

TEST_CASE(
    "a panel is put away by its cross, by Escape or by the part; the part has the focus then") {
  for (const Viewport& screen : {kScreens[0], kScreens[4]}) {
    Bench bench;
    bench.viewport = screen;
    bench.open(Step::run);
    const tenfold::model::PartSpec app = part_of_kind(bench, "app_server");
    const std::uint32_t card = tenfold::ui::part_node("diagram", app.id);
    bench.input.activated.push_back(card);
    take_up(bench);
    REQUIRE(panel(bench) != nullptr);
    const Node* close = in_panel(bench, Role::button, "Close " + app.label);
    REQUIRE(close != nullptr);
    CHECK(close->shortcut == "Escape");
    const Frame frame = press(bench, close);
    CHECK(panel(bench) == nullptr);
    CHECK(frame.focus == card);
    bench.input.activated.push_back(card);
    take_up(bench);
    CHECK(panel(bench) != nullptr);
    bench.input.activated.push_back(card);
    take_up(bench);
    CHECK(panel(bench) == nullptr);
  }
}

TEST_CASE("a finger on a panel that covers the diagram pressed the card below it") {
  Bench bench;
  bench.viewport = kScreens[0];
  bench.open(Step::run);
  const tenfold::model::PartSpec app = part_of_kind(bench, "app_server");
  const auto tap = [&bench](float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    bench.draw();
    io.AddMouseButtonEvent(0, true);
    take_up(bench);
    io.AddMouseButtonEvent(0, false);
    take_up(bench);
    io.AddMousePosEvent(-1, -1);
    bench.draw();
  };
  pick_out(bench, app.id);
  for (const Node& card : bench.nodes()) {
    if (card.parent == 0 || !card.name.starts_with(app.label + ": ")) continue;
    const Rect place = card.rect;
    tap(place.x + place.width / 2, place.y + place.height / 2);
    break;
  }
  const auto& selected = bench.tutor.at.run.selected;
  CHECK(selected.part == app.id);
  const Node* close = in_panel(bench, Role::button, "Close ");
  REQUIRE(close != nullptr);
  const Rect cross = close->rect;
  tap(cross.x + cross.width / 2, cross.y + cross.height / 2);
  CHECK(selected.part.empty());
  tap(200, 800);
}

TEST_CASE("in every stage each part of either system has a panel, with no id twice") {
  for (const std::string& file : stage_files()) {
    Bench bench;
    bench.teach(file);
    bench.open(Step::compare);
    for (std::size_t track = 0; track < bench.tutor.at.run.tracks.size(); ++track) {
      for (const auto& part : bench.tutor.at.run.tracks[track].scenario.parts) {
        CAPTURE(file);
        CAPTURE(part.id);
        pick_out(bench, part.id, static_cast<int>(track));
        CHECK(in_panel(bench, Role::heading, part.label) != nullptr);
        std::set<std::uint32_t> ids;
        for (const Node& node : bench.nodes()) CHECK(ids.insert(node.id).second);
      }
    }
  }
}

}  // namespace
