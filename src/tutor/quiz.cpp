// Choosing and shuffling what is asked.
#include "tutor/quiz.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

#include "sim/fnv.h"
#include "sim/heap_sort.h"
#include "tutor/finale_room.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
namespace {

using lesson::Question;

bool is_known(const Progress& progress, const Question& question) {
  return std::any_of(progress.answers.begin(), progress.answers.end(),
                     [&question](const AnswerProgress& entry) {
                       return entry.question == question.id && entry.content == question.content &&
                              entry.right > 0;
                     });
}

}  // namespace

sim::Random draws_for(std::uint64_t seed, std::string_view name, std::uint64_t round) {
  sim::Fnv<std::uint64_t> number;
  number.add(name);
  return sim::Stream(seed).child(number.value()).draws_for(round);
}

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

const lesson::Lesson& lesson_of(const Tutor& tutor, const QuizItem& item) {
  if (item.stage == 0) return tutor.states.of<FinaleState>().closing;
  const lesson::Lesson* lesson = lesson_of(tutor, item.stage);
  assert(lesson != nullptr);
  return *lesson;
}

const Question& question_of(const Tutor& tutor, const QuizItem& item) {
  return lesson_of(tutor, item).questions[static_cast<std::size_t>(item.question)];
}

}  // namespace tenfold::tutor
