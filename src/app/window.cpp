// SDL makes the window once, and hears the mouse; sizes and pixel ratio are then told by the page.
#include "app/window.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <emscripten/console.h>
#include <emscripten/html5.h>

#include "imgui.h"

namespace tenfold::app {
namespace {

constexpr const char* kCanvas = "#canvas";

[[noreturn]] void give_up(const char* why) {
  emscripten_console_error(why);
  std::abort();
}

void take_in(const SDL_Event& event, bool touch) {
  ImGuiIO& io = ImGui::GetIO();
  switch (event.type) {
    case SDL_MOUSEMOTION:
      io.AddMousePosEvent(static_cast<float>(event.motion.x), static_cast<float>(event.motion.y));
      break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.button != SDL_BUTTON_LEFT) break;
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, event.type == SDL_MOUSEBUTTONDOWN);
      // A finger that was lifted points at nothing any more.
      if (touch && event.type == SDL_MOUSEBUTTONUP) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      break;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) io.AddFocusEvent(false);
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED) io.AddFocusEvent(true);
      if (event.window.event == SDL_WINDOWEVENT_LEAVE && !io.MouseDown[0]) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      }
      break;
    default:
      break;
  }
}

// A WebGL 2 context that draws what it is told and no more.
void make_context() {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = EM_FALSE;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context(kCanvas, &wanted);
  if (context <= 0) give_up("There is no WebGL 2 context for the canvas.");
  emscripten_webgl_make_context_current(context);
}

// The float that, multiplied by `length` and cut to a whole number, gives exactly `pixels`.
float exact_ratio(float length, int pixels) {
  float ratio = static_cast<float>(pixels) / length;
  while (static_cast<int>(length * ratio) < pixels) {
    ratio = std::nextafter(ratio, std::numeric_limits<float>::infinity());
  }
  return ratio;
}

}  // namespace

Window::Window() {
  if (SDL_Init(SDL_INIT_VIDEO) != 0) give_up(SDL_GetError());
  window_ = SDL_CreateWindow("Tenfold", 0, 0, 1, 1, SDL_WINDOW_RESIZABLE);
  if (window_ == nullptr) give_up(SDL_GetError());
  make_context();
  arrow_ = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW);
  hand_ = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_HAND);

  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  renderer_.announce();
}

void Window::resize(float width, float height, int pixel_width, int pixel_height) {
  width_ = width;
  height_ = height;
  pixel_width_ = pixel_width;
  pixel_height_ = pixel_height;
  ratio_ = static_cast<float>(pixel_width) / width;
  // SDL scales the mouse by its window's size and sizes the canvas in CSS px; the canvas then gets
  // its true size, which SDL cannot know for ratios that are not whole.
  SDL_SetWindowSize(window_, static_cast<int>(std::lround(width)),
                    static_cast<int>(std::lround(height)));
  emscripten_set_canvas_element_size(kCanvas, pixel_width, pixel_height);
}

bool Window::begin_frame(double now_ms, bool touch) {
  bool any = false;
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    take_in(event, touch);
    any = true;
  }
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width_, height_};
  io.DisplayFramebufferScale = {exact_ratio(width_, pixel_width_),
                                exact_ratio(height_, pixel_height_)};
  // ImGui needs time to pass; how much matters to none of our widgets.
  io.DeltaTime = static_cast<float>(std::clamp((now_ms - frame_ms_) / 1000, 0.001, 0.1));
  frame_ms_ = now_ms;
  ImGui::NewFrame();
  return any;
}

void Window::end_frame(ui::Color background) {
  SDL_SetCursor(ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand ? hand_ : arrow_);
  ImGui::Render();
  renderer_.draw(*ImGui::GetDrawData(), background);
}

void Window::restore_context() { renderer_.forget(); }

}  // namespace tenfold::app
