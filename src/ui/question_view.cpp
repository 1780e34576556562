// Each kind of question is answered by widgets of its own; once it is judged, the same widgets tell
// what was right and why.
#include "ui/question_view.h"

#include <algorithm>
#include <string>

#include "tutor/quiz.h"
#include "tutor/typed_number.h"
#include "ui/drawn_curve.h"
#include "ui/miniature.h"
#include "ui/shapes.h"

namespace tenfold::ui {

using Kind = lesson::Question::Kind;

namespace {

// One question, for the functions that show its parts.
struct Shown {
  const Page& page;
  const lesson::Question& question;
  const tutor::QuestionState& state;
  std::string key;

  Column& column() const { return page.column; }
  std::string filled(std::string_view text) const { return tutor::fill(text, state.facts); }
};

// Where several are right, leaving a wrong one unmarked was right too.
std::string_view judged(const lesson::Question& question, bool right, bool marked) {
  if (!question.takes_several() || marked) return right ? "✓ Right. " : "✗ Wrong. ";
  return right ? "✗ Missed: this is one. " : "✓ Rightly left out. ";
}

void show_options(const Shown& shown) {
  const lesson::Question& question = shown.question;
  const tutor::QuestionState& state = shown.state;
  std::vector<Column::Option> items;
  for (const int index : state.order) {
    const auto option = static_cast<std::size_t>(index);
    const lesson::QuestionOption& source = question.options[option];
    Column::Option item;
    item.text = shown.filled(source.text);
    item.checked = state.marked[option];
    if (!question.takes_several()) item.letter = static_cast<char>('A' + items.size());
    if (state.answered) {
      const bool right = state.truth[option];
      const std::string& reason =
          right && !question.when_right.empty() ? question.when_right : source.reason;
      item.note = std::string(judged(question, right, item.checked)) + shown.filled(reason);
      const bool missed = question.takes_several() && right && !item.checked;
      item.tone = missed || (item.checked && !right) ? Tone::bad : right ? Tone::good : Tone::muted;
    }
    items.push_back(std::move(item));
  }
  const int marked = shown.column().options(shown.key, shown.filled(question.prompt), items,
                                            question.takes_several(), state.given);
  if (marked >= 0) {
    shown.page.act(tutor::Mark{state.order[static_cast<std::size_t>(marked)]});
  }
}

void show_order(const Shown& shown) {
  const tutor::QuestionState& state = shown.state;
  Column& column = shown.column();
  const auto count = state.order.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto item = static_cast<std::size_t>(state.order[i]);
    const lesson::QuestionOption& option = shown.question.options[item];
    const std::string key = shown.key + "/item/" + std::to_string(item);
    const std::string text = std::to_string(i + 1) + ". " + option.text;
    column.paragraph(key, text);
    if (state.answered) {
      const bool right = state.truth[item];
      column.paragraph(
          key + "/note",
          (right ? "✓ In its place. " : "✗ This is number " + std::to_string(item + 1) + ". ") +
              option.reason,
          right ? Tone::good : Tone::bad);
      continue;
    }
    const bool still = state.given;
    const int pressed =
        column.buttons(std::vector<Column::RowButton>{{.key = key + "/up",
                                                       .label = "↑ Up",
                                                       .disabled = still || i == 0,
                                                       .name = "Up: " + option.text},
                                                      {.key = key + "/down",
                                                       .label = "↓ Down",
                                                       .disabled = still || i + 1 == count,
                                                       .name = "Down: " + option.text}});
    if (pressed >= 0) {
      shown.page.act(tutor::MoveItem{static_cast<int>(i), pressed == 0 ? -1 : 1});
    }
  }
}

void show_number(const Shown& shown) {
  const tutor::QuestionState& state = shown.state;
  const std::string name = "Your answer in " + shown.question.unit;
  if (const auto typed =
          shown.column().text_input(shown.key + "/number", name, state.typed, state.given)) {
    shown.page.act(tutor::TypeNumber{*typed});
  }
  if (state.given) return;
  const std::string_view fault = tutor::fault_of_number(state.typed);
  if (!fault.empty()) shown.column().paragraph(shown.key + "/fault", fault, Tone::bad);
}

void show_drawing(const Shown& shown) {
  const std::vector<PointMove> moves =
      show_drawn_curve(shown.column(), {.key = shown.key + "/curve",
                                        .curve = shown.question.curve,
                                        .drawing = shown.state.drawing,
                                        .open = !shown.state.given});
  for (const PointMove& move : moves) shown.page.act(tutor::DrawPoint{move.point, move.value});
}

void show_body(const Shown& shown) {
  shown.column().paragraph(shown.key + "/prompt", "**" + shown.filled(shown.question.prompt) + "**",
                           Tone::normal, size::kQuestion);
  switch (shown.question.kind) {
    case Kind::order:
      show_order(shown);
      break;
    case Kind::number:
      show_number(shown);
      break;
    case Kind::draw:
      show_drawing(shown);
      break;
    default:
      show_options(shown);
      break;
  }
  // Of choices the words on the answer stand with the options.
  if (shown.state.answered && shown.question.options.empty()) {
    shown.column().paragraph(shown.key + "/words", shown.state.verdict,
                             shown.state.right ? Tone::good : Tone::bad);
  }
}

void show_open_buttons(const Shown& shown) {
  Column& column = shown.column();
  const bool ready = tutor::can_answer(shown.question, shown.state);
  const int pressed = column.buttons(std::vector<Column::RowButton>{
      {.key = shown.key + "/answer",
       .label = "Answer",
       .weight = Weight::primary,
       .disabled = !ready},
      {.key = shown.key + "/hint",
       .label = "Hint",
       .disabled = shown.state.hint,
       .icon = Icon::hint},
  });
  if (pressed == 0) shown.page.act(tutor::GiveAnswer{});
  if (pressed == 1) shown.page.act(tutor::ShowHint{});
  if (shown.state.hint) column.paragraph(shown.key + "/hint-text", shown.question.hint);
}

// A strip with what came of the answer, and what it spoke of.
void show_verdict(const Shown& shown, bool back) {
  Column& column = shown.column();
  const bool right = shown.state.right;
  const Color color = right ? column.screen().colors.good : column.screen().colors.bad;
  column.begin_inset(right ? Tone::good : Tone::bad);
  column.paragraph(shown.key + "/verdict", right  ? "✓ **Right.**"
                                           : back ? "✗ **Not this time.**"
                                                  : "✗ **Not this time.** It will come back once.");
  if (!right && !shown.state.misconceptions.empty()) {
    column.remark(shown.key + "/belief", Icon::warn, color,
                  "You seem to believe: “" + shown.state.misconceptions.front() + "”");
  }
  column.end_inset();
}

// One that comes back has a place of its own at the end.
bool was_right(const tutor::Quiz& quiz, std::size_t place) {
  const tutor::QuestionState& state = quiz.states[static_cast<std::size_t>(quiz.asking[place])];
  return state.right && (!state.again || place >= quiz.items.size());
}

// A bead a question: right, wrong, asked now, to come. While nothing is said of answers they are
// only given.
void show_beads(Column& column, const tutor::Quiz& quiz, std::string_view place) {
  constexpr float kPitch = 24;
  const std::size_t count = quiz.asking.size();
  const float pitch = std::min(kPitch, column.width() / static_cast<float>(count));
  const float radius = std::min(9.0f, pitch / 2 - 1.5f);
  std::string words = "Answered: " + std::to_string(quiz.asked) + " of " + std::to_string(count);
  if (!quiz.feedback_at_end && quiz.asked > 0) {
    words += "; ";
    for (std::size_t i = 0; i < static_cast<std::size_t>(quiz.asked); ++i) {
      words += (i > 0 ? ", " : "") + std::string(was_right(quiz, i) ? "right" : "not right");
    }
  }
  const Screen& screen = column.screen();
  const float aside = text_width(screen, place, size::kSmall) + 2;
  const bool is_beside = pitch * static_cast<float>(count) + aside + 12 < column.width();
  Column beside = column.within(column.x() + column.width() - aside, column.y(), aside);
  const Rect rect = column.picture("questions/beads", words, 2 * radius + 2);
  (is_beside ? beside : column).paragraph("questions/place", place, Tone::muted, size::kSmall);
  const Palette& c = screen.colors;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < count; ++i) {
    const float x = rect.x + radius + 1 + pitch * static_cast<float>(i);
    const float y = rect.y + radius + 1;
    const tutor::QuestionState& state = quiz.states[static_cast<std::size_t>(quiz.asking[i])];
    const bool is_now = static_cast<int>(i) == quiz.asked;
    const bool is_judged =
        static_cast<int>(i) < quiz.asked + (state.answered ? 1 : 0) && !quiz.feedback_at_end;
    if (is_judged) {
      const bool right = was_right(quiz, i);
      draw_disc(screen, right ? Icon::check : Icon::cross, x, y, radius,
                right ? c.good_soft : c.bad_soft, right ? c.good : c.bad);
      draw.AddCircle(screen.at(x, y), radius - 0.5f, right ? c.good : c.bad, 0, is_now ? 2 : 1.25f);
    } else if (is_now || static_cast<int>(i) < quiz.asked) {
      draw.AddCircleFilled(screen.at(x, y), radius, is_now ? c.accent : c.control);
    } else {
      draw.AddCircle(screen.at(x, y), radius - 0.5f, c.control, 0, 1.25f);
    }
  }
}

