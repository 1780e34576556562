// What the page may ask of the program (web/program.js calls these). The other direction is page.h.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <emscripten/em_macros.h>

#include "app/app.h"
#include "tutor/job.h"
#include "ui/rooms.h"

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

EMSCRIPTEN_KEEPALIVE void tenfold_read_stored() { app().read_stored(); }

EMSCRIPTEN_KEEPALIVE bool tenfold_open(int stage, const char* step, double seed, double speed) {
  return app().open(stage, step, static_cast<std::uint64_t>(seed), speed);
}

EMSCRIPTEN_KEEPALIVE bool tenfold_enter(const char* room) { return app().enter(room); }

EMSCRIPTEN_KEEPALIVE bool tenfold_awaits_code() { return app().awaits_code(); }

EMSCRIPTEN_KEEPALIVE void tenfold_add_problem(const char* text, const char* file) {
  app().add_problem(text, file);
}

EMSCRIPTEN_KEEPALIVE void tenfold_take_draft(bool is_file, const char* text) {
  app().take_draft(is_file, text);
}

EMSCRIPTEN_KEEPALIVE void tenfold_note_all_code() { app().note_all_code(); }

EMSCRIPTEN_KEEPALIVE void tenfold_set_quiz(int stage, int length, bool shuffled,
                                           bool feedback_at_end, bool begin) {
  app().set_quiz(
      {.stage = stage, .length = length, .shuffled = shuffled, .feedback_at_end = feedback_at_end},
      begin);
}

// `theme`, `motion`: what was chosen, by its place among the names.
EMSCRIPTEN_KEEPALIVE void tenfold_look(bool dark, bool reduced_motion, bool minimal, bool touch,
                                       int theme, int motion) {
  app().look(dark, reduced_motion, minimal, touch,
             {static_cast<tenfold::ui::Theme>(theme), static_cast<tenfold::ui::Motion>(motion)});
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

EMSCRIPTEN_KEEPALIVE void tenfold_make_jobs_elsewhere(bool elsewhere) {
  app().make_jobs_elsewhere(elsewhere);
}

EMSCRIPTEN_KEEPALIVE void tenfold_finish_job(std::uint32_t number, const char* bytes,
                                             std::size_t size) {
  app().finish_job(number, {bytes, size});
}

EMSCRIPTEN_KEEPALIVE void tenfold_take_job_back(std::uint32_t number) {
  app().take_job_back(number);
}

// In a worker, where there is no app: the job's result as bytes, the first four of which are the
// number of those that follow. They stand until the next call; empty where the job was none.
EMSCRIPTEN_KEEPALIVE const char* tenfold_make_job(const char* bytes, std::size_t size) {
  static std::string* const answer = new std::string;
  tenfold::tutor::Job job;
  std::string result;
  if (tenfold::tutor::from_bytes({bytes, size}, job)) {
    result = tenfold::tutor::to_bytes(tenfold::tutor::run_job(job));
  }
  const auto length = static_cast<std::uint32_t>(result.size());
  answer->assign(reinterpret_cast<const char*>(&length), sizeof length);
  *answer += result;
  return answer->data();
}

// The names that a step or a room can have, parted by commas.
EMSCRIPTEN_KEEPALIVE const char* tenfold_step_names() {
  static std::string* const names = new std::string;
  names->clear();
  for (int i = 0; i < tenfold::tutor::kSteps; ++i) {
    *names += i > 0 ? ", " : "";
    *names += tenfold::tutor::step_name(static_cast<tenfold::tutor::Step>(i));
  }
  return names->c_str();
}

EMSCRIPTEN_KEEPALIVE const char* tenfold_room_names() {
  static std::string* const names = new std::string;
  *names = tenfold::tutor::kLessonRoom.name;
  for (const tenfold::ui::RoomPage& room : tenfold::ui::room_pages()) {
    *names += ", ";
    *names += room.kind->name;
  }
  return names->c_str();
}

EMSCRIPTEN_KEEPALIVE void tenfold_restore_context() { app().restore_context(); }

}  // extern "C"

// Nothing to do until the page calls.
int main() { return 0; }
