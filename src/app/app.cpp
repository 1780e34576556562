// A frame: what came in, the actions it asks for, the state after them, the view of that; and when
// nothing changes, no frame.
#include "app/app.h"

#include <algorithm>
#include <utility>

#include <emscripten/emscripten.h>

#include "app/page.h"
#include "lesson/stages.h"
#include "ui/rooms.h"
#include "ui/theme.h"

namespace tenfold::app {
namespace {

// ImGui takes a press and its release on two frames, and shows on the next what they did.
constexpr int kSettleFrames = 3;

// How long runs out of sight may take in a frame: while one on screen moves as well, and when none
// does.
constexpr double kBesideWork_ms = 3;
constexpr double kAloneWork_ms = 8;

// Under these names the page keeps what a visit leaves.
constexpr std::string_view kProgress = "progress";
constexpr std::string_view kDrafts = "drafts";

bool is_before(const void* until_ms) {
  return emscripten_get_now() < *static_cast<const double*>(until_ms);
}

}  // namespace

App::App() : view_(&App::draw_dots, this) {
  tutor_.has_all_code = false;
  page::describe_nodes();
}

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

void App::read_stored() {
  tutor::merge_progress(tutor_, page::stored(kProgress));
  tutor::add_stored_drafts(tutor_.kept_drafts, page::stored(kDrafts));
  settle();
}

bool App::open(int stage, std::string_view step, std::uint64_t seed, double speed) {
  tutor::open_stage(tutor_, stage, seed);
  // On to the step as a learner who skips the prediction would get there.
  const std::optional<tutor::Step> known = tutor::step_named(step);
  const tutor::Step wanted = known.value_or(tutor::Step::hook);
  while (tutor_.at.open && tutor_.at.step < wanted) {
    const tutor::Step before = tutor_.at.step;
    if (before == tutor::Step::predict) {
      act(tutor::SkipPrediction{});
    } else {
      act(tutor::Proceed{});
    }
    if (tutor_.at.step == before) break;
  }
  // A run that was passed on the way is over; only a step that shows one starts with one.
  const bool shows_run =
      wanted == tutor::Step::run || wanted == tutor::Step::compare || wanted == tutor::Step::worse;
  if (tutor_.at.run.playing && !shows_run) act(tutor::FinishRun{});
  if (speed > 0) act(tutor::SetSpeed{speed});
  return known.has_value();
}

bool App::enter(std::string_view room) {
  const tutor::RoomKind* kind = ui::room_named(room);
  tutor::go_to_room(tutor_, kind != nullptr ? *kind : tutor::kLessonRoom);
  settle();
  return kind != nullptr;
}

void App::note_all_code() {
  tutor::note_all_code(tutor_);
  settle();
}

void App::add_problem(std::string_view text, std::string_view file) {
  tutor::add_problem(tutor_, text, file);
  settle();
}

void App::take_draft(bool is_file, std::string_view text) {
  tutor::go_to_room(tutor_, tutor::kBuild);
  if (is_file) {
    tutor::take_file(tutor_, text);
  } else {
    tutor::take_link(tutor_, text);
  }
  settle();
}

void App::set_quiz(const tutor::QuizSetup& setup, bool begin) {
  act(tutor::SetQuizStage{setup.stage});
  act(tutor::SetQuizLength{setup.length});
  act(tutor::SetQuizShuffled{setup.shuffled});
  act(tutor::SetFeedbackAtEnd{setup.feedback_at_end});
  if (begin) act(tutor::BeginQuiz{});
}

void App::act(const tutor::Action& action) {
  tutor::update(tutor_, action);
  settle();
}

void App::look(bool dark, bool reduced_motion, bool minimal, bool touch,
               const ui::LooksChoice& chosen) {
  viewport_.dark = dark;
  viewport_.reduced_motion = reduced_motion;
  viewport_.minimal = minimal;
  viewport_.touch = touch;
  viewport_.chosen = chosen;
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
  const auto name_in = [](const auto& names, auto choice) {
    return names[static_cast<std::size_t>(choice)];
  };
  if (frame.theme) page::choose("theme", name_in(ui::kThemeNames, *frame.theme));
  if (frame.motion) page::choose("motion", name_in(ui::kMotionNames, *frame.motion));
  if (frame.scroll_to) scroll_to_ = frame.scroll_to;
  if (frame.focus) focus_ = frame.focus;
}

double App::show_mirror(const ui::Frame& frame, const ui::Moment& moment) {
  const std::vector<ui::Node>& nodes = view_.mirror().nodes();
  const ui::Extent extent{frame.page_height, frame.fixed_top, frame.fixed_bottom, frame.column_left,
                          frame.column_right};
  const ui::MirrorUpdate update = mirror_changes_.update(nodes, extent, moment);
  if (update.due) page::show_list(nodes, update.changed, extent);
  if (update.replaced) return 0;
  if (scroll_to_) page::scroll_to(*scroll_to_, viewport_.reduced_motion);
  if (focus_) page::focus(*focus_);
  scroll_to_.reset();
  focus_.reset();
  return update.held_back_ms;
}

void App::make_jobs_elsewhere(bool elsewhere) {
  tutor_.jobs.make_elsewhere(elsewhere);
  settle();
}

void App::finish_job(std::uint32_t number, std::string_view bytes) {
  tutor::JobResult result;
  if (tutor::from_bytes(bytes, result)) {
    tutor_.jobs.finish(number, std::move(result));
  } else {
    tutor_.jobs.take_back(number);
  }
  settle();
}

void App::take_job_back(std::uint32_t number) {
  tutor_.jobs.take_back(number);
  settle();
}

void App::hand_jobs_over() {
  if (!tutor_.jobs.are_made_elsewhere()) return;
  for (int free = page::free_workers(); free > 0; --free) {
    const std::optional<tutor::Jobs::Handed> handed = tutor_.jobs.hand_over();
    if (!handed) return;
    page::give_job(handed->number, tutor::to_bytes(*handed->job));
  }
}

void App::hand_draft_out() {
  if (!tutor_.handout) return;
  const tutor::Handout handout = *std::exchange(tutor_.handout, std::nullopt);
  const bool is_copied = page::hand_out(static_cast<int>(handout.kind), handout.name, handout.text);
  if (handout.kind != tutor::Handout::Kind::link) return;
  tutor::say(tutor_, is_copied ? "The link is in your clipboard, and in the address bar."
                               : "The link is in the address bar.");
  settle();
}

void App::store_what_changed() {
  bool is_stored = true;
  if (tutor_.progress_changed) {
    read_stored();  // another tab may have stored more meanwhile
    const std::optional<std::string> text = tutor::take_progress(tutor_);
    if (text) is_stored = page::store(kProgress, *text);
  }
  if (std::exchange(tutor_.kept_drafts.changed, false)) {
    is_stored = page::store(kDrafts, tutor::write_drafts(tutor_.kept_drafts)) && is_stored;
  }
  if (is_stored || std::exchange(storing_failed_, true)) return;
  tutor::say(tutor_, "This browser keeps nothing here: your progress lasts for this visit.");
  settle();
}

void App::keep_page_informed() {
  store_what_changed();
  hand_draft_out();
  const tutor::RoomKind& room = *tutor_.room;
  const bool entered = std::exchange(shown_room_, &room) != &room;
  if (entered && room.has_file && tutor::find_room(tutor_, room.name) == nullptr) {
    page::fetch_room(room.name);
  }
  if (entered && room.has_problems) page::fetch_problems();
  if (!tutor_.at.open) return;
  const tutor::StageEntry& entry = tutor_.lessons[static_cast<std::size_t>(tutor_.at.index)];
  const bool same_stage = entry.stage == std::exchange(shown_stage_, entry.stage);
  const bool same_step = tutor_.at.step == std::exchange(shown_step_, tutor_.at.step);
  if (!entered && same_stage && same_step) return;
  const std::string title = tutor_.in_lesson()
                                ? "Stage " + lesson::stage_name(entry.stage) + ": " + entry.title
                                : std::string(room.title);
  page::show_place(entry.stage, title, tutor::step_name(tutor_.at.step), room.name);
}

double App::frame(double now_ms) {
  // Laid out for no size, the page would be scrolled to where nothing stays.
  if (viewport_.width <= 0) return -1;
  // Time in which nothing moved, or nobody looked, is not made up for.
  const double elapsed_s = moving_ || ticking_ ? std::max(0.0, now_ms - frame_ms_) / 1000 : 0;
  frame_ms_ = now_ms;
  const bool plays = tutor::run_now(tutor_).playing;
  const double until_ms = emscripten_get_now() + (plays ? kBesideWork_ms : kAloneWork_ms);
  const tutor::Pace pace = tutor::advance(tutor_, elapsed_s, {&is_before, &until_ms});
  moving_ = pace.moving;
  ticking_ = pace.wake_s > 0;
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
  const bool pressed = !input_.activated.empty() || !frame.actions.empty();
  input_.activated.clear();
  input_.changed.clear();
  tutor::note_drawn(tutor_);

  apply(frame);
  hand_jobs_over();
  const double held_back_ms =
      show_mirror(frame, {.now_ms = now_ms, .running = moving_, .pressed = pressed});
  keep_page_informed();
  if (moving_ || frame.animating || settling_ > 0) return 0;
  const double tick_ms = pace.wake_s * 1000;
  if (held_back_ms > 0 && tick_ms > 0) return std::min(held_back_ms, tick_ms);
  return held_back_ms > 0 ? held_back_ms : tick_ms > 0 ? tick_ms : -1;
}

}  // namespace tenfold::app
