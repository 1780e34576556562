// The screen as a whole: where column and pane stand, what is in the column, and what of it takes
// the focus.
#include "ui/view.h"

#include <algorithm>
#include <cmath>

#include "model/catalogue.h"
#include "tutor/quiz.h"
#include "ui/lesson_page.h"
#include "ui/pane.h"
#include "ui/rooms.h"
#include "ui/run_plots.h"
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
  Rect pane;  // in its layer's coordinates
  float column_x = 0;
  float column_width = 0;
  float column_top = 0;

  // What the bar and a fixed pane above the column cover of the viewport's top.
  float covered() const { return top + (pane_fixed && !wide ? pane.height : 0); }
};

// How many columns the parts of a diagram stand in.
double columns_of(const model::Scenario& scenario) {
  double left = 0;
  double right = -1;
  for (const model::PartSpec& part : scenario.parts) {
    if (model::kind_info(part.kind).is_machine) continue;
    left = right < left ? part.place.column : std::min(left, part.place.column);
    right = std::max(right, part.place.column);
  }
  return right - left + 1;
}

float column_beside(float width, const model::Scenario& shown) {
  constexpr float kLarge = 1920;
  if (width >= kLarge) return 520;
  return std::min(columns_of(shown) > 5 ? 400.0f : 448.0f, width * 0.44f);
}

Layout lay_out_screen(const Viewport& viewport, const tutor::Tutor& tutor) {
  constexpr float kWidestColumn = 680;
  const tutor::Run& run = run_now(tutor);
  const bool is_page = tutor.room->is_wide;
  Layout layout;
  layout.top = shell_height(viewport);
  const float width = viewport.width;
  const float margin = width >= kTwoColumns ? 32 : 16;
  layout.has_pane = !run.is_empty() && !is_page;
  layout.column_top = layout.top + 16;
  if (!layout.has_pane) {
    layout.column_width = std::min(width - 2 * margin, tutor.room->measure);
    layout.column_x = std::max((width - layout.column_width) / 2, margin);
    return layout;
  }
  const model::Scenario& shown = run.scenario();
  layout.wide = width >= kTwoColumns && viewport.height >= kShort;
  if (layout.wide) {
    const float column = column_beside(width, shown);
    layout.pane_fixed = true;
    layout.pane = {column, layout.top, width - column, viewport.height - layout.top};
    layout.column_x = margin;
    layout.column_width = column - 2 * margin;
    return layout;
  }
  Viewport below = viewport;
  below.height -= layout.top;
  layout.pane_fixed = viewport.height >= kShort;
  layout.pane = {0, layout.top, width, narrow_pane_height(below, shown)};
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
  PaneLooks pane;
  ShellPanel shell_panel = ShellPanel::none;
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

void View::Impl::show_steps(Page& page, Frame& frame, const Layout& layout) {
  using Show = void (*)(Page&);
  constexpr Show kShow[tutor::kSteps] = {
      show_hook,        show_walk,      show_prediction, show_run,       show_comparison,
      show_explanation, show_challenge, show_worse,      show_questions, show_next};
  const tutor::LessonState& at = page.at();
  const bool new_lesson = shown_lesson != at.index || shown_room != &tutor::kLessonRoom;
  shown_room = &tutor::kLessonRoom;
  const bool new_step = new_lesson || shown_step != at.step;
  const bool new_question = !new_step && shown_question != at.quiz.asked;
  for (int i = 0; i <= static_cast<int>(at.step); ++i) {
    const auto step = static_cast<Step>(i);
    if (step == Step::walk && page.lesson.walk.empty()) continue;
    const float top = page.column.y();
    const std::size_t first = page.column.screen().mirror.nodes().size();
    if (i > 0) page.column.rule();
    draw_step_mark(page.column.screen(), page.column.x(), page.column.y(),
                   i < static_cast<int>(at.step));
    kShow[i](page);
    // On a narrow screen the plots come with the run, in the column.
    if (step == Step::run && !layout.wide) {
      const float height = run_plots_height(page.column.screen(), page.column.width(), true);
      page.column.space(8);
      draw_run_plots(page.column.screen(),
                     {page.column.x(), page.column.y(), page.column.width(), height}, true,
                     page.tutor, frame.actions);
      page.column.space(height + 8);
    }
    if (i == static_cast<int>(at.step) && (new_step || new_question) &&
        (shown_lesson >= 0 || step != Step::hook)) {
      const auto& nodes = page.column.screen().mirror.nodes();
      if (first < nodes.size()) frame.focus = nodes[first].id;
      frame.scroll_to =
          step == Step::hook ? 0 : std::max(top - layout.covered() - kFocusLead, 0.0f);
    }
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
  frame.page_height = column.y() + 48;
}

Frame View::draw(const tutor::Tutor& tutor, const Viewport& viewport, const MirrorInput& input) {
  Impl& impl = *impl_;
  Frame frame;
  impl.mirror.begin();
  impl.texts.begin_frame();
  const Layout layout = lay_out_screen(viewport, tutor);
  Screen fixed{impl.mirror, input,    palette(viewport.dark), impl.fonts,
               impl.texts,  viewport, Layer::fixed,           ImVec2(0, 0)};
  Screen page = fixed;
  page.layer = Layer::page;
  page.origin.y = -viewport.scroll_y;
  PaneInput pane{.tutor = tutor,
                 .looks = impl.pane,
                 .actions = frame.actions,
                 .at_dots = &Impl::at_dots,
                 .context = &impl,
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
  ImGui::PushClipRect(ImVec2(0, clip_top), ImVec2(clip_right, viewport.height), true);
  impl.show_column(page, frame, pane, layout);
  ImGui::PopClipRect();
  if (layout.wide) draw_pane(pane_screen, layout.pane, true, pane);
  list_notice(fixed, tutor);
  end_canvas();

  if (pane.focus && !frame.focus) frame.focus = pane.focus;
  if (pane.to_lesson) frame.scroll_to = layout.pane.height;
  frame.fixed_top = clip_top;
  frame.column_left = 0;
  frame.column_right = clip_right;
  frame.animating = impl.pane.are_dots_in_the_air() ||
                    (!viewport.reduced_motion && impl.pane.walk_marker.moving(viewport.time_s));
  return frame;
}

}  // namespace tenfold::ui
