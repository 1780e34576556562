// Scale up or out: the learner argues, the model checks.
#include "tutor/metric_words.h"
#include "ui/room_parts.h"
#include "ui/rooms.h"

namespace tenfold::ui {
inline namespace later {

namespace {

std::vector<std::string> labels_of(const std::vector<lesson::RoomOption>& options) {
  std::vector<std::string> labels;
  for (const lesson::RoomOption& option : options) labels.push_back(option.label);
  return labels;
}

std::string run_in_words(const tutor::WeighRun& run) {
  std::string words;
  for (const model::GoalResult& result : run.results()) {
    words += (words.empty() ? "" : "; ") + std::string(result.met ? "✓ " : "✗ ") +
             tutor::result_in_words(result);
  }
  return words;
}

void show_verdict(Page& page, const lesson::Weighing& weighing) {
  Column& column = page.column;
  const tutor::WeighingState& state = page.tutor.states.of<tutor::ChooseState>().weighing;
  const bool right = tutor::find_run(state, state.answer, 0, state.options[0])->met();
  column.begin_inset(right ? Tone::good : Tone::bad);
  column.heading(3, right ? "✓ It holds" : "✗ It does not hold");
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < weighing.answers.size(); ++i) {
    const tutor::WeighRun* run = tutor::find_run(state, static_cast<int>(i), 0, state.options[0]);
    lines.push_back("**" + weighing.answers[i].label + "**: " + run_in_words(*run));
  }
  column.list("choose/results", lines);
  const auto reason = static_cast<std::size_t>(state.reason);
  const std::string quote = "“" + weighing.conditions[reason].prompt + "” ";
  column.paragraph(
      "choose/reason",
      tutor::decides(state, weighing, state.reason)
          ? "✓ **Your reason counts.** " + quote +
                "Another answer to that alone changes what holds."
          : "✗ **That does not decide it.** " + quote +
                "Whatever the answer to that alone, the same holds and the same fails.");
  column.end_inset();
}

// What holds when one condition alone is another.
void show_limits(Page& page, const lesson::Weighing& weighing) {
  Column& column = page.column;
  const tutor::WeighingState& state = page.tutor.states.of<tutor::ChooseState>().weighing;
  column.heading(3, "Where each stops being right");
  for (std::size_t c = 0; c < weighing.conditions.size(); ++c) {
    const lesson::Condition& condition = weighing.conditions[c];
    std::vector<std::vector<Column::TableCell>> rows(1);
    rows[0].push_back({condition.prompt});
    for (const lesson::RoomOption& answer : weighing.answers) rows[0].push_back({answer.label});
    for (std::size_t o = 0; o < condition.options.size(); ++o) {
      std::vector<Column::TableCell>& row = rows.emplace_back();
      const bool now = state.options[c] == static_cast<int>(o);
      row.push_back({condition.options[o].label + (now ? " (now)" : "")});
      for (std::size_t a = 0; a < weighing.answers.size(); ++a) {
        const bool met =
            tutor::find_run(state, static_cast<int>(a), static_cast<int>(c), static_cast<int>(o))
                ->met();
        row.push_back({met ? "✓ holds" : "✗ fails", met ? Tone::good : Tone::bad});
      }
    }
    column.table("choose/limits/" + condition.id, condition.prompt, rows);
  }
}

}  // namespace

void show_choose(Page& page) {
  const lesson::Room* room = show_room_head(page);
  if (room == nullptr) return;
  const tutor::WeighingState& state = page.tutor.states.of<tutor::ChooseState>().weighing;
  if (state.weighing >= 0) {
    Column& column = page.column;
    std::vector<std::string> titles;
    for (const lesson::Weighing& each : room->weighings) titles.push_back(each.title);
    const int opened =
        show_choice(page, "choose/case", "What is it about?", titles, state.weighing);
    if (opened >= 0) page.act(tutor::OpenWeighing{opened});
    const lesson::Weighing& weighing = room->weighings[static_cast<std::size_t>(state.weighing)];
    column.heading(2, weighing.title);
    show_paragraphs(page, "choose/text", weighing.text);
    std::vector<std::string> reasons;
    for (std::size_t i = 0; i < weighing.conditions.size(); ++i) {
      const lesson::Condition& condition = weighing.conditions[i];
      reasons.push_back(condition.prompt);
      const int chosen = show_choice(page, "choose/" + condition.id, condition.prompt,
                                     labels_of(condition.options), state.options[i]);
      if (chosen >= 0) page.act(tutor::SetCondition{static_cast<int>(i), chosen});
    }
    const int answer = show_choice(page, "choose/answer", "Then I would",
                                   labels_of(weighing.answers), state.answer);
    if (answer >= 0) page.act(tutor::SayAnswer{answer});
    const int reason =
        show_choice(page, "choose/why", "because what decides here is", reasons, state.reason);
    if (reason >= 0) page.act(tutor::SayReason{reason});
    const bool ready = state.answer >= 0 && state.reason >= 0;
    if (column.button("choose/weigh", "Let the model check", Weight::primary,
                      !ready || state.judging)) {
      page.act(tutor::Weigh{});
    }
    if (state.judged()) {
      show_verdict(page, weighing);
      show_limits(page, weighing);
    } else if (state.judging) {
      column.paragraph("choose/busy", "Running every answer, also with each condition changed.",
                       Tone::muted);
    }
  }
  show_sections(page, *room);
}

}  // namespace later
}  // namespace tenfold::ui
