#include "ui/view.h"

#include <algorithm>
#include <cmath>

#include "ui/lesson_page.h"
#include "ui/pane.h"
#include "ui/run_plots.h"

namespace tenfold::ui {
namespace {

using tutor::Action;
using tutor::Step;

constexpr float kTwoColumns = 900;  // px: from here the lesson and the pane stand side by side
constexpr float kShort = 480;       // px: lower viewports scroll the pane with the page
constexpr float kFocusLead = 16;

struct Layout {
  bool wide = false;
  bool pane_fixed = false;
  Rect pane;          // in its layer's coordinates
  float column_x = 0;
  float column_width = 0;
  float column_top = 0;
};

Layout lay_out_screen(const Viewport& viewport) {
  Layout layout;
  const float width = viewport.width;
  const float margin = width >= kTwoColumns ? 28 : 16;
  layout.wide = width >= kTwoColumns && viewport.height >= kShort;
  if (layout.wide) {
    const float column = std::min(width * 0.44f, 620.0f);
    layout.pane_fixed = true;
    layout.pane = {column, 0, width - column, viewport.height};
    layout.column_x = margin;
    layout.column_width = column - 2 * margin;
    layout.column_top = 12;
    return layout;
  }
  const float height = narrow_pane_height(viewport);
  layout.pane_fixed = viewport.height >= kShort;
  layout.pane = {0, 0, width, height};
  layout.column_x = margin;
  layout.column_width = std::min(width - 2 * margin, 680.0f);
  layout.column_top = height + 8;
  return layout;
}

void show_shell(LessonPage& page, bool dark, std::optional<bool>& chosen) {
  Column& column = page.column;
  std::vector<Column::RowButton> row;
  for (std::size_t i = 0; i < page.tutor.lessons.size(); ++i) {
    const tutor::StageEntry& entry = page.tutor.lessons[i];
    Column::RowButton button;
    button.key = "shell/stage/" + std::to_string(entry.stage);
    button.label = "Stage " + std::to_string(entry.stage);
    button.pressed = static_cast<int>(i) == page.at().index ? 1 : 0;
    row.push_back(std::move(button));
  }
  row.push_back({"shell/theme", dark ? "Light colours" : "Dark colours"});
  const int pressed = column.buttons(row);
  if (pressed < 0) return;
  if (pressed == static_cast<int>(row.size()) - 1) {
    chosen = !dark;
  } else {
    page.act(Action::Kind::open_stage,
             page.tutor.lessons[static_cast<std::size_t>(pressed)].stage);
  }
}

// Lessons that could not be read, each with its reasons: the others go on working.
void show_faults(LessonPage& page) {
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

}  // namespace

struct View::Impl {
  DrawDots draw_dots;
  void* context;
  Fonts fonts;
  Mirror mirror;
  OpenTerms open_terms;
  PaneLooks pane;
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

  void show_steps(LessonPage& page, Frame& frame, const Layout& layout);
  void show_notice(Screen& screen, const tutor::Tutor& tutor, float x, float y, float width);
};

View::View(DrawDots draw_dots, void* context) : impl_(std::make_unique<Impl>()) {
  impl_->draw_dots = draw_dots;
  impl_->context = context;
}

View::~View() = default;

const Mirror& View::mirror() const { return impl_->mirror; }

void View::set_fonts(std::span<const unsigned char> regular, std::span<const unsigned char> bold) {
  const auto add = [](std::span<const unsigned char> bytes) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // ImGui takes a mutable pointer but does not write when it does not own the data.
    auto* data = const_cast<unsigned char*>(bytes.data());
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 16,
                                                      &config);
  };
  impl_->fonts.regular = add(regular);
  impl_->fonts.bold = add(bold);
}

