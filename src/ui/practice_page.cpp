// The sections in which the learner acts: the challenge and the questions.
#include <algorithm>
#include <string>

#include "tutor/metric_words.h"
#include "ui/diagram_layout.h"
#include "ui/lesson_page.h"
#include "ui/question_view.h"

namespace tenfold::ui {

using tutor::Step;

namespace {

std::string goal_in_words(const model::Goal& goal, const model::Scenario& scenario) {
  return std::string(tutor::metric_title(goal.metric)) +
         (goal.users.empty() ? "" : " (" + label_of(scenario, goal.users) + ")") + ": " +
         (goal.at_least ? "at least " : "at most ") + tutor::show_metric(goal.metric, goal.limit);
}

void show_hints(Page& page) {
  Column& column = page.column;
  const lesson::Challenge& challenge = page.lesson.challenge;
  const int open = page.at().challenge.hints;
  const int count = static_cast<int>(challenge.hints.size());
  for (int i = 0; i < open && i < count; ++i) {
    column.paragraph("hint/" + std::to_string(i),
                     "**Hint " + std::to_string(i + 1) + ".** " +
                         tutor::filled(page.tutor, challenge.hints[static_cast<std::size_t>(i)]));
  }
  std::vector<Column::RowButton> row;
  if (open < count) {
    row.push_back(
        {"challenge/hint", "Hint " + std::to_string(open + 1) + " of " + std::to_string(count)});
  } else {
    row.push_back({"challenge/solution", "Show the worked solution"});
  }
  if (column.buttons(row) == 0) {
    if (open < count) {
      page.act(tutor::OpenHint{});
    } else {
      page.act(tutor::ShowSolution{});
    }
  }
}

// The line as far as it says what it is about.
std::string about(const std::string& text) {
  return text.substr(0, std::min(text.find(": "), text.find("; ")));
}

// A line and, where it names a moment, the way there. The way leads through the run that the
// debrief is of, so it is closed while another is on screen.
void show_debrief_line(Page& page, const std::string& key, const tutor::DebriefLine& line) {
  page.column.paragraph(key, line.text);
  if (!line.at_s) return;
  const tutor::Run& run = page.at().run;
  const std::string label = "Go to " + tutor::show_clock(*line.at_s);
  const Column::RowButton way{
      .key = key + "/go",
      .label = label,
      .disabled = run.purpose != tutor::Run::Purpose::challenge || !run.settled,
      .name = label + ": " + about(line.text)};
  if (page.column.buttons({&way, 1}) < 0) return;
  page.act(tutor::GoTo{*line.at_s});
  const tutor::Selection part{.track = 0, .part = line.part};
  if (!line.part.empty() && run.selected != part) page.act(tutor::SelectPart{0, line.part});
}

void show_result(Page& page) {
  Column& column = page.column;
  const tutor::ChallengeState& state = page.at().challenge;
  const Tone tone = state.met ? Tone::good : Tone::bad;
  column.begin_inset(tone);
  column.heading(3, state.met ? "✓ Goal met" : "✗ Not yet");
  column.paragraph("challenge/verdict", state.verdict);
  for (std::size_t i = 0; i < state.results.size(); ++i) {
    const model::GoalResult& result = state.results[i];
    column.paragraph("challenge/goal/" + std::to_string(i),
                     std::string(result.met ? "✓ " : "✗ ") +
                         goal_in_words(result.goal, page.lesson.scenario) + ". It was " +
                         tutor::show_metric(result.goal.metric, result.measured) + ".",
                     result.met ? Tone::good : Tone::bad);
  }
  column.heading(3, "Your run");
  for (std::size_t i = 0; i < state.debrief.size(); ++i) {
    show_debrief_line(page, child_key("challenge/debrief", i), state.debrief[i]);
  }
  if (!state.best_change.empty()) column.paragraph("challenge/best", state.best_change);
  column.end_inset();
}

}  // namespace

void show_challenge(Page& page) {
  Column& column = page.column;
  const lesson::Challenge& challenge = page.lesson.challenge;
  const tutor::ChallengeState& state = page.at().challenge;
  const bool open = tutor::challenge_is_open(page.at());
  column.heading(2, challenge.title);
  page.say("challenge", challenge.text);
  std::vector<std::string> goals;
  for (const model::Goal& goal : challenge.goals)
    goals.push_back(goal_in_words(goal, page.lesson.scenario));
  column.list("challenge/goals", goals);
  for (std::size_t d = 0; d < challenge.decisions.size(); ++d) {
    const lesson::Decision& decision = challenge.decisions[d];
    const std::string key = "decision/" + decision.id;
    column.paragraph(key + "/prompt", "**" + decision.prompt + "**");
    std::vector<Column::Option> items;
    for (std::size_t o = 0; o < decision.options.size(); ++o) {
      Column::Option item;
      item.text = decision.options[o].label;
      item.checked = d < state.chosen.size() && state.chosen[d] == static_cast<int>(o);
      items.push_back(std::move(item));
    }
    const int chosen = column.options(key, decision.prompt, items, false, !open);
    if (chosen >= 0) page.act(tutor::Choose{static_cast<int>(d), chosen});
  }
  if (column.button("challenge/run",
                    state.ran ? "Run again with these choices" : "Run with these choices",
                    state.met ? Weight::plain : Weight::primary, !open)) {
    page.act(tutor::RunChallenge{});
  }
  const tutor::Run& run = page.at().run;
  const bool runs =
      run.purpose == tutor::Run::Purpose::challenge && run.is_moving() && !run.settled;
  if (runs) {
    column.paragraph("challenge/busy", "Running.", Tone::muted);
    if (column.button("challenge/skip", "Skip to the end")) page.act(tutor::FinishRun{});
  }
  if (state.ran) show_result(page);
  show_hints(page);
  if (state.ran) page.proceed(Step::challenge, "What did it make worse?");
}

void show_questions(Page& page) {
  Column& column = page.column;
  column.heading(2, "Questions");
  const tutor::Quiz& quiz = page.at().quiz;
  if (!quiz.over()) {
    show_question(page, quiz);
    return;
  }
  const auto right = std::count_if(quiz.states.begin(), quiz.states.end(),
                                   [](const tutor::QuestionState& state) { return state.right; });
  column.paragraph("questions/score", std::to_string(right) + " of " +
                                          std::to_string(quiz.items.size()) +
                                          " answered rightly in the end.");
  page.proceed(Step::questions, "What breaks next?");
}

}  // namespace tenfold::ui
