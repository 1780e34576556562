// The program: the learner's state, the view of it, and one function that makes a frame out of
// both. input → actions → update → state → view → pixels and mirror.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/dot_renderer.h"
#include "app/window.h"
#include "sim/ring.h"
#include "tutor/action.h"
#include "tutor/tutor.h"
#include "ui/mirror_changes.h"
#include "ui/view.h"

namespace tenfold::app {

class App {
 public:
  App();

  void set_fonts(std::span<const unsigned char> regular, std::span<const unsigned char> bold);
  // True when there is a lesson that can be opened, this one or an earlier one.
  bool add_lesson(std::string_view text, std::string_view file);
  void add_room(std::string_view room, std::string_view text, std::string_view file);
  void read_stored();  // from the page, where another tab may have stored more
  // `step`: its name; of an unknown one, which is then the first, false is told. `speed` 0: the
  // lesson's own.
  bool open(int stage, std::string_view step, std::uint64_t seed, double speed);

  bool enter(std::string_view room);  // by its name; of an unknown one, which is the lesson, false
  // Whether the room that was to be entered still needs its code (see tutor/room_kind.h).
  bool awaits_code() const { return tutor_.awaited != nullptr; }
  void note_all_code();
  // A system that somebody else made: a link's text, or a file's. It is shown on the bench.
  void take_draft(bool is_file, std::string_view text);
  void add_problem(std::string_view text, std::string_view file);
  // Sets the quiz up, and begins it if the learner is in its room. `stage` 0: all.
  void set_quiz(const tutor::QuizSetup& setup, bool begin);

  void look(bool dark, bool reduced_motion, bool minimal, bool touch,
            const ui::LooksChoice& chosen);
  void resize(float width, float height, int pixel_width, int pixel_height);
  void scroll(float y);
  void activate(std::uint32_t id);
  void change(std::uint32_t id, double value, std::string text);
  void focus(std::uint32_t id, bool visible);
  void restore_context();

  // Work out of sight is made by the page's workers from now on, or here again.
  void make_jobs_elsewhere(bool elsewhere);
  void finish_job(std::uint32_t number, std::string_view bytes);
  void take_job_back(std::uint32_t number);

  // Draws one frame. Returns in how many ms the next is due: 0 at once, negative when only an event
  // makes one.
  double frame(double now_ms);

 private:
  static void draw_dots(std::span<const ui::Dot> dots, void* app);
  void act(const tutor::Action& action);
  void settle();  // something came in: the next frames show what it did
  void apply(const ui::Frame& frame);
  // Returns in how many ms the mirror is to be shown again; 0: only when it changes.
  double show_mirror(const ui::Frame& frame, const ui::Moment& moment);
  void hand_jobs_over();
  void hand_draft_out();
  void store_what_changed();
  void keep_page_informed();

  Window window_;
  DotRenderer dots_;
  ui::View view_;
  ui::Viewport viewport_;
  ui::MirrorInput input_;
  sim::Ring<std::uint32_t> presses_;  // nodes that were activated and not yet handed to the view
  ui::MirrorChanges mirror_changes_;
  std::optional<float> scroll_to_;  // asked of the page once it has the list
  std::optional<std::uint32_t> focus_;
  tutor::Tutor tutor_;
  int shown_stage_ = 0;
  tutor::Step shown_step_ = tutor::Step::hook;
  const tutor::RoomKind* shown_room_ = &tutor::kLessonRoom;
  int settling_ = 0;
  bool moving_ = false;
  bool ticking_ = false;  // a clock is on screen
  bool storing_failed_ = false;
  double frame_ms_ = 0;
};

}  // namespace tenfold::app