void View::Impl::show_steps(LessonPage& page, Frame& frame, const Layout& layout) {
  using Show = void (*)(LessonPage&);
  constexpr Show kShow[tutor::kSteps] = {show_hook,        show_walk,      show_prediction,
                                         show_run,         show_comparison, show_explanation,
                                         show_challenge,   show_worse,     show_questions,
                                         show_next};
  const tutor::LessonState& at = page.at();
  const bool new_lesson = shown_lesson != at.index;
  const bool new_step = new_lesson || shown_step != at.step;
  const bool new_question = !new_step && shown_question != at.asked;
  for (int i = 0; i <= static_cast<int>(at.step); ++i) {
    const auto step = static_cast<Step>(i);
    if (step == Step::walk && page.lesson.walk.empty()) continue;
    const float top = page.column.y();
    const std::size_t first = page.column.screen().mirror.nodes().size();
    if (i > 0) page.column.rule();
    kShow[i](page);
    // On a narrow screen the plots come with the run, in the column.
    if (step == Step::run && !layout.wide) {
      const float height = run_plots_height(page.column.width());
      page.column.space(8);
      draw_run_plots(page.column.screen(),
                     {page.column.x(), page.column.y(), page.column.width(), height}, at.live,
                     frame.actions);
      page.column.space(height + 8);
    }
    if (i == static_cast<int>(at.step) && (new_step || new_question) &&
        (shown_lesson >= 0 || step != Step::hook)) {
      const auto& nodes = page.column.screen().mirror.nodes();
      if (first < nodes.size()) frame.focus = nodes[first].id;
      const float covered = layout.pane_fixed && !layout.wide ? layout.pane.height : 0;
      frame.scroll_to = step == Step::hook ? 0 : std::max(top - covered - kFocusLead, 0.0f);
    }
  }
  shown_lesson = at.index;
  shown_step = at.step;
  shown_question = at.asked;
}

void View::Impl::show_notice(Screen& screen, const tutor::Tutor& tutor, float x, float y,
                             float width) {
  // The live region is always there, so that a screen reader hears it change.
  Node node;
  node.id = node_id("notice");
  node.role = Role::status;
  node.layer = screen.layer;
  node.name = tutor.notice.text;
  node.rect = {x, y, width, 1};
  screen.mirror.add(std::move(node));
}

Frame View::draw(const tutor::Tutor& tutor, const Viewport& viewport, const MirrorInput& input) {
  Impl& impl = *impl_;
  Frame frame;
  impl.mirror.begin();
  const Palette& colors = palette(viewport.dark);
  const Layout layout = lay_out_screen(viewport);
  const ImVec2 page_origin(0, -viewport.scroll_y);
  Screen page_screen{impl.mirror, input, colors, impl.fonts, viewport, Layer::page, page_origin};
  Screen fixed_screen{impl.mirror, input, colors, impl.fonts, viewport, Layer::fixed, ImVec2(0, 0)};
  Screen& pane_screen = layout.pane_fixed ? fixed_screen : page_screen;
  PaneInput pane_input{.tutor = tutor,
                       .looks = impl.pane,
                       .actions = frame.actions,
                       .at_dots = &Impl::at_dots,
                       .context = &impl,
                       .lesson_below = !layout.pane_fixed};

  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(viewport.width, viewport.height));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoScrollWithMouse |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::Begin("tenfold", nullptr, kFlags);
  fill_rect(fixed_screen, {0, 0, viewport.width, viewport.height}, colors.page, 0);

  const bool covers_top = layout.pane_fixed && !layout.wide;
  const float clip_top = covers_top ? layout.pane.height : 0;
  const float clip_right = layout.wide ? layout.pane.x : viewport.width;
  // Phones hear the pane first, as it is shown first; beside the lesson it comes after it.
  if (!layout.wide) draw_pane(pane_screen, layout.pane, false, pane_input);

  ImGui::PushClipRect(ImVec2(0, clip_top), ImVec2(clip_right, viewport.height), true);
  static const std::vector<lesson::Term> kNoTerms;
  const bool usable = tutor.at.open;
  static const lesson::Lesson kNoLesson;
  const lesson::Lesson& lesson = usable ? tutor::current(tutor) : kNoLesson;
  Column column(page_screen, usable ? lesson.glossary : kNoTerms, impl.open_terms, layout.column_x,
                layout.column_top, layout.column_width);
  LessonPage page{column, tutor, lesson, frame.actions};
  if (!viewport.minimal) show_shell(page, viewport.dark, frame.dark);
  show_faults(page);
  if (usable) {
    show_title(page);
    impl.show_steps(page, frame, layout);
  }
  frame.page_height = column.y() + 48;
  if (pane_input.to_lesson) frame.scroll_to = layout.pane.height;
  ImGui::PopClipRect();

  if (layout.wide) draw_pane(pane_screen, layout.pane, true, pane_input);
  impl.show_notice(fixed_screen, tutor, 0, 0, viewport.width);
  ImGui::End();
  ImGui::PopStyleVar(2);

  frame.fixed_top = clip_top;
  frame.column_left = 0;
  frame.column_right = clip_right;
  frame.animating = !impl.pane.flights.empty() || !impl.pane.twin_flights.empty() ||
                    (!viewport.reduced_motion && impl.pane.walk_marker.moving(viewport.time_s));
  return frame;
}

}  // namespace tenfold::ui
