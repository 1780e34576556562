// Goals with what the run on screen comes to, and everything that can go wrong.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "design/trouble.h"
#include "lesson/text.h"
#include "tutor/facts.h"
#include "tutor/knobs.h"
#include "tutor/metric_words.h"
#include "ui/build_sections.h"
#include "ui/shapes.h"
#include "ui/stepper.h"

namespace tenfold::ui {
inline namespace later {
namespace {

using model::Goal;
using model::Metric;

// Limits that one would set: shares come nearer to all, everything else takes round values.
constexpr std::array kShares = {0.5, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999};

bool is_share(Metric metric) {
  return tutor::show_metric(metric, 0.5).find('%') != std::string::npos;
}

std::optional<double> next_limit(const Goal& goal, int direction) {
  if (!is_share(goal.metric)) {
    constexpr model::ParameterInfo kRange{
        .name = "limit", .unit = "", .initial = 1, .low = 1, .high = 1'000'000};
    return tutor::next_value(kRange, goal.limit, direction);
  }
  // What is to be at most so much is written as what is left of all.
  const auto share_at = [&](std::size_t place) {
    return goal.at_least ? kShares[place] : 1 - kShares[kShares.size() - 1 - place];
  };
  std::optional<double> next;
  for (std::size_t i = 0; i < kShares.size(); ++i) {
    const double share = share_at(i);
    const bool is_beyond = direction > 0 ? share > goal.limit + 1e-9 : share < goal.limit - 1e-9;
    if (!is_beyond) continue;
    if (!next || (direction > 0 ? share < *next : share > *next)) next = share;
  }
  return next;
}

Goal usual_goal(Metric metric) {
  Goal goal{.metric = metric, .at_least = false, .limit = 500};
  if (metric == Metric::throughput_rps) goal = {.metric = metric, .at_least = true, .limit = 100};
  if (is_share(metric)) goal.limit = 0.01;
  if (metric == Metric::good_share || metric == Metric::done_share) {
    goal = {.metric = metric, .at_least = true, .limit = 0.99};
  }
  return goal;
}

void show_goal(const BuildView& view, std::size_t index, const std::optional<double>& measured,
               bool is_met) {
  const Goal& goal = view.draft().goals[index];
  Column& column = view.column();
  const std::string key = "build/goal/" + std::to_string(index);
  const std::string title(tutor::metric_title(goal.metric));
  std::string limit =
      (goal.at_least ? "at least " : "at most ") + tutor::show_metric(goal.metric, goal.limit);
  std::string now = "**" + title + "**";
  if (!goal.users.empty()) now += " of " + design::name_of(view.draft(), goal.users);
  if (measured) {
    now += (is_met ? ": ✓ " : ": ✗ ") + tutor::show_metric(goal.metric, *measured);
  }
  column.paragraph(key, now, !measured ? Tone::normal : is_met ? Tone::good : Tone::bad);
  const std::optional<double> less = next_limit(goal, -1);
  const std::optional<double> more = next_limit(goal, 1);
  const int steps = show_stepper(column, key + "/limit",
                                 {.words = "Limit",
                                  .value = std::move(limit),
                                  .less = title + ": a lower limit",
                                  .more = title + ": a higher limit",
                                  .can_less = less.has_value(),
                                  .can_more = more.has_value()});
  if (steps != 0) {
    Goal changed = goal;
    changed.limit = steps < 0 ? *less : *more;
    view.edit(design::PutGoal{index, changed});
  }
  const Column::RowButton gone{.key = key + "/remove",
                               .label = "Remove",
                               .weight = Weight::ghost,
                               .name = "Remove the goal " + title,
                               .icon = Icon::cross};
  if (column.buttons({&gone, 1}) == 0) view.edit(design::RemoveGoal{index});
}

void show_more_goals(const BuildView& view) {
  std::vector<Column::RowButton> row;
  std::vector<Metric> metrics;
  for (std::size_t i = 0; i < model::kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    const auto& goals = view.draft().goals;
    const bool is_there = std::any_of(goals.begin(), goals.end(), [metric](const Goal& goal) {
      return goal.metric == metric && goal.users.empty();
    });
    if (is_there) continue;
    row.push_back({.key = "build/goal/add/" + std::string(model::metric_name(metric)),
                   .label = std::string(tutor::metric_title(metric)),
                   .weight = Weight::ghost,
                   .icon = Icon::plus});
    metrics.push_back(metric);
  }
  view.column().heading(3, "One more goal");
  const int pressed = view.column().buttons(row);
  if (pressed < 0) return;
  view.edit(design::PutGoal{view.draft().goals.size(),
                            usual_goal(metrics[static_cast<std::size_t>(pressed)])});
}

void show_length(const BuildView& view) {
  constexpr model::ParameterInfo kSeconds{
      .name = "duration", .unit = "s", .initial = 60, .low = 5, .high = 600};
  const double now = view.draft().duration_s;
  const std::optional<double> less = tutor::next_value(kSeconds, now, -1);
  const std::optional<double> more = tutor::next_value(kSeconds, now, 1);
  const int steps = show_stepper(view.column(), "build/duration",
                                 {.words = "The run takes",
                                  .value = tutor::show_clock(now),
                                  .less = "A shorter run",
                                  .more = "A longer run",
                                  .can_less = less.has_value(),
                                  .can_more = more.has_value()});
  if (steps == 0) return;
  view.edit(
      design::SetTimes{.duration_s = steps < 0 ? *less : *more, .warmup_s = view.draft().warmup_s});
}

std::string change_in_words(const BuildView& view, const model::TimedChange& timed) {
  const std::string name = design::name_of(view.draft(), timed.change.part);
  std::string words = tutor::show_clock(timed.at_s) + ": ";
  switch (timed.change.kind) {
    case model::Change::Kind::kill:
      return words + name + " dies";
    case model::Change::Kind::heal:
      return words + name + " comes back";
    case model::Change::Kind::set:
      break;
  }
  const model::Setting& setting = timed.change.setting;
  const std::string value = setting.text.empty() ? tutor::show_count(setting.number) : setting.text;
  return words + name + ": " + setting.name + " " + value;
}

// What happens by itself in the run, each with a way to another time, or away.
void show_planned(const BuildView& view) {
  const std::vector<model::TimedChange>& changes = view.draft().changes;
  if (changes.empty()) return;
  Column& column = view.column();
  column.heading(3, "Planned");
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::string key = "build/change/" + std::to_string(i);
    const std::string words = change_in_words(view, changes[i]);
    const int steps = show_stepper(column, key,
                                   {.words = "At",
                                    .value = words,
                                    .less = "Earlier: " + words,
                                    .more = "Later: " + words,
                                    .can_less = changes[i].at_s >= 1,
                                    .can_more = changes[i].at_s + 1 < view.draft().duration_s});
    if (steps != 0) view.edit(design::MoveChange{i, changes[i].at_s + steps});
    const Column::RowButton gone{.key = key + "/remove",
                                 .label = "Remove",
                                 .weight = Weight::ghost,
                                 .name = "Remove what happens at " + words,
                                 .icon = Icon::cross};
    if (column.buttons({&gone, 1}) == 0) view.edit(design::RemoveChange{i});
  }
}

}  // namespace

void show_build_goals(const BuildView& view) {
  const tutor::Run& run = view.page.tutor.room_run;
  const std::vector<Goal>& goals = view.draft().goals;
  std::vector<model::GoalResult> results;
  if (!run.is_empty() && run.now() > 0) results = model::judge(goals, run.system().totals());
  view.column().paragraph("build/goals",
                          results.empty()
                              ? "What your system is to be good for. Play, and see whether it is."
                              : "What the run comes to so far. A verdict needs a whole run.",
                          Tone::muted, size::kSmall);
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const bool is_known = i < results.size();
    show_goal(view, i, is_known ? std::optional(results[i].measured) : std::nullopt,
              is_known && results[i].met);
  }
  show_length(view);
  show_more_goals(view);
}

