// A frame: what came in, the actions it asks for, the state after them, the view of that; and when
// nothing changes, no frame.
#include "app/app.h"

#include <algorithm>
#include <utility>

#include "app/page.h"
#include "tutor/progress.h"
#include "ui/theme.h"

namespace tenfold::app {
namespace {

// ImGui takes a press and its release on two frames, and shows on the next what they did.
constexpr int kSettleFrames = 3;

tutor::Step step_named(std::string_view name) {
  for (int i = 0; i < tutor::kSteps; ++i) {
    const auto step = static_cast<tutor::Step>(i);
    if (tutor::step_name(step) == name) return step;
  }
  return tutor::Step::hook;
}

}  // namespace

App::App() : view_(&App::draw_dots, this) {}

void App::draw_dots(std::span<const ui::Dot> dots, void* app) {
  App& self = *static_cast<App*>(app);
  self.dots_.draw(dots, self.window_.width(), self.window_.height(), self.window_.ratio());
}

void App::settle() { settling_ = kSettleFrames; }

void App::set_fonts(std::span<const unsigned char> regular, std::span<const unsigned char> bold) {
  view_.set_fonts(regular, bold);
}

bool App::add_lesson(std::string_view text, std::string_view file) {
  tutor::add_lesson(tutor_, text, file);
  settle();
  return std::any_of(tutor_.lessons.begin(), tutor_.lessons.end(),
                     [](const tutor::StageEntry& entry) { return entry.usable(); });
}

void App::add_room(std::string_view room, std::string_view text, std::string_view file) {
  tutor::add_room(tutor_, room, text, file);
  settle();
}

void App::set_progress(std::string_view text) {
  tutor::ReadProgress read = tutor::read_progress(text);
  tutor_.progress = std::move(read.progress);
  if (!read.fault.empty()) say(std::move(read.fault));
}

void App::say(std::string text) {
  ++tutor_.notice.number;
  tutor_.notice.text = std::move(text);
  settle();
}

void App::open(int stage, std::string_view step, std::uint64_t seed, double speed) {
  using Kind = tutor::Action::Kind;
  tutor::open_stage(tutor_, stage, seed);
  // On to the step as a learner who skips the prediction would get there.
  const tutor::Step wanted = step_named(step);
  while (tutor_.at.open && tutor_.at.step < wanted) {
    const tutor::Step before = tutor_.at.step;
    act(before == tutor::Step::predict ? Kind::predict_skip : Kind::proceed);
    if (tutor_.at.step == before) break;
  }
  // A run that was passed on the way is over; only a step that shows one starts with one.
  const bool shows_run =
      wanted == tutor::Step::run || wanted == tutor::Step::compare || wanted == tutor::Step::worse;
  if (tutor_.at.live.playing && !shows_run) act(Kind::finish_run);
  if (speed > 0) act(Kind::set_speed, speed);
  settle();
}

void App::enter(std::string_view room) {
  act(tutor::Action::Kind::go_to_room, 0,
      static_cast<int>(tutor::room_named(room).value_or(tutor::Room::lesson)));
  settle();
}

void App::set_quiz(const tutor::QuizSetup& setup, bool begin) {
  using Kind = tutor::Action::Kind;
  act(Kind::quiz_stage, 0, setup.stage);
  act(Kind::quiz_length, 0, setup.length);
  act(Kind::quiz_shuffle, 0, setup.shuffled ? 1 : 0);
  act(Kind::quiz_at_end, 0, setup.feedback_at_end ? 1 : 0);
  if (begin) act(Kind::quiz_begin);
  settle();
}

void App::act(tutor::Action::Kind kind, double value, int number) {
  tutor::Action action;
  action.kind = kind;
  action.value = value;
  action.number = number;
  tutor::update(tutor_, action);
}

void App::look(bool dark, bool reduced_motion, bool minimal, bool touch) {
  viewport_.dark = dark;
  viewport_.reduced_motion = reduced_motion;
  viewport_.minimal = minimal;
  viewport_.touch = touch;
  settle();
}

void App::resize(float width, float height, int pixel_width, int pixel_height) {
  window_.resize(width, height, pixel_width, pixel_height);
  viewport_.width = width;
  viewport_.height = height;
  settle();
}

void App::scroll(float y) {
  viewport_.scroll_y = y;
  settling_ = std::max(settling_, 1);
}

void App::activate(std::uint32_t id) {
  presses_.push(id);
  settle();
}

void App::change(std::uint32_t id, double value, std::string text) {
  input_.changed.push_back({id, value, std::move(text)});
  settle();
}

void App::focus(std::uint32_t id, bool visible) {
  input_.focused = id;
  input_.focus_visible = visible;
  settle();
}

void App::restore_context() {
  dots_.forget();
  window_.restore_context();
  settle();
}

void App::apply(const ui::Frame& frame) {
  for (const tutor::Action& action : frame.actions) tutor::update(tutor_, action);
  if (!frame.actions.empty()) settle();
  if (frame.dark) page::choose_theme(*frame.dark);
  if (frame.scroll_to) page::scroll_to(*frame.scroll_to, viewport_.reduced_motion);
  if (frame.focus) page::focus(*frame.focus);
}

void App::keep_page_informed() {
  if (tutor_.progress_changed) {
    tutor_.progress_changed = false;
    const bool stored = page::store_progress(tutor::write_progress(tutor_.progress));
    if (!stored && !std::exchange(storing_failed_, true)) {
      say("This browser keeps nothing here: your progress lasts for this visit.");
    }
  }
  const std::string_view room = tutor::room_name(tutor_.room);
  const bool has_file = std::count(lesson::kRoomNames.begin(), lesson::kRoomNames.end(), room) > 0;
  const bool entered = std::exchange(shown_room_, tutor_.room) != tutor_.room;
  if (entered && has_file && tutor::find_room(tutor_.shelf, room) == nullptr) {
    page::fetch_room(room);
  }
  if (!tutor_.at.open) return;
  const tutor::StageEntry& entry = tutor_.lessons[static_cast<std::size_t>(tutor_.at.index)];
  const bool same_stage = entry.stage == std::exchange(shown_stage_, entry.stage);
  if (!entered && same_stage) return;
  page::show_place(entry.stage, "Stage " + std::to_string(entry.stage) + ": " + entry.title, room);
}

double App::frame(double now_ms) {
  // Laid out for no size, the page would be scrolled to where nothing stays.
  if (viewport_.width <= 0) return -1;
  // Time in which nothing moved, or nobody looked, is not made up for.
  const double elapsed_s = moving_ ? std::max(0.0, now_ms - frame_ms_) / 1000 : 0;
  frame_ms_ = now_ms;
  moving_ = tutor::advance(tutor_, elapsed_s);
  viewport_.time_s = now_ms / 1000;

  settling_ = std::max(0, settling_ - 1);
  if (window_.begin_frame(now_ms, viewport_.touch)) settle();
  // One press a frame, in the order they came: the next may be meant for what this one shows.
  if (!presses_.empty()) {
    input_.activated.push_back(presses_.pop());
    settle();
  }
  const ui::Frame frame = view_.draw(tutor_, viewport_, input_);
  window_.end_frame(ui::palette(viewport_.dark).page);
  input_.activated.clear();
  input_.changed.clear();
  tutor::LiveRun& live = tutor::live_now(tutor_);
  live.hops.clear();
  live.twin_hops.clear();

  const page::Extent extent{frame.page_height, frame.fixed_top, frame.column_left,
                            frame.column_right};
  const double held_back_ms = bridge_.hand_over(view_.mirror().nodes(), extent, moving_, now_ms);
  apply(frame);
  keep_page_informed();
  if (moving_ || frame.animating || settling_ > 0) return 0;
  return held_back_ms > 0 ? held_back_ms : -1;
}

}  // namespace tenfold::app
