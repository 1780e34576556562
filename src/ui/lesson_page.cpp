// The steps that are read and watched, from the hook to the next stage; those in which the learner
// acts are in practice_page.cpp.
#include "ui/lesson_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "lesson/stages.h"
#include "tutor/debrief.h"
#include "tutor/finale_room.h"
#include "ui/diary.h"
#include "ui/drawn_curve.h"
#include "ui/shapes.h"
#include "ui/sources.h"

namespace tenfold::ui {

using tutor::Step;

namespace {

// The steps that this lesson has, in their order.
std::vector<Step> steps_of(const lesson::Lesson& lesson) {
  std::vector<Step> steps;
  for (int i = 0; i < tutor::kSteps; ++i) {
    const auto step = static_cast<Step>(i);
    if (step != Step::walk || !lesson.walk.empty()) steps.push_back(step);
  }
  return steps;
}

// A segment a step, filled as far as one has come; it says what the line below it says in words.
void draw_segments(Column& column, std::size_t count, std::size_t place) {
  constexpr float kHeight = 5;
  constexpr float kGap = 4;
  const Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const float segment =
      (column.width() - kGap * static_cast<float>(count - 1)) / static_cast<float>(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Rect rect{column.x() + (segment + kGap) * static_cast<float>(i), column.y(), segment,
                    kHeight};
    fill_rect(screen, rect, i <= place ? c.accent : c.line, kHeight / 2);
  }
  const float here = column.x() + (segment + kGap) * static_cast<float>(place) + segment / 2;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 at = screen.at(here, column.y() + kHeight / 2);
  draw.AddCircleFilled(at, 7.5f, c.page);
  draw.AddCircleFilled(at, 5.5f, c.accent);
  column.space(kHeight + 10);
}

}  // namespace

void show_title(Page& page) {
  Column& column = page.column;
  const lesson::Lesson& lesson = page.lesson;
  const std::vector<Step> steps = steps_of(lesson);
  const auto here = std::find(steps.begin(), steps.end(), page.at().step);
  const auto place = static_cast<std::size_t>(here - steps.begin());
  column.heading(1, "Stage " + lesson::stage_name(lesson.stage) + ": " + lesson.title);
  if (page.is_current(Step::hook)) column.paragraph("idea", lesson.idea, Tone::muted);
  draw_segments(column, steps.size(), place);
  column.paragraph("place",
                   "Step " + std::to_string(place + 1) + " of " + std::to_string(steps.size()) +
                       " · " + tutor::show_count(lesson.users) + " readers",
                   Tone::muted, size::kSmall);
}

void draw_step_mark(const Screen& screen, float card_x, float top) {
  constexpr float kHeading = 31;  // from the card's top to the middle of its heading
  fill_rect(screen, {card_x, top + kHeading - 12, 4, 24}, screen.colors.accent, 2);
}

void show_steps_ahead(Page& page) {
  constexpr float kRow = 30;
  constexpr float kPx = 15;
  Column& column = page.column;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  std::vector<Step> ahead = steps_of(page.lesson);
  std::erase_if(ahead, [&page](Step step) { return step <= page.at().step; });
  if (ahead.empty()) return;
  column.space(12);
  open_group(screen, Role::list, "ahead", "Steps to come",
             Rect{column.x(), column.y(), column.width(), kRow * static_cast<float>(ahead.size())});
  for (const Step step : ahead) {
    const std::string_view title = tutor::step_title(step);
    ImGui::GetWindowDrawList()->AddCircle(screen.at(column.x() + 8, column.y() + kRow / 2), 6.5f,
                                          c.control, 0, 1.75f);
    draw_text(screen, column.x() + 28, column.y() + (kRow - kPx) / 2 - 1, title, kPx, c.muted);
    Node item;
    item.id = node_id("ahead/" + std::string(title));
    item.role = Role::list_item;
    item.layer = screen.layer;
    item.name = title;
    item.font_px = kPx;
    item.rect = {column.x() + 28, column.y(), column.width() - 28, kRow};
    screen.mirror.add(std::move(item));
    column.space(kRow);
  }
  screen.mirror.close();
}

void show_hook(Page& page) {
  Column& column = page.column;
  column.heading(2, page.lesson.hook.title);
  page.say("hook", page.lesson.hook.text);
  column.begin_inset();
  column.paragraph("hook/caption", tutor::filled(page.tutor, page.lesson.hook.caption));
  column.end_inset();
  if (!page.is_current(Step::hook)) return;
  const std::array<Column::RowButton, 2> row{{
      {"proceed/hook", "Continue", Weight::primary},
      {"hook/know", "I know this: try the challenge"},
  }};
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::Proceed{});
  if (pressed == 1) page.act(tutor::KnowThis{});
}

