// Asking, judging and asking again: options shuffled by seed, values drawn afresh, computed answers
// found by running, a wrong answer coming back once.
#include "tutor/question_actions.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <numeric>

#include "sim/random.h"
#include "tutor/action.h"
#include "tutor/judging.h"
#include "tutor/outcome.h"
#include "tutor/quiz.h"
#include "tutor/tutor.h"
#include "tutor/typed_number.h"

namespace tenfold::tutor {
namespace {

using lesson::Question;
using Kind = Question::Kind;

// The question asked now and what became of it.
struct Asked {
  Quiz* quiz = nullptr;
  const lesson::Lesson* lesson = nullptr;
  const Question* question = nullptr;
  QuestionState* state = nullptr;
};

Asked asked_now(Tutor& tutor) {
  Quiz* quiz = quiz_now(tutor);
  if (quiz == nullptr || quiz->over()) return {};
  const auto item = static_cast<std::size_t>(quiz->asking[static_cast<std::size_t>(quiz->asked)]);
  const QuizItem& what = quiz->items[item];
  const lesson::Lesson& lesson = lesson_of(tutor, what);
  return {.quiz = quiz,
          .lesson = &lesson,
          .question = &lesson.questions[static_cast<std::size_t>(what.question)],
          .state = &quiz->states[item]};
}

// The same, while its answer is still open.
Asked open_now(Tutor& tutor) {
  const Asked asked = asked_now(tutor);
  return asked.state == nullptr || asked.state->given ? Asked{} : asked;
}

void reset(QuestionState& state, const Question& question, std::uint64_t seed) {
  QuestionState fresh;
  fresh.again = state.again;
  fresh.misconceptions = std::move(state.misconceptions);
  state = std::move(fresh);
  const std::uint64_t round = state.again ? 1 : 0;
  sim::Random random = draws_for(seed, question.id, round);
  state.order.resize(question.options.size());
  std::iota(state.order.begin(), state.order.end(), 0);
  shuffle(state.order, random);
  // What is to be put in order does not begin so.
  if (question.kind == Kind::order && std::is_sorted(state.order.begin(), state.order.end())) {
    std::rotate(state.order.begin(), state.order.begin() + 1, state.order.end());
  }
  state.marked.assign(question.options.size(), false);
  if (question.computed()) {
    const auto rounds = static_cast<std::uint32_t>(question.rounds.size());
    // One that comes back has other values, where there are any.
    const std::uint32_t first = draws_for(seed, question.id + "/fresh", 0).below(rounds);
    state.round = static_cast<int>((first + round) % rounds);
    state.facts = fresh_facts(question, state.round);
  }
  state.drawing = blank_drawing(question.curve);
}

void note_answer(Progress& progress, const Question& question, bool right) {
  AnswerProgress& entry = entry_of(progress, question.id, question.content);
  ++(right ? entry.right : entry.wrong);
}

void show_scenario(Tutor& tutor, const Asked& asked, bool playable) {
  const lesson::Lesson& lesson = *asked.lesson;
  const lesson::Variant* variant = lesson::find_variant(lesson, asked.question->show);
  if (variant == nullptr) return;
  const model::Scenario scenario =
      lesson::question_scenario(lesson, *asked.question, asked.state->round);
  if (!tutor.in_lesson()) {
    show_in_room(tutor, variant->label, scenario, playable);
    set_speed(tutor.room_run, lesson.speed);
    return;
  }
  const auto purpose = playable ? Run::Purpose::variant : Run::Purpose::look;
  begin(tutor.at.run, purpose, variant->label, scenario, tutor.at.seed);
  tutor.at.run.playing = playable;
}

void on(Tutor& tutor, const Mark& mark) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr || mark.option < 0) return;
  std::vector<bool>& marked = asked.state->marked;
  const auto index = static_cast<std::size_t>(mark.option);
  if (index >= marked.size() || asked.question->kind == Kind::order) return;
  const bool now = !asked.question->takes_several() || !marked[index];
  if (!asked.question->takes_several()) marked.assign(marked.size(), false);
  marked[index] = now;
}

void on(Tutor& tutor, const MoveItem& move) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr || asked.question->kind != Kind::order) return;
  if (std::abs(move.by) != 1) return;
  std::vector<int>& order = asked.state->order;
  const int count = static_cast<int>(order.size());
  if (move.position < 0 || move.position >= count) return;
  const int other = move.position + move.by;
  if (other < 0 || other >= count) return;
  std::swap(order[static_cast<std::size_t>(move.position)], order[static_cast<std::size_t>(other)]);
}

