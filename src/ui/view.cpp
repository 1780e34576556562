// The screen as a whole: where column and pane stand, what is in the column, and what of it takes
// the focus.
#include "ui/view.h"

#include <algorithm>
#include <bitset>
#include <cmath>

#include "tutor/quiz.h"
#include "ui/dock.h"
#include "ui/done_step.h"
#include "ui/lesson_page.h"
#include "ui/pane.h"
#include "ui/rooms.h"
#include "ui/run_plots.h"
#include "ui/shapes.h"
#include "ui/shell.h"
#include "ui/text_blocks.h"

namespace tenfold::ui {
namespace {

using tutor::RoomKind;
using tutor::Step;

constexpr float kTwoColumns = 900;  // px: from here the lesson and the pane stand side by side
constexpr float kShort = 480;       // px: lower viewports scroll the pane with the page
constexpr float kFocusLead = 16;

struct Layout {
  float top = 0;  // of what stands below the bar
  bool has_pane = true;
  bool wide = false;
  bool pane_fixed = false;
  Rect pane;                                   // in its layer's coordinates
  std::array<float, kPaneSizes> heights = {};  // of a narrow one
  float column_x = 0;
  float column_width = 0;
  float column_top = 0;

  // What the bar and a fixed pane above the column cover of the viewport's top.
  float covered() const { return top + (pane_fixed && !wide ? pane.height : 0); }
};

float column_beside(float width, const model::Scenario& shown, bool is_board) {
  constexpr float kLarge = 1920;
  if (width >= kLarge) return 520;
  const bool needs_room = diagram_columns(shown) > 5 && !is_board;
  return std::min(needs_room ? 400.0f : 448.0f, width * 0.44f);
}

// `foot`: what the main button takes of the screen's.
Layout lay_out_screen(const Viewport& viewport, const tutor::Tutor& tutor, const PaneLooks& looks,
                      float foot) {
  constexpr float kWidestColumn = 680;
  const tutor::Run& run = run_now(tutor);
  const bool is_page = tutor.room->is_wide;
  Layout layout;
  layout.top = shell_height(viewport);
  const float width = viewport.width;
  const float margin = width >= kTwoColumns ? 32 : 16;
  const bool has_draft = tutor.room->draft != nullptr;
  layout.has_pane = (!run.is_empty() || has_draft) && !is_page;
  layout.column_top = layout.top + 16;
  if (!layout.has_pane) {
    layout.column_width = std::min(width - 2 * margin, tutor.room->measure);
    layout.column_x = std::max((width - layout.column_width) / 2, margin);
    return layout;
  }
  const model::Scenario& shown =
      run.is_empty() ? *tutor.room->draft(tutor).scenario : run.scenario();
  layout.wide = width >= kTwoColumns && viewport.height >= kShort;
  if (layout.wide) {
    const float column = column_beside(width, shown, has_draft);
    layout.pane_fixed = true;
    layout.pane = {column, layout.top, width - column, viewport.height - layout.top};
    layout.column_x = margin;
    layout.column_width = column - 2 * margin;
    return layout;
  }
  layout.pane_fixed = viewport.height >= kShort;
  const float room = viewport.height - layout.top - foot;
  layout.heights = narrow_pane_heights(viewport, room, shown, run.tracks.size(), looks.open_zone);
  const float height =
      layout.pane_fixed ? layout.heights[static_cast<std::size_t>(looks.size)] : room;
  layout.pane = {0, layout.top, width, height};
  layout.column_x = margin;
  layout.column_width = std::min(width - 2 * margin, kWidestColumn);
  layout.column_top = layout.top + layout.pane.height + 8;
  return layout;
}

// A question of the quiz is in the words of its own lesson.
const lesson::Lesson& asked_lesson(const tutor::Tutor& tutor, const lesson::Lesson& current) {
  const tutor::Quiz* quiz = quiz_now(tutor);
  if (quiz == nullptr || quiz->over()) return current;
  const int item = quiz->asking[static_cast<std::size_t>(quiz->asked)];
  return lesson_of(tutor, quiz->items[static_cast<std::size_t>(item)]);
}

// Lessons that could not be read, each with its reasons: the others go on working.
void show_faults(Page& page) {
  for (const tutor::StageEntry& entry : page.tutor.lessons) {
    if (entry.usable()) continue;
    Column& column = page.column;
    column.begin_inset(Tone::bad);
    const std::string file = entry.faults.front().file;
    column.heading(3, "This lesson cannot be shown: " + file);
    std::vector<std::string> lines;
    for (const lesson::FileFault& fault : entry.faults) lines.push_back(to_line(fault));
    column.list("fault/" + file, lines);
    column.end_inset();
  }
}

// The live region is always there, so that a screen reader hears it change.
void list_notice(Screen& screen, const tutor::Tutor& tutor) {
  Node node;
  node.id = node_id("notice");
  node.role = Role::status;
  node.layer = screen.layer;
  node.name = tutor.notice.text;
  node.rect = {0, 0, screen.viewport.width, 1};
  screen.mirror.add(std::move(node));
}

// One window over the whole viewport takes all that is drawn.
void begin_canvas(const Screen& screen) {
  const Viewport& viewport = screen.viewport;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(viewport.width, viewport.height));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings |
      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::Begin("tenfold", nullptr, kFlags);
  fill_rect(screen, {0, 0, viewport.width, viewport.height}, screen.colors.page, 0);
}

void end_canvas() {
  ImGui::End();
  ImGui::PopStyleVar(2);
}

}  // namespace

