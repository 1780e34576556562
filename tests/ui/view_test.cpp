// The whole view on a screen without pixels: what it lists for the mirror, at every step and size,
// and that pressing what is listed does what its name says.
#include "ui/view.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "imgui.h"
#include "tutor/tutor.h"

namespace {

using tenfold::tutor::Action;
using tenfold::tutor::Step;
using tenfold::tutor::Tutor;
using tenfold::ui::Dot;
using tenfold::ui::Frame;
using tenfold::ui::Layer;
using tenfold::ui::MirrorInput;
using tenfold::ui::Node;
using tenfold::ui::Role;
using tenfold::ui::View;
using tenfold::ui::Viewport;

std::vector<unsigned char> read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string read_text(const std::string& path) {
  const std::vector<unsigned char> bytes = read_bytes(path);
  return {bytes.begin(), bytes.end()};
}

// An ImGui context that draws nothing, and a view in it.
class Bench {
 public:
  Bench() : view_([](std::span<const Dot>, void*) {}, nullptr) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    regular_ = read_bytes("build/wasm/site/font-regular.ttf");
    bold_ = read_bytes("build/wasm/site/font-bold.ttf");
    REQUIRE_FALSE(regular_.empty());
    REQUIRE_FALSE(bold_.empty());
    view_.set_fonts(regular_, bold_);
    for (const char* file : {"lessons/stage-01.json", "lessons/stage-02.json"}) {
      tenfold::tutor::add_lesson(tutor, read_text(file), file);
    }
    tenfold::tutor::open_stage(tutor, 1, 1);
  }
  ~Bench() { ImGui::DestroyContext(); }

  Frame draw() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(viewport.width, viewport.height);
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    Frame frame = view_.draw(tutor, viewport, input);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantDestroy) {
        texture->SetStatus(ImTextureStatus_Destroyed);
      } else {
        texture->SetStatus(ImTextureStatus_OK);
      }
    }
    input = {};
    return frame;
  }

  // Draws, applies what the view asks for, and lets simulated work go on.
  void frame() {
    const Frame drawn = draw();
    for (const Action& action : drawn.actions) tenfold::tutor::update(tutor, action);
    for (int i = 0; i < 40; ++i) tenfold::tutor::advance(tutor, 0.1);
    draw();
  }

  const std::vector<Node>& nodes() const { return view_.mirror().nodes(); }

  const Node* find(Role role, std::string_view name) const {
    for (const Node& node : nodes()) {
      if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
  }

  void press(std::string_view name) {
    const Node* node = find(Role::button, name);
    REQUIRE_MESSAGE(node != nullptr, std::string(name));
    input.activated.push_back(node->id);
    frame();
  }

  void open(Step step) {
    for (int i = 0; i < 20 && tutor.at.step != step; ++i) {
      Action action;
      if (tutor.at.step == Step::predict) {
        action.kind = Action::Kind::predict_skip;
      } else if (tutor.at.step == Step::run && tutor.at.prediction.outcome < 0) {
        action.kind = Action::Kind::finish_run;
      } else if (tutor.at.step == Step::challenge && !tutor.at.challenge.ran) {
        action.kind = Action::Kind::show_solution;
        tenfold::tutor::update(tutor, action);
        action.kind = Action::Kind::finish_run;
      } else if (tutor.at.step == Step::questions) {
        break;
      } else {
        action.kind = Action::Kind::proceed;
      }
      tenfold::tutor::update(tutor, action);
      for (int k = 0; k < 40; ++k) tenfold::tutor::advance(tutor, 0.1);
    }
    draw();
    draw();
  }

  Tutor tutor;
  Viewport viewport{.width = 1280, .height = 800};
  MirrorInput input;

 private:
  View view_;
  std::vector<unsigned char> regular_;
  std::vector<unsigned char> bold_;
};

constexpr Viewport kScreens[] = {
    {.width = 390, .height = 844}, {.width = 320, .height = 640},  {.width = 480, .height = 270},
    {.width = 899, .height = 700}, {.width = 1280, .height = 800}, {.width = 1920, .height = 1080},
};