void show_walk(Page& page) {
  if (page.lesson.walk.empty()) return;
  Column& column = page.column;
  const lesson::Walk& walk = page.lesson.walk.front();
  const tutor::WalkState& state = page.at().walk;
  column.heading(2, walk.title);
  page.say("walk", walk.text);
  const int count = static_cast<int>(walk.stops.size());
  if (state.stop >= 0 && state.stop < count) {
    const lesson::WalkStop& stop = walk.stops[static_cast<std::size_t>(state.stop)];
    const int index = state.span_of_stop[static_cast<std::size_t>(state.stop)];
    std::string text = stop.text;
    tutor::Facts facts = page.at().facts;
    if (index >= 0) {
      const model::Span& span = state.spans[static_cast<std::size_t>(index)];
      const double took_ms = sim::to_ms(span.to - span.from);
      facts.push_back({"took_ms", took_ms, tutor::show_ms(took_ms)});
    }
    column.begin_inset();
    column.heading(
        3, std::to_string(state.stop + 1) + " of " + std::to_string(count) + ". " + stop.title);
    column.paragraph("walk/stop", tutor::fill(text, facts));
    if (!stop.sample.empty()) column.code("walk/sample", stop.sample);
    column.end_inset();
  }
  const std::array<Column::RowButton, 2> row{{
      {"walk/next", state.stop < 0 ? "Send one request" : "Next stop",
       state.stop < count - 1 ? Weight::primary : Weight::plain, state.stop >= count - 1},
      {"walk/back", "Back", Weight::plain, state.stop <= 0},
  }};
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::WalkBy{1});
  if (pressed == 1) page.act(tutor::WalkBy{-1});
  page.proceed(Step::walk, "Continue");
}

namespace {

void show_choices(Page& page) {
  const lesson::Prediction& predict = page.lesson.predict;
  const tutor::PredictionState& state = page.at().prediction;
  std::vector<Column::Option> items;
  for (std::size_t i = 0; i < predict.options.size(); ++i) {
    Column::Option item;
    item.text = predict.options[i].text;
    item.checked = state.chosen == static_cast<int>(i);
    if (state.outcome == static_cast<int>(i)) item.note = "This is what happened.";
    items.push_back(std::move(item));
  }
  const bool open = page.is_current(Step::predict);
  const int chosen = page.column.options("predict", "Your prediction", items, false, !open);
  if (chosen >= 0) page.act(tutor::Predict{chosen});
}

// As it was drawn; over the run's it is shown where the run is.
void show_own_curve(Page& page) {
  tutor::Drawing drawing = page.at().prediction.drawing;
  drawing.run.clear();
  const bool open = page.is_current(Step::predict);
  if (!open && !drawing.drew) return;
  const std::vector<PointMove> moves =
      show_drawn_curve(page.column, {.key = "predict/curve",
                                     .curve = page.lesson.predict.curve,
                                     .drawing = drawing,
                                     .open = open});
  for (const PointMove& move : moves) page.act(tutor::PredictPoint{move.point, move.value});
}

}  // namespace

void show_prediction(Page& page) {
  Column& column = page.column;
  const lesson::Prediction& predict = page.lesson.predict;
  column.heading(2, "Before you run it");
  column.paragraph("predict/prompt", tutor::filled(page.tutor, predict.prompt));
  if (predict.is_drawn()) {
    show_own_curve(page);
  } else {
    show_choices(page);
  }
  if (!page.is_current(Step::predict)) return;
  const std::array<Column::RowButton, 2> row{{
      {"proceed/predict", "That is my prediction", Weight::primary,
       !page.at().prediction.is_said()},
      {"predict/skip", "Just show me"},
  }};
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::Proceed{});
  if (pressed == 1) page.act(tutor::SkipPrediction{});
}

namespace {

// The choice over the result: the axis of the fact, the option that was said as a band, the outcome
// as a mark.
void draw_choice(Page& page) {
  const lesson::Prediction& predict = page.lesson.predict;
  const tutor::PredictionState& state = page.at().prediction;
  const tutor::Fact* fact = tutor::find_fact(page.at().facts, predict.fact);
  if (state.chosen < 0 || fact == nullptr) return;
  Column& column = page.column;
  Screen& screen = column.screen();
  const Palette& c = screen.colors;
  const lesson::PredictionOption& said = predict.options[static_cast<std::size_t>(state.chosen)];
  // Bounds that an option leaves out are the ends of the axis.
  double axis = fact->value * 1.25;
  for (const lesson::PredictionOption& option : predict.options) {
    if (std::isfinite(option.low)) axis = std::max(axis, option.low * 1.25);
  }
  if (axis <= 0) axis = 1;
  const float x = column.x();
  const float y = column.y();
  const float width = column.width();
  const auto to_x = [&](double value) {
    const double bounded = std::isfinite(value) ? value : (value > 0 ? axis : 0);
    return x + width * static_cast<float>(std::clamp(bounded / axis, 0.0, 1.0));
  };
  const float left = to_x(said.low);
  const float right = to_x(said.high);
  fill_rect(screen, {x, y + 24, width, 14}, c.line, 3);
  fill_rect(screen, {left, y + 24, std::max(right - left, 3.0f), 14}, c.accent, 3);
  const float mark = to_x(fact->value);
  draw_line(screen, mark, y + 18, mark, y + 44, c.text, 3);
  const std::string you = "you said: " + said.text;
  const std::string was = "it was " + fact->shown;
  draw_text(screen, x, y + 2, fit_text(screen, you, 13, width), 13, c.accent, true);
  const float was_width = text_width(screen, was, 13, true);
  draw_text(screen, std::clamp(mark - was_width / 2, x, x + width - was_width), y + 46, was, 13,
            c.text, true);
  Node node;
  node.id = node_id("predict/drawn");
  node.role = Role::image;
  node.layer = screen.layer;
  node.name = "Your prediction over the result: " + you + "; " + was + ".";
  node.rect = {x, y, width, 62};
  screen.mirror.add(std::move(node));
  column.space(72);
}

// The way from what is on screen to a bench where all of it can be changed.
void offer_bench(Page& page, std::string_view key) {
  if (run_now(page.tutor).is_empty()) return;
  const Column::RowButton button{.key = std::string(key),
                                 .label = "Try it freely",
                                 .weight = Weight::ghost,
                                 .icon = Icon::build};
  if (page.column.buttons({&button, 1}) == 0) page.act(tutor::TryFreely{&tutor::kBuild});
}

}  // namespace

