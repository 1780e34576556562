// A tutor with the tests' small lesson open, and short words for what a learner does.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "tests/lesson/files.h"
#include "tutor/tutor.h"

namespace tenfold::test {

using tutor::Action;
using tutor::Step;
using tutor::Tutor;

inline Tutor open_small_lesson(std::uint64_t seed = 1) {
  Tutor tutor;
  tutor::add_lesson(tutor, small_lesson(), "small.json");
  tutor::open_stage(tutor, 1, seed);
  REQUIRE(tutor.at.open);
  return tutor;
}

inline void act(Tutor& tutor, Action::Kind kind, int number = 0, int other = 0) {
  Action action;
  action.kind = kind;
  action.number = number;
  action.other = other;
  tutor::update(tutor, action);
}

inline void act(Tutor& tutor, Action::Kind kind, const std::string& text) {
  Action action;
  action.kind = kind;
  action.text = text;
  tutor::update(tutor, action);
}

inline void act_value(Tutor& tutor, Action::Kind kind, double value) {
  Action action;
  action.kind = kind;
  action.value = value;
  tutor::update(tutor, action);
}

// Frames until nothing moves any more; gives their number.
inline int watch(Tutor& tutor) {
  int frames = 0;
  while (tutor::advance(tutor, 0.05) && frames < 100'000) ++frames;
  return frames;
}

inline void proceed_to(Tutor& tutor, Step step) {
  while (tutor.at.step < step) {
    if (tutor.at.step == Step::predict) act(tutor, Action::Kind::predict, 1);
    const Step before = tutor.at.step;
    act(tutor, Action::Kind::proceed);
    REQUIRE(tutor.at.step != before);
  }
}

}  // namespace tenfold::test
