// Questions in a row: which are asked, in what order, and whose they are.
#pragma once

#include <vector>

#include "lesson/lesson.h"
#include "sim/random.h"
#include "tutor/progress.h"
#include "tutor/quiz_state.h"

namespace tenfold::tutor {

struct Tutor;

void shuffle(std::vector<int>& items, sim::Random& random);  // Fisher and Yates

// Depends on seed, name and round alone.
sim::Random draws_for(std::uint64_t seed, std::string_view name, std::uint64_t round);

// A session over these, in this order. Nothing is asked yet.
Quiz new_quiz(std::vector<QuizItem> items, std::uint64_t seed, bool feedback_at_end);
// Some of the lesson's questions in their order, from easy to hard; those first that were never
// answered rightly.
Quiz lesson_quiz(const lesson::Lesson& lesson, const Progress& progress, std::uint64_t seed);

// REQUIRES: an item of one of the tutor's quizzes.
const lesson::Lesson& lesson_of(const Tutor& tutor, const QuizItem& item);
const lesson::Question& question_of(const Tutor& tutor, const QuizItem& item);

}  // namespace tenfold::tutor