// The system that the stage is about, unless it is on the screen as it runs.
void show_system(const Page& page, int stage) {
  if (!page.tutor.room_run.is_empty()) return;
  constexpr float kHeight = 132;
  for (const tutor::StageEntry& entry : page.tutor.lessons) {
    if (entry.stage != stage || entry.failing.parts.empty()) continue;
    const std::string words = "Stage " + std::to_string(stage) + ": " + entry.title;
    const Rect rect = page.column.picture(
        "questions/system", words + ". Its system: " + words_of(entry.failing), kHeight);
    const Screen& screen = page.column.screen();
    fill_rect(screen, rect, screen.colors.pane, size::kCardRound);
    draw_text(screen, rect.x + 12, rect.y + 8,
              fit_text(screen, words, size::kCaption, rect.width - 24), size::kCaption,
              screen.colors.muted);
    draw_miniature(screen, entry.failing,
                   {rect.x + 12, rect.y + 28, rect.width - 24, rect.height - 38});
  }
}

}  // namespace

void show_question(const Page& page, const tutor::Quiz& quiz) {
  const auto asked = quiz.asking.begin() + quiz.asked;
  const auto index = static_cast<std::size_t>(*asked);
  const lesson::Question& question = question_of(page.tutor, quiz.items[index]);
  const tutor::QuestionState& state = quiz.states[index];
  const Shown shown{page, question, state, "question/" + question.id};
  const bool back = std::find(quiz.asking.begin(), asked, *asked) != asked;
  Column& column = page.column;
  show_beads(column, quiz,
             "Question " + std::to_string(quiz.asked + 1) + " of " +
                 std::to_string(quiz.asking.size()) + (back ? ", once more" : ""));
  if (!page.tutor.in_lesson()) show_system(page, quiz.items[index].stage);
  show_body(shown);
  if (!state.given) {
    show_open_buttons(shown);
    return;
  }
  if (!state.answered) {
    column.paragraph(shown.key + "/busy", "The simulator is running it.", Tone::muted);
    return;
  }
  show_verdict(shown, back);
  std::vector<Column::RowButton> row{
      {.key = shown.key + "/next", .label = "Next", .weight = Weight::primary}};
  if (!question.show.empty()) {
    row.push_back({.key = shown.key + "/show", .label = "Run it and see", .icon = Icon::play});
  }
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::NextQuestion{});
  if (pressed == 1) page.act(tutor::ShowAnswer{});
}

void show_answered(const Page& page, const lesson::Question& question,
                   const tutor::QuestionState& state) {
  show_body({page, question, state, "review/" + question.id});
}

}  // namespace tenfold::ui