void on(Tutor& tutor, const TypeNumber& typed) {
  constexpr std::size_t kLongest = 30;
  const Asked asked = open_now(tutor);
  if (asked.state != nullptr) asked.state->typed = typed.text.substr(0, kLongest);
}

void on(Tutor& tutor, const DrawPoint& draw) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr) return;
  draw_point(asked.state->drawing, asked.question->curve, draw.point, draw.value);
}

void on(Tutor& tutor, const ShowHint&) {
  if (const Asked asked = asked_now(tutor); asked.state != nullptr) asked.state->hint = true;
}

void on(Tutor& tutor, const GiveAnswer&) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr || !can_answer(*asked.question, *asked.state)) return;
  asked.state->given = true;
  settle_question(tutor);
}

void on(Tutor& tutor, const NextQuestion&) {
  const Asked asked = asked_now(tutor);
  if (asked.state == nullptr || !asked.state->answered) return;
  ++asked.quiz->asked;
  put_question(tutor, *asked.quiz);
}

void on(Tutor& tutor, const ShowAnswer&) {
  const Asked asked = asked_now(tutor);
  if (asked.state != nullptr && asked.state->answered) show_scenario(tutor, asked, true);
}

void settle(Tutor& tutor, const Asked& asked) {
  Quiz& quiz = *asked.quiz;
  QuestionState& state = *asked.state;
  std::vector<JobResult> results;
  for (const Ticket& trial : quiz.trials) results.push_back(*trial->result);
  judge(*asked.question, state, results);
  quiz.trials.clear();
  note_answer(tutor.progress, *asked.question, state.right);
  tutor.progress_changed = true;
  const bool missed_first = !state.right && !state.again;
  state.again = state.again || missed_first;
  if (quiz.feedback_at_end) {
    on(tutor, NextQuestion{});
    return;
  }
  if (missed_first) quiz.asking.push_back(quiz.asking[static_cast<std::size_t>(quiz.asked)]);
  if (asked.question->on_diagram()) run_now(tutor).purpose = Run::Purpose::variant;
  say(tutor, state.right ? "Right." : "Not this time.");
}

}  // namespace

void put_question(Tutor& tutor, Quiz& quiz) {
  assert(&quiz == quiz_now(tutor));
  quiz.trials.clear();
  const Asked asked = asked_now(tutor);
  if (asked.state == nullptr) return;
  reset(*asked.state, *asked.question, quiz.seed);
  if (asked.question->computed()) {
    for (Job& trial :
         trials_of(*asked.lesson, *asked.question, asked.state->round, tutor.at.seed)) {
      quiz.trials.push_back(tutor.jobs.ask(std::move(trial), Jobs::Turn::first));
    }
  }
  if (!tutor.in_lesson()) clear(tutor.room_run);
  show_question(tutor);
}

void show_question(Tutor& tutor) {
  const Asked asked = asked_now(tutor);
  if (asked.state != nullptr && asked.question->on_diagram()) {
    show_scenario(tutor, asked, asked.state->answered);
  }
}

bool can_answer(const Question& question, const QuestionState& state) {
  switch (question.kind) {
    case Kind::order:
      return true;
    case Kind::number:
      return read_number(state.typed).value.has_value();
    case Kind::draw:
      return state.drawing.drew;
    default:
      break;
  }
  return std::find(state.marked.begin(), state.marked.end(), true) != state.marked.end();
}

void settle_question(Tutor& tutor) {
  const Asked asked = asked_now(tutor);
  if (asked.state == nullptr || !asked.state->given || asked.state->answered) return;
  const std::vector<Ticket>& trials = asked.quiz->trials;
  const bool all_made = std::all_of(trials.begin(), trials.end(),
                                    [](const Ticket& trial) { return trial->result.has_value(); });
  if (all_made) settle(tutor, asked);
}

void act_on_question(Tutor& tutor, const Action& action) {
  deal_with<QuestionAction>(action, [&](const auto& own) { on(tutor, own); });
}

Pick pick_of_question(const Tutor& tutor, std::string_view part) {
  const Quiz* quiz = quiz_now(tutor);
  if (quiz == nullptr || quiz->over()) return {};
  const auto item = static_cast<std::size_t>(quiz->asking[static_cast<std::size_t>(quiz->asked)]);
  const Question& question = question_of(tutor, quiz->items[item]);
  const QuestionState& state = quiz->states[item];
  if (!question.on_diagram() || state.given) return {};
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (question.options[i].part != part) continue;
    return {.option = static_cast<int>(i), .marked = state.marked[i]};
  }
  return {};
}

}  // namespace tenfold::tutor