bool is_control(const Node& node) {
  return node.role == Role::button || node.role == Role::radio || node.role == Role::checkbox ||
         node.role == Role::slider || node.role == Role::link;
}

TEST_CASE("at every step and size each control has a name, is large enough and fits the screen") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    for (int i = 0; i <= static_cast<int>(Step::questions); ++i) {
      bench.open(static_cast<Step>(i));
      REQUIRE(bench.tutor.at.step == static_cast<Step>(i));
      for (const Node& node : bench.nodes()) {
        if (!is_control(node)) continue;
        CAPTURE(screen.width);
        CAPTURE(i);
        CAPTURE(node.name);
        CHECK_FALSE(node.name.empty());
        CHECK(node.rect.height >= 24);
        if (node.name.rfind("Meaning of", 0) != 0) CHECK(node.rect.width >= 24);
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.x + node.rect.width <= screen.width + 0.5f);
      }
    }
  }
}

TEST_CASE("a link with a limit tells how full it is, and one that is cut that it is down") {
  Bench bench;
  std::string text = read_text("lessons/stage-01.json");
  const auto replace = [&text](std::string_view from, std::string_view to) {
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
  };
  replace("\"to\": \"app\", \"round_trip_ms\": 40",
          "\"to\": \"app\", \"round_trip_ms\": 40, \"mbps\": 100");
  replace("\"stage\": 1,", "\"stage\": 9,");
  tenfold::tutor::add_lesson(bench.tutor, text, "lessons/stage-09.json");
  tenfold::tutor::open_stage(bench.tutor, 9, 1);
  bench.open(Step::run);
  const auto said = [&bench] {
    for (const Node& node : bench.nodes()) {
      if (node.role == Role::list_item && node.name.rfind("Link from Readers", 0) == 0) {
        return node.name;
      }
    }
    return std::string();
  };
  CHECK(said().find(" % full") != std::string::npos);
  tenfold::tutor::update(bench.tutor, {.kind = Action::Kind::kill, .text = "users>app"});
  bench.draw();
  CHECK(said().find(": down") != std::string::npos);
}

TEST_CASE("no two nodes share an id, and every parent is listed before its children") {
  Bench bench;
  for (int i = 0; i <= static_cast<int>(Step::questions); ++i) {
    bench.open(static_cast<Step>(i));
    std::map<std::uint32_t, std::string> seen;
    for (const Node& node : bench.nodes()) {
      CAPTURE(node.name);
      CAPTURE(i);
      CHECK_MESSAGE(seen.count(node.id) == 0, seen[node.id]);
      if (node.parent != 0) CHECK(seen.count(node.parent) == 1);
      seen[node.id] = node.name;
    }
  }
}

TEST_CASE("controls do not cover one another") {
  for (const Viewport& screen : kScreens) {
    Bench bench;
    bench.viewport = screen;
    bench.open(Step::challenge);
    std::vector<const Node*> controls;
    for (const Node& node : bench.nodes()) {
      if (is_control(node) && node.name.rfind("Meaning of", 0) != 0) controls.push_back(&node);
    }
    for (std::size_t i = 0; i < controls.size(); ++i) {
      for (std::size_t j = i + 1; j < controls.size(); ++j) {
        if (controls[i]->layer != controls[j]->layer) continue;
        const auto& a = controls[i]->rect;
        const auto& b = controls[j]->rect;
        const bool apart = a.x + a.width <= b.x + 0.1f || b.x + b.width <= a.x + 0.1f ||
                           a.y + a.height <= b.y + 0.1f || b.y + b.height <= a.y + 0.1f;
        CAPTURE(screen.width);
        CAPTURE(controls[i]->name);
        CAPTURE(controls[j]->name);
        CHECK(apart);
      }
    }
  }
}

