// The view on a screen without pixels, with a tutor behind it: what is listed can be found by role
// and name, and pressed.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "imgui.h"
#include "tests/lesson/files.h"
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

// An ImGui context that draws nothing, and a view in it.
class Bench {
 public:
  Bench() : view_([](std::span<const Dot>, void*) {}, nullptr) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    regular_ = read_bytes(TENFOLD_FONTS "/font-regular.ttf");
    bold_ = read_bytes(TENFOLD_FONTS "/font-bold.ttf");
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

inline constexpr Viewport kScreens[] = {
    {.width = 390, .height = 844}, {.width = 320, .height = 640},  {.width = 480, .height = 270},
    {.width = 899, .height = 700}, {.width = 1280, .height = 800}, {.width = 1920, .height = 1080},
};

inline bool is_control(const Node& node) {
  return node.role == Role::button || node.role == Role::radio || node.role == Role::checkbox ||
         node.role == Role::slider || node.role == Role::link;
}

}  // namespace tenfold::test
