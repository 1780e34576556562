// What every widget needs in a frame: where to draw, what to list, what came in. One Screen a
// layer: the page, which scrolls with the document, and the fixed pane.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "imgui.h"
#include "ui/mirror.h"
#include "ui/theme.h"
#include "ui/view.h"

namespace tenfold::ui {

class Dock;
class TextBlocks;

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
};

// TrueType data that must outlive the fonts. REQUIRES: an ImGui context.
Fonts load_fonts(std::span<const unsigned char> regular, std::span<const unsigned char> bold);

struct Screen {
  Mirror& mirror;
  const MirrorInput& input;
  const Palette& colors;
  const Fonts& fonts;
  TextBlocks& texts;
  const Viewport& viewport;
  Layer layer = Layer::page;
  ImVec2 origin;         // of the layer's coordinates on the screen
  Dock* dock = nullptr;  // where the main button stands, if not among what is read

  ImVec2 at(float x, float y) const { return {origin.x + x, origin.y + y}; }
  float target() const { return viewport.touch ? size::kTouchTarget : size::kTarget; }
};

float text_width(const Screen& screen, std::string_view text, float px, bool bold = false);

// Draws one line of text; nothing is listed for the mirror.
void draw_text(const Screen& screen, float x, float y, std::string_view text, float px, Color color,
               bool bold = false);

// The text, shortened with "…" where it is wider than `width`.
std::string fit_text(const Screen& screen, std::string_view text, float px, float width,
                     bool bold = false);

// Lists a node without looks that holds those listed from here on, until the mirror is closed.
void open_group(const Screen& screen, Role role, std::string_view key, std::string_view name = "",
                const Rect& rect = {});

// Until ImGui's clip is popped nothing is drawn and takes a press, but what there is is listed.
inline void push_cover() { ImGui::PushClipRect(ImVec2(0, 0), ImVec2(0, 0), true); }

// The same while it is there.
struct Covered {
  explicit Covered(bool is_covered) : is_covered_(is_covered) {
    if (is_covered_) push_cover();
  }
  ~Covered() {
    if (is_covered_) ImGui::PopClipRect();
  }
  Covered(const Covered&) = delete;
  Covered& operator=(const Covered&) = delete;

 private:
  bool is_covered_;
};

// The ring around the element that has the keyboard's focus.
void draw_focus(const Screen& screen, const Node& node);

struct Pressed {
  bool pressed = false;  // by mouse, by keyboard or by a screen reader
  bool hovered = false;
  bool held = false;
};

// The behaviour of anything that can be pressed: lists the node, takes mouse and mirror input,
// draws the focus ring. The looks are the caller's.
Pressed pressable(Screen& screen, Node node);

// Where the page's native range input of this node was moved to.
std::optional<double> moved_to(const Screen& screen, const Node& node);

// A slider: the page's native range input, whose looks are drawn here. What it was moved to.
std::optional<double> slider(Screen& screen, Node node);
// The same without looks: those are the caller's.
std::optional<double> bare_slider(Screen& screen, Node node);

// Where the pointer went in this frame while it was held down, in the layer's coordinates.
struct Stroke {
  ImVec2 from;
  ImVec2 to;
};
// An image that is drawn into. A stroke that began in it is followed wherever it goes.
std::optional<Stroke> drawable(Screen& screen, Node node);

// A line to type into: the page's native text input, which shows its words itself, in a frame drawn
// here. What was typed.
std::optional<std::string> text_input(Screen& screen, Node node);

void fill_rect(const Screen& screen, const Rect& rect, Color color, float round = size::kRound);
void stroke_rect(const Screen& screen, const Rect& rect, Color color, float thickness = 1,
                 float round = size::kRound);
void draw_line(const Screen& screen, float x1, float y1, float x2, float y2, Color color,
               float thickness = 1);

Color faded(Color color, float alpha);

}  // namespace tenfold::ui