TEST_CASE("a button pressed through the mirror does what its name says") {
  Bench bench;
  bench.frame();
  bench.press("Continue");
  CHECK(bench.tutor.at.step == Step::walk);
  bench.press("Send one request");
  CHECK(bench.tutor.at.walk.stop == 0);
  bench.press("Stage 2");
  CHECK(tenfold::tutor::current(bench.tutor).stage == 2);
}

TEST_CASE("the shell leads to a room, and back to where the lesson was") {
  Bench bench;
  bench.open(Step::explain);
  bench.press("Quiz");
  CHECK(bench.tutor.room == tenfold::tutor::Room::quiz);
  CHECK(bench.find(Role::heading, "Quiz") != nullptr);
  CHECK(bench.find(Role::region, "Live system") == nullptr);
  CHECK(bench.find(Role::button, "Stage 2") == nullptr);
  bench.press("Lesson");
  CHECK(bench.tutor.at.step == Step::explain);
  CHECK(bench.find(Role::region, "Live system") != nullptr);
}

TEST_CASE("a glossary term opens its meaning in place and closes again") {
  Bench bench;
  bench.open(Step::explain);
  const auto meanings = [&] {
    int count = 0;
    for (const Node& node : bench.nodes()) count += node.name.rfind("Little's law: ", 0) == 0;
    return count;
  };
  REQUIRE(meanings() == 0);
  bench.press("Meaning of Little's law");
  CHECK(meanings() == 1);
  bench.press("Meaning of Little's law");
  CHECK(meanings() == 0);
}

TEST_CASE("the traffic slider turns a value from the page into an action") {
  Bench bench;
  bench.open(Step::run);
  const Node* slider = bench.find(Role::slider, "Traffic");
  REQUIRE(slider != nullptr);
  bench.input.changed.push_back({slider->id, 1.5, "1.5"});
  bench.frame();
  CHECK(bench.tutor.at.live.traffic == doctest::Approx(1.5));
}

TEST_CASE("from 900 px the pane stands beside the lesson, below that above it") {
  Bench bench;
  bench.viewport.width = 900;
  CHECK(bench.draw().fixed_top == 0);
  bench.viewport.width = 899;
  const Frame frame = bench.draw();
  CHECK(frame.fixed_top > 0);
  CHECK(frame.fixed_top < bench.viewport.height);
}

TEST_CASE("where the pane fills a small embed a button leads to the lesson below it") {
  Bench bench;
  bench.viewport.width = 480;
  bench.viewport.height = 270;
  bench.draw();
  const Node* way = bench.find(Role::button, "Go to the lesson");
  REQUIRE(way != nullptr);
  CHECK(way->rect.y + way->rect.height < bench.viewport.height);
  bench.input.activated.push_back(way->id);
  const Frame frame = bench.draw();
  REQUIRE(frame.scroll_to.has_value());
  const Node* title = bench.find(Role::heading, "Stage 1: Single server");
  REQUIRE(title != nullptr);
  CHECK(*frame.scroll_to <= title->rect.y);
  CHECK(*frame.scroll_to > title->rect.y - 120);
}

TEST_CASE("without the shell there are no stage buttons, with it there is one a lesson") {
  Bench bench;
  bench.draw();
  CHECK(bench.find(Role::button, "Stage 2") != nullptr);
  bench.viewport.minimal = true;
  bench.draw();
  CHECK(bench.find(Role::button, "Stage 2") == nullptr);
}

TEST_CASE("a broken lesson is named with its reason and the others can still be opened") {
  Bench bench;
  tenfold::tutor::add_lesson(bench.tutor, "{\"stage\": 3", "lessons/stage-03.json");
  bench.draw();
  bool named = false;
  for (const Node& node : bench.nodes()) {
    named = named || node.name.find("lessons/stage-03.json") != std::string::npos;
  }
  CHECK(named);
  bench.press("Stage 2");
  CHECK(tenfold::tutor::current(bench.tutor).stage == 2);
}

TEST_CASE("with reduced motion nothing asks for frames while the run is paused") {
  Bench bench;
  bench.viewport.reduced_motion = true;
  bench.open(Step::run);
  CHECK_FALSE(bench.draw().animating);
}

}  // namespace
