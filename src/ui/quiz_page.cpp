// The quiz: its set-up, the questions one by one, and what they say about the learner.
#include <algorithm>
#include <array>
#include <string>

#include "lesson/stages.h"
#include "tutor/quiz.h"
#include "tutor/quiz_room.h"
#include "ui/question_view.h"
#include "ui/rooms.h"
#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {

namespace {

constexpr std::array<int, 3> kLengths = {5, 10, 20};

std::string counted(int count, std::string_view one, std::string_view more) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : more);
}

// The choice among texts; -1 or the one just taken.
int choose(Column& column, std::string_view key, std::string_view name,
           const std::vector<std::string>& texts, int chosen) {
  column.paragraph(std::string(key) + "/name", "**" + std::string(name) + "**");
  std::vector<Column::Option> items;
  for (const std::string& text : texts) {
    items.push_back(
        {.text = text, .note = {}, .checked = static_cast<int>(items.size()) == chosen});
  }
  return column.options(key, name, items);
}

void choose_stage(Page& page) {
  std::vector<std::string> texts{"All stages, mixed"};
  std::vector<int> stages{0};
  for (const tutor::StageEntry* entry : tutor::stages_of(page.tutor)) {
    if (!entry->usable()) continue;
    texts.push_back("Stage " + lesson::stage_name(entry->stage) + ": " + entry->title);
    stages.push_back(entry->stage);
  }
  const auto now = std::find(stages.begin(), stages.end(),
                             page.tutor.states.of<tutor::QuizRoomState>().setup.stage);
  const int taken = choose(page.column, "quiz/stage", "Questions from", texts,
                           static_cast<int>(now - stages.begin()));
  if (taken >= 0) page.act(tutor::SetQuizStage{stages[static_cast<std::size_t>(taken)]});
}

void show_setup(Page& page) {
  Column& column = page.column;
  const tutor::QuizSetup& setup = page.tutor.states.of<tutor::QuizRoomState>().setup;
  column.heading(1, "Quiz");
  const auto size = static_cast<int>(tutor::bank(page.tutor, setup.stage).size());
  column.paragraph("quiz/about",
                   counted(size, "question", "questions") +
                       " to draw from. Take your time; some are answered by the simulator, with "
                       "numbers that are new each time.",
                   Tone::muted);
  if (column.button("quiz/begin", "Begin", Weight::primary, size == 0)) {
    page.act(tutor::BeginQuiz{});
  }
  choose_stage(page);
  std::vector<std::string> lengths;
  for (const int length : kLengths) lengths.push_back(counted(length, "question", "questions"));
  const auto now = std::find(kLengths.begin(), kLengths.end(), setup.length);
  const int length =
      choose(column, "quiz/length", "Length", lengths, static_cast<int>(now - kLengths.begin()));
  if (length >= 0) {
    page.act(tutor::SetQuizLength{kLengths[static_cast<std::size_t>(length)]});
  }
  const int feedback = choose(column, "quiz/feedback", "Feedback",
                              {"After each answer; a wrong one comes back once", "At the end"},
                              setup.feedback_at_end ? 1 : 0);
  if (feedback >= 0) page.act(tutor::SetFeedbackAtEnd{feedback == 1});
}

void show_scores(Page& page, const tutor::QuizResults& results) {
  Column& column = page.column;
  std::vector<std::vector<Column::TableCell>> rows{{{"Stage"}, {"Right at once"}}};
  std::vector<Column::RowButton> row;
  for (const tutor::StageScore& score : results.stages) {
    const std::string stage = "Stage " + lesson::stage_name(score.stage);
    rows.push_back({{stage}, {std::to_string(score.right) + " of " + std::to_string(score.asked)}});
    row.push_back({"quiz/open/" + lesson::stage_name(score.stage), "Open " + stage});
  }
  column.table("quiz/stages", "By stage", rows);
  const int pressed = column.buttons(row);
  if (pressed >= 0) {
    page.act(tutor::OpenStage{results.stages[static_cast<std::size_t>(pressed)].stage});
  }
}

