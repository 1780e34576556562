// Asking, judging and asking again.
#include "tutor/quiz.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>

#include "sim/heap_sort.h"
#include "sim/random.h"
#include "tutor/live_run.h"
#include "tutor/outcome.h"
#include "tutor/rooms.h"
#include "tutor/shelf_actions.h"

namespace tenfold::tutor {
namespace {

using lesson::Question;
using Kind = Question::Kind;

// A number for a text, the same on every platform (FNV-1a).
std::uint64_t number_of(std::string_view text) {
  std::uint64_t hash = 0xcbf2'9ce4'8422'2325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01b3U;
  return hash;
}

// Depends on seed, name and round alone.
sim::Random draws_for(std::uint64_t seed, std::string_view name, std::uint64_t round) {
  return sim::Stream(seed).child(number_of(name)).draws_for(round);
}

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
  const lesson::Curve& curve = question.curve;
  state.drawn.assign(curve.at_s.size(), (curve.low + curve.high) / 2);
}

// The number typed; NaN when it is none. Signs of grouping and units behind it are taken as meant.
double number_in(std::string_view typed) {
  std::string digits;
  for (const char c : typed) {
    if (c != ',' && c != ' ') digits += c;
  }
  char* end = nullptr;
  const double number = std::strtod(digits.c_str(), &end);
  return end == digits.c_str() || !std::isfinite(number) ? std::nan("") : number;
}

void note_answer(Progress& progress, const Question& question, bool right) {
  AnswerProgress& entry = entry_of(progress, question.id, question.content);
  ++(right ? entry.right : entry.wrong);
}

bool is_known(const Progress& progress, const Question& question) {
  return std::any_of(progress.answers.begin(), progress.answers.end(),
                     [&question](const AnswerProgress& entry) {
                       return entry.question == question.id && entry.content == question.content &&
                              entry.right > 0;
                     });
}

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

// By how much the answer is off on average, and to which side.
void judge_distance(const Question& question, QuestionState& state, const std::vector<double>& said,
                    const std::vector<double>& was) {
  double distance = 0;
  double side = 0;
  for (std::size_t i = 0; i < was.size(); ++i) {
    distance += std::abs(said[i] - was[i]) / static_cast<double>(was.size());
    side += said[i] - was[i];
  }
  const bool number = question.kind == Kind::number;
  const double height = question.curve.high - question.curve.low;
  state.right = distance <= question.tolerance * (number ? std::abs(was[0]) : height);
  const lesson::Missed& missed = side < 0 ? question.when_low : question.when_high;
  state.verdict = fill(state.right ? question.when_right : missed.reason, state.facts);
  if (!state.right) believe(state, missed.misconception);
}

void judge(const Question& question, QuestionState& state, const std::vector<Trial>& trials) {
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
      judge_distance(question, state, {number_in(state.typed)}, outcome.value);
      break;
    case Kind::draw:
      state.curve = outcome.value;
      judge_distance(question, state, state.drawn, outcome.value);
      break;
  }
}

void settle(Tutor& tutor, const Asked& asked) {
  Quiz& quiz = *asked.quiz;
  QuestionState& state = *asked.state;
  judge(*asked.question, state, quiz.trials);
  quiz.trials.clear();
  note_answer(tutor.progress, *asked.question, state.right);
  tutor.progress_changed = true;
  const bool missed_first = !state.right && !state.again;
  state.again = state.again || missed_first;
  if (quiz.feedback_at_end) {
    next_question(tutor);
    return;
  }
  if (missed_first) quiz.asking.push_back(quiz.asking[static_cast<std::size_t>(quiz.asked)]);
  if (asked.question->on_diagram()) live_now(tutor).purpose = LiveRun::Purpose::variant;
  ++tutor.notice.number;
  tutor.notice.text = state.right ? "Right." : "Not this time.";
}

bool all_done(const std::vector<Trial>& trials) {
  return std::all_of(trials.begin(), trials.end(), [](const Trial& one) { return one.done(); });
}

void show_scenario(Tutor& tutor, const Asked& asked, bool playable) {
  const lesson::Lesson& lesson = *asked.lesson;
  const lesson::Variant* variant = lesson::find_variant(lesson, asked.question->show);
  if (variant == nullptr) return;
  const model::Scenario scenario =
      lesson::question_scenario(lesson, *asked.question, asked.state->round);
  if (tutor.room != Room::lesson) {
    show_in_room(tutor, variant->label, scenario, playable);
    set_speed(tutor.room_live, lesson.speed);
    return;
  }
  const auto purpose = playable ? LiveRun::Purpose::variant : LiveRun::Purpose::look;
  begin(tutor.at.live, purpose, variant->label, scenario, tutor.at.seed);
  tutor.at.live.playing = playable;
}

}  // namespace

void shuffle(std::vector<int>& items, sim::Random& random) {
  for (std::size_t left = items.size(); left > 1; --left) {
    std::swap(items[left - 1], items[random.below(static_cast<std::uint32_t>(left))]);
  }
}

Quiz new_quiz(std::vector<QuizItem> items, std::uint64_t seed, bool feedback_at_end) {
  Quiz quiz;
  quiz.seed = seed;
  quiz.feedback_at_end = feedback_at_end;
  quiz.items = std::move(items);
  quiz.states.resize(quiz.items.size());
  quiz.asking.resize(quiz.items.size());
  std::iota(quiz.asking.begin(), quiz.asking.end(), 0);
  return quiz;
}

