// A question. Some kinds have their answer written down; the computed ones are answered by a run of
// the simulator, with values drawn afresh each time the question is put.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/scenario.h"

namespace tenfold::lesson {

struct QuestionOption {
  std::string text;           // of a part: what its card says
  bool right = false;         // written down: one, several
  std::string reason;         // why it is right, why it is wrong
  std::string misconception;  // what a learner believes who takes it wrongly
  std::string part;           // bottleneck, weak_point: its id
  double low = 0;             // simulated: it comes out when low <= fact < high
  double high = 0;
};

// The answer missed to one side.
struct Missed {
  std::string reason;
  std::string misconception;
};

// One way to put a computed question: a value for each of its fresh names, and what they change.
struct Round {
  std::vector<model::Setting> values;
  std::vector<model::Edit> edits;  // on top of those of the variant that shows the answer
};

// A series of a run, to be drawn before the run is seen.
struct Curve {
  std::string series;        // as tutor's curves name it, e.g. "p99_ms" or "app.waiting"
  std::vector<double> at_s;  // where it is drawn
  double low = 0;            // what can be drawn
  double high = 0;
  std::string unit;      // of its values; "%": they are shares
  double tolerance = 0;  // on average, of the height
};

inline constexpr std::size_t kQuestionKinds = 8;

struct Question {
  enum class Kind : std::uint8_t {
    one,         // choice
    several,     // choices; the prompt says how many
    number,      // a fact of the run, within a tolerance
    simulated,   // one choice: the range that a fact of the run falls in
    order,       // the options, which stand in their right order
    bottleneck,  // the part that the run shows busiest
    weak_point,  // the parts whose death takes the system down
    draw,        // a series of the run, at a few points
  };
  enum class Level : std::uint8_t { recall, why, predict };
  std::string id;
  Kind kind = Kind::one;
  Level level = Level::why;
  std::string prompt;
  std::vector<QuestionOption> options;  // none of number and draw
  std::string hint;
  std::string show;                     // id of the variant whose run shows the answer
  std::vector<model::Edit> show_edits;  // … on top of it, of a kind that no run answers
  std::uint32_t content = 0;            // changes with anything that the file says of the question

  std::vector<Round> rounds;  // computed kinds: at least one; others: none
  std::string fact;           // number, simulated
  std::string unit;           // number; "%": what is asked for is 100 times the fact
  double tolerance = 0;       // number: of the right value
  std::string when_right;     // number, simulated, draw
  Missed when_low;            // number, draw
  Missed when_high;
  std::string misconception;  // order
  Curve curve;                // draw
  double kill_at_s = 0;       // weak_point: the system is down when its good share falls below
  double down_below = 0;

  bool computed() const { return !rounds.empty(); }
  bool on_diagram() const { return kind == Kind::bottleneck || kind == Kind::weak_point; }
  bool takes_several() const { return kind == Kind::several || kind == Kind::weak_point; }
};

}  // namespace tenfold::lesson
