// Asking questions: options shuffled by seed, values drawn afresh, computed answers found by
// running, a wrong answer coming back once.
#pragma once

#include <string_view>
#include <vector>

#include "sim/random.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {

void shuffle(std::vector<int>& items, sim::Random& random);  // Fisher and Yates

// A session over these, in this order. Nothing is asked yet.
Quiz new_quiz(std::vector<QuizItem> items, std::uint64_t seed, bool feedback_at_end);
// Some of the lesson's questions in their order, from easy to hard; those first that were never
// answered rightly.
Quiz lesson_quiz(const lesson::Lesson& lesson, const Progress& progress, std::uint64_t seed);

// Puts the question that is next, and what it needs on screen. Does nothing when the quiz is over.
void put_question(Tutor& tutor, Quiz& quiz);

// On screen again what the question asked now needs there, after another room was.
void show_question(Tutor& tutor);

// Each is about the question asked now (see quiz_now), and does nothing when none is or it is not
// the time for it.
void mark(Tutor& tutor, int option);
void move_item(Tutor& tutor, int position, int by);  // of an order question, by −1 or 1
void type_number(Tutor& tutor, std::string_view text);
void draw_point(Tutor& tutor, int point, double value);
void show_hint(Tutor& tutor);
void answer(Tutor& tutor);  // progress takes note of it once it is judged
void next_question(Tutor& tutor);
void show_answer(Tutor& tutor);  // the run that shows it, on screen

// Runs on what the question asked now needs, and judges its answer when that is known. True while
// there is more to do.
bool work_on_question(Tutor& tutor, std::uint64_t events);

}  // namespace tenfold::tutor