Quiz lesson_quiz(const lesson::Lesson& lesson, const Progress& progress, std::uint64_t seed) {
  std::vector<int> all(lesson.questions.size());
  std::iota(all.begin(), all.end(), 0);
  sim::Random random = draws_for(seed, lesson.id, 0);
  shuffle(all, random);
  std::vector<int> chosen;
  for (const bool known : {false, true}) {
    for (const int question : all) {
      if (is_known(progress, lesson.questions[static_cast<std::size_t>(question)]) == known) {
        chosen.push_back(question);
      }
    }
  }
  chosen.resize(std::min<std::size_t>(chosen.size(), lesson::kQuestionsAsked));
  sim::heap_sort(chosen, std::less<>());
  std::vector<QuizItem> items;
  for (const int question : chosen) items.push_back({.stage = lesson.stage, .question = question});
  return new_quiz(std::move(items), seed, false);
}

void put_question(Tutor& tutor, Quiz& quiz) {
  assert(&quiz == quiz_now(tutor));
  quiz.trials.clear();
  const Asked asked = asked_now(tutor);
  if (asked.state == nullptr) return;
  reset(*asked.state, *asked.question, quiz.seed);
  if (asked.question->computed()) {
    quiz.trials = trials_of(*asked.lesson, *asked.question, asked.state->round);
  }
  if (tutor.room != Room::lesson) tutor.room_live = LiveRun{};
  show_question(tutor);
}

void show_question(Tutor& tutor) {
  const Asked asked = asked_now(tutor);
  if (asked.state != nullptr && asked.question->on_diagram()) {
    show_scenario(tutor, asked, asked.state->answered);
  }
}

void mark(Tutor& tutor, int option) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr || option < 0) return;
  std::vector<bool>& marked = asked.state->marked;
  const auto index = static_cast<std::size_t>(option);
  if (index >= marked.size() || asked.question->kind == Kind::order) return;
  const bool now = !asked.question->takes_several() || !marked[index];
  if (!asked.question->takes_several()) marked.assign(marked.size(), false);
  marked[index] = now;
}

void move_item(Tutor& tutor, int position, int by) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr || asked.question->kind != Kind::order) return;
  std::vector<int>& order = asked.state->order;
  const int count = static_cast<int>(order.size());
  const int other = position + by;
  if (position < 0 || position >= count || other < 0 || other >= count) return;
  std::swap(order[static_cast<std::size_t>(position)], order[static_cast<std::size_t>(other)]);
}

void type_number(Tutor& tutor, std::string_view text) {
  constexpr std::size_t kLongest = 30;
  const Asked asked = open_now(tutor);
  if (asked.state != nullptr) asked.state->typed = text.substr(0, kLongest);
}

void draw_point(Tutor& tutor, int point, double value) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr || point < 0) return;
  const auto index = static_cast<std::size_t>(point);
  if (index >= asked.state->drawn.size() || !std::isfinite(value)) return;
  const lesson::Curve& curve = asked.question->curve;
  asked.state->drawn[index] = std::clamp(value, curve.low, curve.high);
  asked.state->drew = true;
}

void show_hint(Tutor& tutor) {
  if (const Asked asked = asked_now(tutor); asked.state != nullptr) asked.state->hint = true;
}

bool can_answer(const Question& question, const QuestionState& state) {
  switch (question.kind) {
    case Kind::order:
      return true;
    case Kind::number:
      return !std::isnan(number_in(state.typed));
    case Kind::draw:
      return state.drew;
    default:
      break;
  }
  return std::find(state.marked.begin(), state.marked.end(), true) != state.marked.end();
}

void answer(Tutor& tutor) {
  const Asked asked = open_now(tutor);
  if (asked.state == nullptr || !can_answer(*asked.question, *asked.state)) return;
  asked.state->given = true;
  if (all_done(asked.quiz->trials)) settle(tutor, asked);
}

void next_question(Tutor& tutor) {
  const Asked asked = asked_now(tutor);
  if (asked.state == nullptr || !asked.state->answered) return;
  ++asked.quiz->asked;
  put_question(tutor, *asked.quiz);
}

void show_answer(Tutor& tutor) {
  const Asked asked = asked_now(tutor);
  if (asked.state != nullptr && asked.state->answered) show_scenario(tutor, asked, true);
}

bool work_on_question(Tutor& tutor, std::uint64_t events) {
  const Asked asked = asked_now(tutor);
  if (asked.state == nullptr) return false;
  std::vector<Trial>& trials = asked.quiz->trials;
  const auto next =
      std::find_if(trials.begin(), trials.end(), [](const Trial& trial) { return !trial.done(); });
  if (next != trials.end()) work_on(*next, tutor.at.seed, events);
  if (!all_done(trials)) return true;
  if (asked.state->given && !asked.state->answered) settle(tutor, asked);
  return false;
}

const lesson::Lesson& lesson_of(const Tutor& tutor, const QuizItem& item) {
  if (item.stage == 0) return tutor.shelf.closing;
  const lesson::Lesson* lesson = lesson_of(tutor, item.stage);
  assert(lesson != nullptr);
  return *lesson;
}

const Question& question_of(const Tutor& tutor, const QuizItem& item) {
  return lesson_of(tutor, item).questions[static_cast<std::size_t>(item.question)];
}

Pick pick_of(const Tutor& tutor, std::string_view part) {
  if (tutor.room == Room::weak) return suspect_of(tutor, part);
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