struct View::Impl {
  DrawDots draw_dots;
  void* context;
  Fonts fonts;
  Mirror mirror;
  TextBlocks texts;
  OpenTerms open_terms;
  std::bitset<tutor::kSteps> open_steps;  // of those that are done
  float present_height = 0;               // of the card of the one to do
  PaneLooks pane;
  ShellPanel shell_panel = ShellPanel::none;
  bool has_main = false;    // a main button at the foot, in the last frame
  bool first_frame = true;  // nothing takes the focus before the learner acted
  const RoomKind* shown_room = &tutor::kLessonRoom;
  int shown_place = 0;
  int shown_lesson = -1;
  Step shown_step = Step::hook;
  int shown_question = 0;
  std::uint32_t said_notice = 0;

  static void at_dots(void* self) {
    Impl& impl = *static_cast<Impl*>(self);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddCallback(
        [](const ImDrawList*, const ImDrawCmd* command) {
          const Impl& owner = *static_cast<const Impl*>(command->UserCallbackData);
          if (!owner.pane.dots.empty()) owner.draw_dots(owner.pane.dots, owner.context);
        },
        &impl);
    draw.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
  }

  static void show_section(Page& page, Step step, Frame& frame, const Layout& layout);
  void show_present(Page& page, Frame& frame, const Layout& layout);
  void show_steps(Page& page, Frame& frame, const Layout& layout);
  void show_room(Page& page, Frame& frame, const Layout& layout);
  void show_column(Screen& screen, Frame& frame, PaneInput& pane_input, const Layout& layout);
};

View::View(DrawDots draw_dots, void* context) : impl_(std::make_unique<Impl>()) {
  impl_->draw_dots = draw_dots;
  impl_->context = context;
}

View::~View() = default;

const Mirror& View::mirror() const { return impl_->mirror; }

void View::set_fonts(std::span<const unsigned char> regular, std::span<const unsigned char> bold) {
  impl_->fonts = load_fonts(regular, bold);
}

// What there is to one step, whether it is the present one or done.
void View::Impl::show_section(Page& page, Step step, Frame& frame, const Layout& layout) {
  using Show = void (*)(Page&);
  constexpr Show kShow[tutor::kSteps] = {
      show_hook,        show_walk,      show_prediction, show_run,       show_comparison,
      show_explanation, show_challenge, show_worse,      show_questions, show_next};
  kShow[static_cast<std::size_t>(step)](page);
  // On a narrow screen the plots come with the run, in the column.
  if (step != Step::run || layout.wide) return;
  Column& column = page.column;
  const float height = run_plots_height(column.screen(), column.width(), true);
  column.space(8);
  draw_run_plots(column.screen(), {column.x(), column.y(), column.width(), height}, true,
                 page.tutor, frame.actions);
  column.space(height + 8);
}

