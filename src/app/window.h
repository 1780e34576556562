// The canvas as SDL's window, its WebGL 2 context, and Dear ImGui in it. SDL gives the mouse and
// the context and nothing else: keys, wheel and touch belong to the page.
#pragma once

#include <SDL.h>

#include "app/ui_renderer.h"
#include "ui/theme.h"

namespace tenfold::app {

class Window {
 public:
  // Stops the program, with the reason on the console, where there is no context to be had.
  Window();

  // CSS px, then device px.
  void resize(float width, float height, int pixel_width, int pixel_height);
  float width() const { return width_; }
  float height() const { return height_; }
  float ratio() const { return ratio_; }

  // Takes in the mouse and opens an ImGui frame. True when there was any input.
  bool begin_frame(double now_ms, bool touch);
  void end_frame(ui::Color background);

  // After a lost context came back: everything that lived in it is made again.
  void restore_context();

 private:
  UiRenderer renderer_;
  SDL_Window* window_ = nullptr;
  SDL_Cursor* arrow_ = nullptr;
  SDL_Cursor* hand_ = nullptr;
  float width_ = 1;
  float height_ = 1;
  int pixel_width_ = 1;
  int pixel_height_ = 1;
  float ratio_ = 1;
  double frame_ms_ = 0;
};

}  // namespace tenfold::app
