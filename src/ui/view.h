// The whole screen as one function of the tutor's state: draws it with Dear ImGui into the current
// frame, lists it for the mirror, and returns what the learner did. Changes no state but its own
// looks (which glossary term is open, how far a dot has flown).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/mirror.h"

namespace tenfold::ui {

// What the learner may choose of the looks, or leave to the system.
enum class Theme : std::uint8_t { system, light, dark };
enum class Motion : std::uint8_t { system, reduced };
// As the address and web/look.js have them.
inline constexpr std::array<std::string_view, 3> kThemeNames = {"auto", "light", "dark"};
inline constexpr std::array<std::string_view, 2> kMotionNames = {"auto", "reduce"};

struct LooksChoice {
  Theme theme = Theme::system;
  Motion motion = Motion::system;
};

struct Viewport {
  float width = 0;  // CSS px
  float height = 0;
  float scroll_y = 0;  // how far the page is scrolled
  double time_s = 0;   // a steady clock for looks only
  bool dark = false;
  bool reduced_motion = false;
  bool minimal = false;     // ui=min: no shell around the lesson
  bool touch = false;       // coarse pointer: larger targets
  LooksChoice chosen = {};  // what `dark` and `reduced_motion` come from, beside the system
};

// A moving request, for the project's own shaders: centre and radius in CSS px.
struct Dot {
  float x = 0;
  float y = 0;
  float radius = 0;
  std::uint32_t rgba = 0;  // as ImU32
  float shape = 0;         // 0 disc (request), 1 ring (answer), 2 cross (failure)
};

struct Frame {
  std::vector<tutor::Action> actions;
  float page_height = 0;   // the page is to be this tall
  float fixed_top = 0;     // this much of the viewport's top is covered by bar and fixed pane
  float fixed_bottom = 0;  // … and of its bottom by the main button
  float column_left = 0;   // the page layer's clip: left and right of the lesson column
  float column_right = 0;
  std::optional<float> scroll_to;      // the page is to scroll here
  std::optional<std::uint32_t> focus;  // this mirror node is to take the focus
  std::optional<Theme> theme;          // the learner chose one
  std::optional<Motion> motion;
  bool animating = false;  // wants another frame without any event
};

class View {
 public:
  // `draw_dots` is called by the renderer at the dots' place in the drawing order.
  using DrawDots = void (*)(std::span<const Dot> dots, void* context);
  View(DrawDots draw_dots, void* context);
  ~View();

  // The page's two faces, TrueType data that must outlive the view. REQUIRES: an ImGui context.
  void set_fonts(std::span<const unsigned char> regular, std::span<const unsigned char> bold);

  // REQUIRES: between ImGui::NewFrame and ImGui::Render.
  Frame draw(const tutor::Tutor& tutor, const Viewport& viewport, const MirrorInput& input);
  const Mirror& mirror() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace tenfold::ui