void show_trouble(const BuildView& view) {
  Column& column = view.column();
  const design::Draft& draft = view.draft();
  const tutor::Run& run = view.page.tutor.room_run;
  const bool may_now = run.may_touch() && run.now() > 0;
  column.paragraph("build/trouble",
                   "Every system is whole until something breaks. Choose what happens, now or at "
                   "a moment of the run.",
                   Tone::muted, size::kSmall);
  show_planned(view);
  for (std::size_t t = 0; t < design::kTroubles.size(); ++t) {
    const design::Trouble trouble = design::kTroubles[t];
    // What is over by itself has two moments, and so is planned.
    const bool now = may_now && trouble != design::Trouble::restart;
    const std::vector<std::string> targets = design::targets_of(draft, trouble);
    if (targets.empty()) continue;
    const std::string what = lesson::capitalised(std::string(design::trouble_name(trouble)));
    column.heading(3, what);
    std::vector<Column::RowButton> row;
    for (const std::string& target : targets) {
      const std::string name = design::name_of(draft, target);
      const std::string key = "build/trouble/" + std::to_string(t) + "/" + target;
      const std::string when = now ? " now" : " at a third of the run";
      row.push_back(
          {.key = key, .label = name, .weight = Weight::ghost, .name = what + ": " + name + when});
    }
    const int pressed = column.buttons(row);
    if (pressed < 0) continue;
    view.page.act(tutor::MakeTrouble{static_cast<int>(t),
                                     targets[static_cast<std::size_t>(pressed)],
                                     now ? -1 : std::floor(draft.duration_s / 3)});
  }
}

}  // namespace later
}  // namespace tenfold::ui