void show_run(Page& page) {
  Column& column = page.column;
  column.heading(2, page.lesson.run.title);
  page.say("run", page.lesson.run.text);
  const tutor::LessonState& at = page.at();
  if (!at.prediction.is_settled()) {
    if (at.run.is_moving() && at.step == Step::run) {
      show_diary(column, at.run);
      // At a phone's foot it is the one thing to press.
      const bool is_main = column.screen().dock != nullptr;
      if (column.button("run/skip", "Skip to the end", is_main ? Weight::primary : Weight::plain)) {
        page.act(tutor::FinishRun{});
      }
    } else if (at.run.settled || at.step > Step::run) {
      column.paragraph("run/waits", "Counting what came of it.", Tone::muted);
      // What stands below must not move when it is counted.
      if (page.lesson.predict.is_drawn()) column.space(drawn_curve_height());
    } else if (column.button("run/go", "Run it", Weight::primary)) {
      page.act(tutor::Play{});
    }
    return;
  }
  if (page.lesson.predict.is_drawn()) {
    show_drawn_curve(
        column,
        {.key = "run/curve", .curve = page.lesson.predict.curve, .drawing = at.prediction.drawing});
  }
  if (!at.prediction.feedback.empty()) {
    draw_choice(page);
    column.begin_inset();
    column.paragraph("run/feedback", at.prediction.feedback);
    column.end_inset();
  }
  column.paragraph("run/failures", tutor::failures_in_words(at.facts));
  page.proceed(Step::run, "Compare with the fix");
}

void show_comparison(Page& page) {
  Column& column = page.column;
  column.heading(2, page.lesson.compare.title);
  page.say("compare", page.lesson.compare.text);
  std::vector<std::vector<Column::TableCell>> rows;
  rows.push_back({{"Same requests"}, {"Before"}, {"After"}, {"Change"}});
  for (const tutor::ComparisonRow& row : page.at().comparison) {
    rows.push_back({{row.name}, {row.before}, {row.after}, {row.change}});
  }
  column.table("compare/table", "Before and after the fix", rows);
  offer_bench(page, "compare/try");
  const tutor::Measuring& measuring = page.at().measuring;
  if (measuring.made < measuring.wanted) {
    column.paragraph(
        "compare/measuring",
        "Measuring how much of the change is chance: " + std::to_string(measuring.made) + " of " +
            std::to_string(measuring.wanted) + " further pairs of runs.",
        Tone::muted, size::kSmall);
  }
  page.proceed(Step::compare, "Why?");
}

void show_explanation(Page& page) {
  page.column.heading(2, page.lesson.explain.title);
  page.say("explain", page.lesson.explain.text);
  page.proceed(Step::explain, "Your turn to fix it");
}

void show_worse(Page& page) {
  page.column.heading(2, page.lesson.worse.title);
  page.say("worse", page.lesson.worse.text);
  page.proceed(Step::worse, "Questions");
}

void show_next(Page& page) {
  Column& column = page.column;
  column.heading(2, page.lesson.next.title);
  page.say("next", page.lesson.next.text);
  const auto& lessons = page.tutor.lessons;
  const auto next = static_cast<std::size_t>(page.at().index) + 1;
  if (next < lessons.size()) {
    const tutor::StageEntry& entry = lessons[next];
    if (column.button("next/stage",
                      "Go to stage " + lesson::stage_name(entry.stage) + ": " + entry.title,
                      Weight::primary)) {
      page.act(tutor::OpenStage{entry.stage});
    }
  } else if (column.button("next/finale", "Go to the finale", Weight::primary)) {
    page.act(tutor::GoToRoom{&tutor::kFinale});
  }
  offer_bench(page, "next/try");
  column.heading(3, "What this model leaves out");
  page.say("omits", page.lesson.omits, Tone::muted);
  column.heading(3, "The numbers and their sources");
  column.list("sources", number_sources(page.lesson.scenario));
}

}  // namespace tenfold::ui
