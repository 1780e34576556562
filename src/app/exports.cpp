// What the page may ask of the program (web/program.js calls these). The other direction is page.h.
#include <cstddef>
#include <cstdint>
#include <span>

#include <emscripten/em_macros.h>

#include "app/app.h"

namespace {

// Made at the first call, which comes after the page's scripts and the canvas are there.
tenfold::app::App& app() {
  static tenfold::app::App* const the_app = new tenfold::app::App;  // lives as long as the page
  return *the_app;
}

}  // namespace

extern "C" {

// The bytes must stay where they are.
EMSCRIPTEN_KEEPALIVE void tenfold_set_fonts(const unsigned char* regular, std::size_t regular_size,
                                            const unsigned char* bold, std::size_t bold_size) {
  app().set_fonts({regular, regular_size}, {bold, bold_size});
}

EMSCRIPTEN_KEEPALIVE bool tenfold_add_lesson(const char* text, const char* file) {
  return app().add_lesson(text, file);
}

EMSCRIPTEN_KEEPALIVE void tenfold_add_room(const char* room, const char* text, const char* file) {
  app().add_room(room, text, file);
}

EMSCRIPTEN_KEEPALIVE void tenfold_read_progress() { app().read_progress(); }

EMSCRIPTEN_KEEPALIVE void tenfold_open(int stage, const char* step, double seed, double speed) {
  app().open(stage, step, static_cast<std::uint64_t>(seed), speed);
}

EMSCRIPTEN_KEEPALIVE void tenfold_enter(const char* room) { app().enter(room); }

EMSCRIPTEN_KEEPALIVE void tenfold_set_quiz(int stage, int length, bool shuffled,
                                           bool feedback_at_end, bool begin) {
  app().set_quiz(
      {.stage = stage, .length = length, .shuffled = shuffled, .feedback_at_end = feedback_at_end},
      begin);
}

EMSCRIPTEN_KEEPALIVE void tenfold_look(bool dark, bool reduced_motion, bool minimal, bool touch) {
  app().look(dark, reduced_motion, minimal, touch);
}

EMSCRIPTEN_KEEPALIVE void tenfold_resize(float width, float height, int pixel_width,
                                         int pixel_height) {
  app().resize(width, height, pixel_width, pixel_height);
}

EMSCRIPTEN_KEEPALIVE void tenfold_scroll(float y) { app().scroll(y); }

EMSCRIPTEN_KEEPALIVE double tenfold_frame(double now_ms) { return app().frame(now_ms); }

EMSCRIPTEN_KEEPALIVE void tenfold_activate(std::uint32_t id) { app().activate(id); }

EMSCRIPTEN_KEEPALIVE void tenfold_change(std::uint32_t id, double value, const char* text) {
  app().change(id, value, text);
}

EMSCRIPTEN_KEEPALIVE void tenfold_focus(std::uint32_t id, bool visible) {
  app().focus(id, visible);
}

EMSCRIPTEN_KEEPALIVE void tenfold_restore_context() { app().restore_context(); }

}  // extern "C"

// Nothing to do until the page calls.
int main() { return 0; }
