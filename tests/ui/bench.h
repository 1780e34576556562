// The view on a screen without pixels, with a tutor behind it: what is listed can be found by role
// and name, and pressed.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "imgui.h"
#include "tests/lesson/files.h"
#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/view.h"

namespace tenfold::test {

using tutor::Action;
using tutor::Step;
using tutor::Tutor;
using ui::Dot;
using ui::Frame;
using ui::Layer;
using ui::MirrorInput;
using ui::Node;
using ui::Role;
using ui::View;
using ui::Viewport;

inline std::vector<unsigned char> read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline const Node* find_node(const ui::Mirror& mirror, Role role, std::string_view name) {
  for (const Node& node : mirror.nodes()) {
    if (node.role == role && node.name == name) return &node;
  }
  return nullptr;
}

// An ImGui context that draws nothing, and the page's faces in it.
class ImGuiBench {
 public:
  ImGuiBench() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DeltaTime = 1.0f / 60;
    REQUIRE_FALSE(regular.empty());
    REQUIRE_FALSE(bold.empty());
  }
  ~ImGuiBench() { ImGui::DestroyContext(); }

  // What a renderer does after each frame.
  void keep_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      const bool is_gone = texture->Status == ImTextureStatus_WantDestroy;
      texture->SetStatus(is_gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
  }

  std::vector<unsigned char> regular = read_bytes(TENFOLD_FONTS "/font-regular.ttf");
  std::vector<unsigned char> bold = read_bytes(TENFOLD_FONTS "/font-bold.ttf");
};

// A view in such a context, with a tutor behind it.
class Bench {
 public:
  Bench() {
    view_.set_fonts(context_.regular, context_.bold);
    for (const char* file : {"lessons/stage-01.json", "lessons/stage-02.json"}) {
      tenfold::tutor::add_lesson(tutor, read_text(file), file);
    }
    tenfold::tutor::open_stage(tutor, 1, 1);
  }

  // Opens this lesson, and has it taught beside the first two if it is none of them.
  void teach(const std::string& file) {
    const std::string text = read_text(file);
    const int stage = std::stoi(text.substr(text.find("\"stage\": ") + 9));
    if (tenfold::tutor::lesson_of(tutor, stage) == nullptr) {
      tenfold::tutor::add_lesson(tutor, text, file);
    }
    tenfold::tutor::open_stage(tutor, stage, 1);
  }

  Frame draw() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(viewport.width, viewport.height);
    ImGui::NewFrame();
    Frame frame = view_.draw(tutor, viewport, input);
    ImGui::Render();
    context_.keep_textures();
    input = {};
    return frame;
  }

  // Draws, applies what the view asks for, and lets simulated work go on.
  void frame() {
    const Frame drawn = draw();
    for (const Action& action : drawn.actions) tenfold::tutor::update(tutor, action);
    go_on();
    draw();
  }

  void act(const Action& action) { tenfold::tutor::update(tutor, action); }

  // Four seconds of the learner's.
  void go_on() {
    for (int i = 0; i < 40; ++i) {
      tenfold::tutor::advance(tutor, 0.1, tenfold::tutor::kNoLimit);
    }
  }

  const std::vector<Node>& nodes() const { return view_.mirror().nodes(); }

  const Node* find(Role role, std::string_view name) const {
    return find_node(view_.mirror(), role, name);
  }

  // Listed, but in what is folded away.
  bool is_folded(const Node& node) const {
    for (const Node* at = &node; at->parent != 0;) {
      at = &*std::find_if(nodes().begin(), nodes().end(),
                          [at](const Node& other) { return other.id == at->parent; });
      if (at->role == Role::fold && at->expanded == 0) return true;
    }
    return false;
  }

  void press(std::string_view name) {
    const Node* node = find(Role::button, name);
    REQUIRE_MESSAGE(node != nullptr, std::string(name));
    input.activated.push_back(node->id);
    frame();
  }

  void open(Step step) {
    for (int i = 0; i < 20 && tutor.at.step != step; ++i) {
      if (tutor.at.step == Step::questions) break;
      if (tutor.at.step == Step::predict) {
        act(tenfold::tutor::SkipPrediction{});
      } else if (tutor.at.step == Step::run && !tutor.at.prediction.is_settled()) {
        act(tenfold::tutor::FinishRun{});
      } else if (tutor.at.step == Step::challenge && !tutor.at.challenge.ran) {
        act(tenfold::tutor::ShowSolution{});
        act(tenfold::tutor::FinishRun{});
      } else {
        act(tenfold::tutor::Proceed{});
      }
      go_on();
    }
    draw();
    draw();
  }

  Tutor tutor;
  Viewport viewport{.width = 1280, .height = 800};
  MirrorInput input;

 private:
  ImGuiBench context_;
  View view_{[](std::span<const Dot>, void*) {}, nullptr};
};

inline constexpr Viewport kScreens[] = {
    {.width = 390, .height = 844}, {.width = 320, .height = 640},  {.width = 480, .height = 270},
    {.width = 899, .height = 700}, {.width = 1280, .height = 800}, {.width = 1920, .height = 1080},
};

inline bool is_control(const Node& node) {
  return node.role == Role::button || node.role == Role::radio || node.role == Role::checkbox ||
         node.role == Role::slider || node.role == Role::link;
}

}  // namespace tenfold::test
