// A tutor with the tests' small lesson open, short words for what a learner does, and an allowance
// that runs out.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "tests/lesson/files.h"
#include "tutor/action.h"
#include "tutor/tutor.h"

namespace tenfold::test {

using tutor::Action;
using tutor::Step;
using tutor::Tutor;

inline lesson::Lesson taught() {
  const lesson::ReadLesson read = lesson::read_lesson(small_lesson(), "small.json");
  REQUIRE(read.faults.empty());
  return read.lesson;
}

// Goes on for so many slices.
struct Slices {
  int left;
  tutor::Allowance allowance() {
    return {
        [](const void* context) { return (*static_cast<int*>(const_cast<void*>(context)))-- > 0; },
        &left};
  }
};

inline Tutor open_small_lesson(std::uint64_t seed = 1) {
  Tutor tutor;
  tutor::add_lesson(tutor, small_lesson(), "small.json");
  tutor::open_stage(tutor, 1, seed);
  REQUIRE(tutor.at.open);
  return tutor;
}

inline void act(Tutor& tutor, const Action& action) { tutor::update(tutor, action); }

// Frames until nothing moves any more; gives their number.
inline int watch(Tutor& tutor) {
  int frames = 0;
  while (tutor::advance(tutor, 0.05, tutor::kNoLimit).moving && frames < 100'000) ++frames;
  return frames;
}

// The run on screen goes to its end.
inline void finish(Tutor& tutor) {
  act(tutor, tutor::FinishRun{});
  tutor::advance(tutor, 0, tutor::kNoLimit);
}

inline void proceed_to(Tutor& tutor, Step step) {
  while (tutor.at.step < step) {
    if (tutor.at.step == Step::predict) act(tutor, tutor::Predict{1});
    const Step before = tutor.at.step;
    act(tutor, tutor::Proceed{});
    REQUIRE(tutor.at.step != before);
  }
}

}  // namespace tenfold::test
