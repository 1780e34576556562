// What a learner does in a lesson: from step to step, the prediction, the challenge.
#pragma once

#include <variant>

namespace tenfold::tutor {

struct LessonState;
struct Tutor;

struct Proceed {};   // to the next step
struct KnowThis {};  // straight to the challenge
struct WalkBy {
  int stops;  // back when negative
};
struct Predict {
  int option;
};
struct PredictPoint {  // of a prediction that is drawn
  int point;
  double value;
};
struct SkipPrediction {};
struct Choose {
  int decision;
  int option;
};
struct RunChallenge {};
struct OpenHint {};
struct ShowSolution {};  // chooses the worked solution and runs it
using LessonAction = std::variant<Proceed, KnowThis, WalkBy, Predict, PredictPoint, SkipPrediction,
                                  Choose, RunChallenge, OpenHint, ShowSolution>;

// Whether its choices can be made and run. While questions are asked they would take the place of
// the diagram that is asked about.
bool challenge_is_open(const LessonState& at);

// The lesson that is open begins, at its hook.
void begin_lesson(Tutor& tutor);

// What jobs have come to goes into the lesson's texts and proofs.
void take_in_side_runs(Tutor& tutor);

}  // namespace tenfold::tutor
