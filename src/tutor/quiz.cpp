// Asking, judging and asking again.
#include "tutor/quiz.h"

#include <algorithm>
#include <numeric>

#include "sim/random.h"

namespace tenfold::tutor {
namespace {

constexpr std::size_t kAsked = 5;  // of the lesson's questions

// A number for a text, the same on every platform (FNV-1a).
std::uint64_t number_of(std::string_view text) {
  std::uint64_t hash = 0xcbf2'9ce4'8422'2325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01b3U;
  return hash;
}

// 0 … count - 1 in an order that depends on seed, name and round alone (Fisher and Yates).
std::vector<int> shuffled(std::size_t count, std::uint64_t seed, std::string_view name,
                          std::uint64_t round) {
  std::vector<int> order(count);
  std::iota(order.begin(), order.end(), 0);
  sim::Random random = sim::Stream(seed).child(number_of(name)).draws_for(round);
  for (std::size_t left = count; left > 1; --left) {
    std::swap(order[left - 1], order[random.below(static_cast<std::uint32_t>(left))]);
  }
  return order;
}

void ask(QuestionState& state, const lesson::Question& question, std::uint64_t seed) {
  state.order = shuffled(question.options.size(), seed, question.id, state.again ? 1 : 0);
  state.marked.assign(question.options.size(), false);
  state.answered = false;
  state.hint = false;
}

QuestionState* asked_now(LessonState& at) {
  const auto place = static_cast<std::size_t>(at.asked);
  if (at.step < Step::questions || place >= at.asking.size()) return nullptr;
  return &at.questions[static_cast<std::size_t>(at.asking[place])];
}

const lesson::Question& question_now(const LessonState& at, const lesson::Lesson& lesson) {
  const int index = at.asking[static_cast<std::size_t>(at.asked)];
  return lesson.questions[static_cast<std::size_t>(index)];
}

void note_answer(Progress& progress, const std::string& question, bool right) {
  auto found =
      std::find_if(progress.answers.begin(), progress.answers.end(),
                   [&question](const AnswerProgress& entry) { return entry.question == question; });
  if (found == progress.answers.end()) {
    found = progress.answers.insert(found, {.question = question, .right = 0, .wrong = 0});
  }
  ++(right ? found->right : found->wrong);
}

}  // namespace

void begin_questions(LessonState& at, const lesson::Lesson& lesson) {
  at.questions.assign(lesson.questions.size(), {});
  for (std::size_t i = 0; i < lesson.questions.size(); ++i) {
    ask(at.questions[i], lesson.questions[i], at.seed);
  }
  // Which ones depends on the seed; their order is the lesson's, from easy to hard.
  at.asking = shuffled(lesson.questions.size(), at.seed, lesson.id, 0);
  at.asking.resize(std::min(at.asking.size(), kAsked));
  std::sort(at.asking.begin(), at.asking.end());
  at.asked = 0;
}

void mark(LessonState& at, const lesson::Lesson& lesson, int option) {
  QuestionState* state = asked_now(at);
  if (state == nullptr || state->answered || option < 0) return;
  const auto index = static_cast<std::size_t>(option);
  if (index >= state->marked.size()) return;
  if (question_now(at, lesson).kind == lesson::Question::Kind::several) {
    state->marked[index] = !state->marked[index];
  } else {
    state->marked.assign(state->marked.size(), false);
    state->marked[index] = true;
  }
}

void show_hint(LessonState& at) {
  if (QuestionState* state = asked_now(at)) state->hint = true;
}

bool answer(LessonState& at, const lesson::Lesson& lesson, Progress& progress) {
  QuestionState* state = asked_now(at);
  if (state == nullptr || state->answered) return false;
  if (std::find(state->marked.begin(), state->marked.end(), true) == state->marked.end()) {
    return false;
  }
  const lesson::Question& question = question_now(at, lesson);
  state->right = true;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    if (state->marked[i] != question.options[i].right) state->right = false;
  }
  state->answered = true;
  note_answer(progress, question.id, state->right);
  if (!state->right && !state->again) {
    state->again = true;
    at.asking.push_back(at.asking[static_cast<std::size_t>(at.asked)]);
  }
  return true;
}

void next_question(LessonState& at, const lesson::Lesson& lesson) {
  const QuestionState* state = asked_now(at);
  if (state == nullptr || !state->answered) return;
  ++at.asked;
  // One that comes back is put anew.
  if (QuestionState* next = asked_now(at); next != nullptr && next->again) {
    ask(*next, question_now(at, lesson), at.seed);
  }
}

}  // namespace tenfold::tutor