void show_misbeliefs(Page& page, const tutor::QuizResults& results) {
  if (results.misbeliefs.empty()) return;
  page.column.heading(2, "What to look at again");
  std::vector<std::string> lines;
  for (const tutor::Misbelief& belief : results.misbeliefs) {
    std::string line =
        "“" + belief.misconception + "”: " + counted(belief.times, "time", "times") + ", in stage ";
    for (std::size_t i = 0; i < belief.stages.size(); ++i) {
      line += (i > 0 ? " and " : "") + lesson::stage_name(belief.stages[i]);
    }
    lines.push_back(std::move(line));
  }
  page.column.paragraph("quiz/beliefs/intro", "Your wrong answers spoke of these beliefs:");
  page.column.list("quiz/beliefs", lines);
}

// With feedback at the end this is where it is given.
void show_review(Page& page, const tutor::Quiz& quiz) {
  for (std::size_t i = 0; i < quiz.items.size(); ++i) {
    const tutor::QuestionState& state = quiz.states[i];
    page.column.heading(
        2, "Question " + std::to_string(i + 1) + (state.right ? ": ✓ right" : ": ✗ not right"));
    show_answered(page, question_of(page.tutor, quiz.items[i]), state);
  }
}

// The score in words, and as the mark with so many of its dots filled.
void show_mark(Column& column, const tutor::QuizResults& results) {
  constexpr float kMark = 92;
  const std::string score = std::to_string(results.right) + " of " + std::to_string(results.asked);
  Column words = column.within(column.x(), column.y(), column.width() - kMark);
  words.heading(1, "Quiz: your results");
  Column mark = column.within(column.x() + column.width() - kMark, column.y(), kMark);
  const Rect rect = mark.picture("quiz/mark", score + " right at once", kMark);
  draw_brand_mark(column.screen(), rect.x, rect.y, kMark,
                  results.asked > 0 ? results.right * 10 / results.asked : 0);
  words.paragraph("quiz/sum", "**" + score + "**", Tone::normal, 34);
  column.space(std::max(words.y(), mark.y()) - column.y());
}

void show_results(Page& page) {
  Column& column = page.column;
  const tutor::Quiz& quiz = page.tutor.states.of<tutor::QuizRoomState>().quiz;
  const tutor::QuizResults results = tutor::results_of(quiz);
  show_mark(column, results);
  std::string score =
      std::to_string(results.right) + " of " + std::to_string(results.asked) + " right at once";
  if (results.right_later > 0) {
    score += ", " + std::to_string(results.right_later) + " more when they came back";
  }
  column.paragraph("quiz/score", score + ".", Tone::muted);
  const int missed = results.asked - results.right;
  std::vector<Column::RowButton> row{{"quiz/again", "Another quiz", Weight::primary}};
  if (missed > 0) {
    row.push_back({"quiz/missed", "Try the " + counted(missed, "missed one", "missed ones")});
  }
  row.push_back({"quiz/back", "Back to the lesson"});
  const int pressed = column.buttons(row);
  if (pressed == 0) page.act(tutor::LeaveQuiz{});
  if (pressed == 1 && missed > 0) page.act(tutor::BeginMissed{});
  if (pressed == static_cast<int>(row.size()) - 1) {
    page.act(tutor::GoToRoom{&tutor::kLessonRoom});
  }
  show_scores(page, results);
  show_misbeliefs(page, results);
  if (quiz.feedback_at_end) show_review(page, quiz);
}

}  // namespace

void show_quiz(Page& page) {
  const tutor::Quiz& quiz = page.tutor.states.of<tutor::QuizRoomState>().quiz;
  page.place = quiz.items.empty() ? 0 : quiz.asked + 1;
  if (quiz.items.empty()) {
    show_setup(page);
  } else if (quiz.over()) {
    show_results(page);
  } else {
    page.column.heading(1, "Quiz");
    show_question(page, quiz);
    if (page.column.button("quiz/stop", "End this quiz", Weight::ghost))
      page.act(tutor::LeaveQuiz{});
  }
}

}  // namespace later
}  // namespace tenfold::ui