// The step to do, on a card of its own: as high as what it held in the last frame, since what it
// holds is drawn over it; where that has changed, another frame is due.
void View::Impl::show_present(Page& page, Frame& frame, const Layout& layout) {
  Column& column = page.column;
  const float pad = std::min(14.0f, column.x() - 4);
  column.space(8);
  const float top = column.y();
  draw_card(column.screen(), {column.x() - pad, top, column.width() + 2 * pad, present_height});
  draw_step_mark(column.screen(), column.x() - pad, top);
  column.space(4);
  show_section(page, page.at().step, frame, layout);
  column.space(8);
  const float height = column.y() - top;
  frame.animating = height != present_height;
  present_height = height;
}

void View::Impl::show_steps(Page& page, Frame& frame, const Layout& layout) {
  const tutor::LessonState& at = page.at();
  const bool new_lesson = shown_lesson != at.index || shown_room != &tutor::kLessonRoom;
  shown_room = &tutor::kLessonRoom;
  Dock* const dock = page.column.screen().dock;
  const bool new_step = new_lesson || shown_step != at.step;
  const bool new_question = !new_step && shown_question != at.quiz.asked;
  if (new_lesson) open_steps.reset();
  for (int i = 0; i < static_cast<int>(at.step); ++i) {
    const auto step = static_cast<Step>(i);
    if (step == Step::walk && page.lesson.walk.empty()) continue;
    auto is_open = open_steps[static_cast<std::size_t>(i)];
    const bool was_open = is_open;
    is_open = show_done_step(page, step, was_open);
    page.column.begin_fold("fold/" + std::to_string(i), was_open);
    // What is left of earlier steps is not what to do now.
    page.column.screen().dock = nullptr;
    show_section(page, step, frame, layout);
    if (page.column.end_fold()) is_open = true;
  }
  page.column.screen().dock = dock;
  const float top = page.column.y();
  const std::size_t first = page.column.screen().mirror.nodes().size();
  show_present(page, frame, layout);
  if ((new_step || new_question) && (shown_lesson >= 0 || at.step != Step::hook)) {
    const auto& nodes = page.column.screen().mirror.nodes();
    if (first < nodes.size()) frame.focus = nodes[first].id;
    if (pane.size == PaneSize::full) pane.size = PaneSize::half;
    // A run that fills the screen is looked at before its words.
    const bool is_at_top = at.step == Step::hook || (at.step == Step::run && !layout.pane_fixed);
    frame.scroll_to = is_at_top ? 0 : std::max(top - layout.covered() - kFocusLead, 0.0f);
  }
  show_steps_ahead(page);
  shown_lesson = at.index;
  shown_step = at.step;
  shown_question = at.quiz.asked;
}

void View::Impl::show_room(Page& page, Frame& frame, const Layout& layout) {
  const std::span<const RoomPage> rooms = room_pages();
  const auto room = std::find_if(rooms.begin(), rooms.end(), [&page](const RoomPage& one) {
    return one.kind == page.tutor.room;
  });
  if (room == rooms.end()) return;
  page.place_y = page.column.y();
  page.place_node = page.column.screen().mirror.nodes().size();
  room->show(page);
  const bool entered = shown_room != room->kind;
  if (!first_frame && (entered || shown_place != page.place)) {
    const auto& nodes = page.column.screen().mirror.nodes();
    if (page.place_node < nodes.size()) frame.focus = nodes[page.place_node].id;
    frame.scroll_to = entered ? 0 : std::max(page.place_y - layout.covered() - kFocusLead, 0.0f);
  }
  shown_room = room->kind;
  shown_place = page.place;
}

