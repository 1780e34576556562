// Each kind of question by its own measure.
#include "tutor/judging.h"

#include <cmath>

#include "tutor/outcome.h"
#include "tutor/typed_number.h"

namespace tenfold::tutor {
namespace {

using lesson::Question;
using Kind = Question::Kind;

void believe(QuestionState& state, const std::string& misconception) {
  if (!misconception.empty()) state.misconceptions.push_back(misconception);
}

void judge_options(const Question& question, QuestionState& state) {
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (state.marked[i] == state.truth[i]) continue;
    state.right = false;
    if (state.marked[i]) believe(state, question.options[i].misconception);
  }
}

void judge_order(const Question& question, QuestionState& state) {
  for (std::size_t i = 0; i < state.order.size(); ++i) {
    const auto item = static_cast<std::size_t>(state.order[i]);
    state.truth[item] = item == i;
    if (item != i) state.right = false;
  }
  if (!state.right) believe(state, question.misconception);
}

void judge_side(const Question& question, QuestionState& state, Side side) {
  state.right = side == Side::right;
  const lesson::Missed& missed = side == Side::low ? question.when_low : question.when_high;
  state.verdict = fill(state.right ? question.when_right : missed.reason, state.facts);
  if (!state.right) believe(state, missed.misconception);
}

}  // namespace

void judge(const Question& question, QuestionState& state, const std::vector<JobResult>& trials) {
  Outcome outcome;
  if (question.computed()) {
    outcome = outcome_of(question, trials);
    add_facts(state.facts, "", outcome.facts);
  }
  state.answered = true;
  state.right = true;
  state.truth.resize(question.options.size());
  switch (question.kind) {
    case Kind::one:
    case Kind::several:
      for (std::size_t i = 0; i < question.options.size(); ++i) {
        state.truth[i] = question.options[i].right;
      }
      judge_options(question, state);
      break;
    case Kind::simulated:
    case Kind::bottleneck:
    case Kind::weak_point:
      state.truth = outcome.right;
      judge_options(question, state);
      if (state.right) state.verdict = fill(question.when_right, state.facts);
      break;
    case Kind::order:
      judge_order(question, state);
      break;
    case Kind::number:
      judge_side(question, state,
                 side_of({read_number(state.typed).value.value_or(0)}, outcome.value,
                         question.tolerance * std::abs(outcome.value[0])));
      break;
    case Kind::draw:
      state.drawing.run = outcome.value;
      judge_side(question, state, side_of(question.curve, state.drawing));
      break;
  }
}

}  // namespace tenfold::tutor
