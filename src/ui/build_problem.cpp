// A design problem beside the bench: whom to ask what, sums to do first, and the verdict.
#include "tutor/facts.h"
#include "tutor/metric_words.h"
#include "tutor/typed_number.h"
#include "ui/build_sections.h"
#include "ui/diagram_layout.h"
#include "ui/shapes.h"

namespace tenfold::ui {
inline namespace later {
using tutor::Attempt;

void show_problems(const BuildView& view) {
  Column& column = view.column();
  column.heading(3, "A design problem");
  column.paragraph("build/problems",
                   "Design for a customer. Ask, estimate, build; then your design is run against "
                   "its goals, and the load grows tenfold, and tenfold again.",
                   Tone::muted, size::kSmall);
  if (view.state.problems.empty()) {
    column.paragraph("build/problems/none", "The problems are on their way.", Tone::muted);
  }
  for (std::size_t i = 0; i < view.state.problems.size(); ++i) {
    const tutor::ProblemEntry& entry = *view.state.problems[i];
    const std::string key = "build/problem/" + entry.file;
    if (!entry.usable()) {
      column.paragraph(key, to_line(entry.faults.front()), Tone::bad, size::kSmall);
      continue;
    }
    if (column.button(key, entry.problem.title, Weight::soft)) {
      view.page.act(tutor::OpenProblem{static_cast<int>(i)});
    }
    column.paragraph(key + "/brief", "“" + entry.problem.brief.front() + "”", Tone::muted,
                     size::kSmall);
    column.space(4);
  }
}

namespace {

void show_brief(const BuildView& view, const Attempt& attempt) {
  Column& column = view.column();
  const lesson::Problem& problem = attempt.problem();
  column.heading(2, problem.title);
  for (std::size_t i = 0; i < problem.brief.size(); ++i) {
    column.paragraph("build/brief/" + std::to_string(i), "“" + problem.brief[i] + "”");
  }
  column.paragraph("build/unsaid", problem.unsaid, Tone::muted, size::kSmall);
  column.heading(3, "Ask the customer");
  for (std::size_t i = 0; i < problem.asks.size(); ++i) {
    const lesson::Ask& ask = problem.asks[i];
    const std::string key = "build/ask/" + ask.id;
    if (!attempt.asked[i]) {
      if (column.button(key, ask.text, Weight::ghost)) {
        view.page.act(tutor::AskCustomer{static_cast<int>(i)});
      }
      continue;
    }
    column.paragraph(key + "/asked", "**" + ask.text + "** “" + ask.answer + "”");
    if (ask.matters) {
      column.paragraph(key + "/changes", "It decides " + ask.changes + ".", Tone::good,
                       size::kSmall);
    }
  }
}

void show_sums(const BuildView& view, const Attempt& attempt) {
  Column& column = view.column();
  column.heading(3, "Estimate before you draw");
  for (std::size_t i = 0; i < attempt.problem().sums.size(); ++i) {
    const lesson::Sum& sum = attempt.problem().sums[i];
    if (tutor::value_of(attempt, i) <= 0) continue;
    const std::string key = "build/sum/" + std::to_string(i);
    if (const std::optional<std::string> typed =
            column.text_input(key, sum.prompt + " (" + sum.unit + ")", attempt.answers[i])) {
      view.page.act(tutor::AnswerSum{static_cast<int>(i), *typed});
    }
    if (attempt.answers[i].empty()) continue;
    if (!tutor::read_number(attempt.answers[i]).value) {
      column.paragraph(key + "/fault", std::string(tutor::fault_of_number(attempt.answers[i])),
                       Tone::muted, size::kSmall);
      continue;
    }
    const bool right = tutor::is_right(attempt, i);
    column.paragraph(key + "/worked", (right ? "✓ " : "✗ ") + sum.worked,
                     right ? Tone::good : Tone::bad, size::kSmall);
  }
}

void show_levels(const BuildView& view, const Attempt& attempt) {
  Column& column = view.column();
  column.heading(3, "The load");
  std::vector<Column::RowButton> row;
  for (std::size_t i = 0; i < attempt.problem().levels.size(); ++i) {
    const bool is_shown = i == attempt.level;
    row.push_back({.key = "build/level/" + std::to_string(i),
                   .label = attempt.problem().levels[i].label,
                   .weight = is_shown ? Weight::soft : Weight::ghost,
                   .pressed = static_cast<std::int8_t>(is_shown)});
  }
  const int pressed = column.buttons(row);
  if (pressed >= 0 && static_cast<std::size_t>(pressed) != attempt.level) {
    view.page.act(tutor::OpenLevel{pressed});
  }
  column.paragraph("build/level", attempt.at().text);
  std::vector<std::string> goals;
  for (const model::Goal& goal : attempt.at().world.goals) {
    std::string words(tutor::metric_title(goal.metric));
    if (!goal.users.empty()) words += " of " + label_of(attempt.at().world, goal.users);
    words += goal.at_least ? ": at least " : ": at most ";
    goals.push_back(words + tutor::show_metric(goal.metric, goal.limit));
  }
  column.list("build/level/goals", goals);
}

void show_goal_verdicts(Column& column, const design::Verdict& verdict) {
  std::vector<std::vector<Column::TableCell>> rows{
      {{"Goal"}, {"Met, of " + std::to_string(design::kVerdictSeeds)}, {"Worst"}}};
  for (const design::GoalVerdict& one : verdict.goals()) {
    const bool met = one.met >= design::kEnoughSeeds;
    std::string goal(tutor::metric_title(one.goal.metric));
    if (!one.goal.users.empty()) goal += " of " + label_of(verdict.scenario(), one.goal.users);
    rows.push_back({{std::move(goal)},
                    {(met ? "✓ " : "✗ ") + std::to_string(one.met), met ? Tone::good : Tone::bad},
                    {tutor::show_metric(one.goal.metric, one.worst)}});
  }
  column.table("build/verdict/goals", "Over 20 runs", rows);
}

std::string names_of(const model::Scenario& scenario, const std::vector<std::string>& parts) {
  std::string names;
  for (const std::string& part : parts) {
    const std::string label = label_of(scenario, part);
    names += (names.empty() ? "" : ", ") + (label.empty() ? part : label);
  }
  return names;
}

void show_findings(Column& column, const design::Verdict& verdict, const Attempt& attempt) {
  std::vector<std::string> lines;
  for (const design::Spare& spare : verdict.spares()) {
    lines.push_back(names_of(verdict.scenario(), spare.parts) +
                    (spare.survives ? " may die: the goals hold" : " takes the goals down"));
  }
  if (!lines.empty()) {
    column.heading(3, "One part dies");
    column.list("build/verdict/spares", lines);
  }
  if (verdict.is_met()) {
    column.heading(3, "What you did not need");
    std::vector<std::string> needless;
    for (const design::Needless& one : verdict.needless()) {
      needless.push_back("It holds " + one.text + ", and saves " + tutor::show_dollars(one.saves) +
                         " a month");
    }
    if (needless.empty()) needless.emplace_back("Nothing: take any part away, and it fails.");
    column.list("build/verdict/needless", needless);
  }
  column.heading(3, "What it costs");
  column.paragraph("build/verdict/cost", tutor::show_dollars(verdict.cost()) +
                                             " a month; the reference costs " +
                                             tutor::show_dollars(attempt.at().par) + ".");
  column.heading(3, "The interviewer");
  column.list("build/verdict/words", tutor::words_on(attempt));
}

void show_progress(const BuildView& view, const Attempt& attempt) {
  Column& column = view.column();
  const auto made = static_cast<double>(attempt.runs_made());
  const auto most = static_cast<double>(std::max<std::size_t>(attempt.verdict->runs_at_most(), 1));
  column.paragraph("build/judging",
                   tutor::show_count(made) + " of at most " + tutor::show_count(most) + " runs");
  draw_meter(column.screen(), {column.x(), column.y(), column.width(), 6},
             static_cast<float>(made / most), column.screen().colors.accent);
  column.space(14);
  if (column.button("build/cancel", "Stop judging")) view.page.act(tutor::CancelVerdict{});
  // The first round is over: what comes of the goals is known.
  if (!attempt.verdict->goals().empty()) show_goal_verdicts(column, *attempt.verdict);
}

void show_verdict(const BuildView& view, const Attempt& attempt) {
  Column& column = view.column();
  column.heading(2, "The verdict");
  if (attempt.is_judging()) {
    show_progress(view, attempt);
    return;
  }
  const bool can_run = !view.page.tutor.room_run.is_empty();
  if (!attempt.verdict) {
    column.paragraph("build/verdict/why",
                     can_run ? "Your design is run 20 times, each on other requests."
                             : "It is judged as soon as it can run.",
                     Tone::muted, size::kSmall);
    if (column.button("build/judge", "Judge my design", Weight::primary, !can_run)) {
      view.page.act(tutor::AskVerdict{});
    }
    return;
  }
  const design::Verdict& verdict = *attempt.verdict;
  column.begin_inset(verdict.is_met() ? Tone::good : Tone::bad);
  column.heading(3, verdict.is_met() ? "✓ It holds" : "✗ It does not hold");
  column.paragraph("build/verdict/met",
                   "All goals were met in " + std::to_string(verdict.met()) + " of 20 runs.");
  column.end_inset();
  show_goal_verdicts(column, verdict);
  show_findings(column, verdict, attempt);
  const bool has_next = verdict.is_met() && attempt.level + 1 < attempt.problem().levels.size();
  std::vector<Column::RowButton> row{
      {.key = "build/worst", .label = "See the worst moment", .icon = Icon::clock},
      {.key = "build/reference", .label = "Open the reference", .weight = Weight::ghost}};
  if (has_next) {
    row.push_back({.key = "build/next-level",
                   .label = "On to " + attempt.problem().levels[attempt.level + 1].label,
                   .weight = Weight::primary});
  }
  const int pressed = column.buttons(row);
  if (pressed == 0) view.page.act(tutor::ReplayWorst{});
  if (pressed == 1) view.page.act(tutor::OpenReference{});
  if (pressed == 2) view.page.act(tutor::OpenLevel{static_cast<int>(attempt.level) + 1});
}

}  // namespace

void show_problem(const BuildView& view) {
  if (!view.state.attempt) return;
  const Attempt& attempt = *view.state.attempt;
  Column& column = view.column();
  const Column::RowButton back{.key = "build/all-problems",
                               .label = "All problems",
                               .weight = Weight::ghost,
                               .icon = Icon::left};
  if (column.buttons({&back, 1}) == 0) view.page.act(tutor::OpenProblem{-1});
  show_brief(view, attempt);
  show_sums(view, attempt);
  show_levels(view, attempt);
  show_verdict(view, attempt);
}

}  // namespace later
}  // namespace tenfold::ui