// The column beside or below the pane: the lesson or the room.
void View::Impl::show_column(Screen& screen, Frame& frame, PaneInput& pane_input,
                             const Layout& layout) {
  static const lesson::Lesson kNoLesson;
  const tutor::Tutor& tutor = pane_input.tutor;
  const bool usable = tutor.at.open;
  const lesson::Lesson& lesson = usable ? tutor::current(tutor) : kNoLesson;
  // The words of a room that is read from a file are explained there.
  const tutor::RoomEntry* room = tutor::find_room(tutor, tutor.room->name);
  Column column(screen,
                room != nullptr ? room->room.glossary : asked_lesson(tutor, lesson).glossary,
                open_terms, layout.column_x, layout.column_top, layout.column_width);
  Page page{.column = column,
            .tutor = tutor,
            .lesson = lesson,
            .actions = frame.actions,
            .pane = pane_input};
  show_faults(page);
  if (!tutor.in_lesson()) {
    show_room(page, frame, layout);
  } else if (usable) {
    show_title(page);
    show_steps(page, frame, layout);
  }
  first_frame = false;
  frame.page_height = column.y() + 48 + frame.fixed_bottom;
}

Frame View::draw(const tutor::Tutor& tutor, const Viewport& viewport, const MirrorInput& input) {
  Impl& impl = *impl_;
  Frame frame;
  impl.mirror.begin();
  impl.texts.begin_frame();
  frame.fixed_bottom = impl.has_main ? Dock::kHeight : 0;
  const Layout layout = lay_out_screen(viewport, tutor, impl.pane, frame.fixed_bottom);
  Screen fixed{impl.mirror, input,    palette(viewport.dark), impl.fonts,
               impl.texts,  viewport, Layer::fixed,           ImVec2(0, 0)};
  Screen page = fixed;
  page.layer = Layer::page;
  page.origin.y = -viewport.scroll_y;
  Dock dock(fixed, layout.column_x, layout.column_width);
  if (viewport.width < kTwoColumns && viewport.height >= kShort) page.dock = &dock;
  PaneInput pane{.tutor = tutor,
                 .looks = impl.pane,
                 .actions = frame.actions,
                 .at_dots = &Impl::at_dots,
                 .context = &impl,
                 .heights = layout.heights,
                 .lesson_below = !layout.pane_fixed};
  const float clip_top = layout.covered();
  const float clip_right = layout.wide ? layout.pane.x : viewport.width;

  if (!viewport.minimal) {
    Screen bar = fixed;
    bar.layer = Layer::bar;
    draw_shell(bar, {.tutor = tutor, .panel = impl.shell_panel, .frame = frame});
  }
  begin_canvas(fixed);
  // Phones hear the pane first, as it is shown first; beside the lesson it comes after it.
  Screen& pane_screen = layout.pane_fixed ? fixed : page;
  if (layout.has_pane && !layout.wide) draw_pane(pane_screen, layout.pane, false, pane);
  ImGui::PushClipRect(ImVec2(0, clip_top), ImVec2(clip_right, viewport.height - frame.fixed_bottom),
                      true);
  impl.show_column(page, frame, pane, layout);
  ImGui::PopClipRect();
  dock.draw();
  if (layout.wide) draw_pane(pane_screen, layout.pane, true, pane);
  list_notice(fixed, tutor);
  end_canvas();

  if (pane.focus && !frame.focus) frame.focus = pane.focus;
  if (pane.to_lesson) frame.scroll_to = layout.pane.height;
  frame.fixed_top = clip_top;
  frame.column_left = 0;
  frame.column_right = clip_right;
  const bool main_moved = impl.has_main != dock.is_taken();
  impl.has_main = dock.is_taken();
  frame.animating = frame.animating || main_moved || impl.pane.are_dots_in_the_air() ||
                    (!viewport.reduced_motion && impl.pane.walk_marker.moving(viewport.time_s));
  return frame;
}

}  // namespace tenfold::ui
