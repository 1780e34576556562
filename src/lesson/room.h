// A room beside the journey (cheat sheet, stories, interview practice …) as checked values. All
// rooms have one file format: pages to read, and for some a thing to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"

namespace tenfold::lesson {

using Texts = std::vector<std::string>;

// Two runs on the same requests: a system with a symptom, and the same with its fix.
struct RunPair {
  int stage = 0;       // the lesson that has both; 0: they are this file's own
  std::string before;  // of a lesson: ids of its variants; empty: its nothing and its fix
  std::string after;
  model::Scenario scenario;  // of its own: the symptom
  std::string label;         // … the fix's name
  std::vector<model::Edit> edits;
};

struct Table {
  std::string caption;
  std::vector<Texts> rows;  // the first is the header; all are of its length
};

// A piece of a page. All but the title may be empty.
struct RoomSection {
  std::string title;
  Texts text;
  Texts list;
  std::vector<Table> tables;
  std::vector<int> stages;  // where the journey teaches it
};

// Something to choose: a sign that the cheat sheet can be filtered by, an answer, a condition's
// state.
struct RoomOption {
  std::string id;
  std::string label;
  std::vector<model::Edit> edits;  // answers and conditions
  std::vector<model::Goal> goals;  // conditions: what they ask of every answer
};

struct SheetRow {
  std::string id;
  std::string bottleneck;
  std::string symptom;
  std::vector<std::string> signs;    // ids
  std::vector<std::string> suffers;  // ids of the symptom's parts that are in trouble
  std::string fix;
  std::string cost;
  std::string metric;  // which numbers to watch, in words
  std::string proof;   // the number that proves it: its name
  std::string fact;    // … and the fact of both runs that it is
  bool falls = true;   // the fix makes it fall; otherwise rise
  double factor = 2;   // by at least so many times
  int stage = 0;
  RunPair run;
};

// A choice that depends on conditions: every answer is run under the conditions that the learner
// sets, and judged by the goals that they bring.
struct Condition {
  std::string id;
  std::string prompt;
  int initial = 0;
  std::vector<RoomOption> options;
};

struct Weighing {
  std::string title;
  Texts text;
  model::Scenario scenario;
  std::vector<RoomOption> answers;
  std::vector<Condition> conditions;  // edits apply after the answer's
};

struct Reason {
  std::string text;
  bool right = false;
  std::string feedback = {};
};

// One thing to say in an interview, and when it is worth saying.
struct Move {
  enum class Phase : std::uint8_t { clarify, estimate, simple, evolve, stop };  // in this order
  std::string id;
  Phase phase = Phase::evolve;
  std::string text;
  bool needed = true;              // otherwise it is too much for this prompt
  std::vector<std::string> after;  // moves that have to come before it
  std::vector<Reason> reasons;     // exactly one right; none where it needs no argument
  std::string feedback;            // needed: said when it was skipped; otherwise when it was said
};

struct Interview {
  std::string id;
  std::string title;
  Texts text;
  int minutes = 0;
  std::vector<Move> moves;
};

// A system in which one machine's or part's death takes the site down.
struct WeakSystem {
  std::string id;
  Texts text;
  model::Scenario scenario;  // its first goal says what being up is
  std::string when_found;
};

// What queueing theory expects of a system, beside what its simulation gave.
struct TheoryRow {
  std::string name;
  double expected = 0;
  double simulated = 0;
  double half_width = 0;  // of the 99.9 % interval around it; 0: nothing was left to chance
};

// A row that the learner can run: a system that theory knows, and what it expects of its mean time.
struct LiveRow {
  std::string row;     // its name
  double unit_ms = 0;  // what theory's unit of time is in this system
  double expected_ms = 0;
  model::Scenario scenario;
};

// In how many runs a stage's system met the stage's goals, left alone or changed.
struct MatrixRow {
  enum class Role : std::uint8_t { nothing, fix, alternative, copied, solution };
  int stage = 0;
  std::string title;  // the stage's
  std::string id;     // the variant's
  std::string label;
  Role role = Role::alternative;
  int wins = 0;
  int of = 0;
};

struct Room {
  std::string name;  // as its file is called, and as the program knows it
  std::string title;
  Texts text;
  std::vector<RoomSection> sections;
  std::vector<RoomOption> signs;    // sheet
  std::vector<SheetRow> rows;       // sheet
  std::vector<Weighing> weighings;  // choose
  std::vector<Interview> interviews;
  std::vector<WeakSystem> systems;  // weak
  std::vector<Question> questions;  // finale: none that a run answers
  std::vector<Term> glossary;       // of the terms that its texts mark
  std::optional<LiveRow> live;      // proof
  std::string signature;            // proof: of the runs that its numbers are from
  std::vector<TheoryRow> theory;
  std::vector<MatrixRow> matrix;
};

struct ReadRoom {
  Room room;  // valid only when faults is empty
  std::vector<FileFault> faults;
};
// As read_lesson().
ReadRoom read_room(std::string_view text, std::string_view file);

// What a pair runs, when both its systems exist. REQUIRES: `lesson` is that of its stage, or null
// for a pair of its own or one whose lesson is not there.
struct RunPairScenarios {
  bool known = false;
  std::string before_label;
  model::Scenario before;
  std::string after_label;
  model::Scenario after;
};
RunPairScenarios scenarios_of(const RunPair& run, const Lesson* lesson);

}  // namespace tenfold::lesson
