// What the learner is doing: place in the lesson, prediction, the live run, challenge, answers,
// progress. update() is the only thing that changes it; nothing here draws or reads a clock.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"
#include "model/system.h"
#include "tutor/facts.h"
#include "tutor/progress.h"
#include "tutor/quiz_state.h"
#include "tutor/shelf.h"

namespace tenfold::tutor {

enum class Step : std::uint8_t {
  hook,
  walk,
  predict,
  run,
  compare,
  explain,
  challenge,
  worse,
  questions,
  next,
};
inline constexpr int kSteps = 10;
std::string_view step_name(Step step);  // "hook", …; also what ?step= takes

// Where the learner is: in the lesson, or in one of the rooms around it.
enum class Room : std::uint8_t {
  lesson,
  quiz,
  sheet,
  calculator,
  choose,
  interview,
  weak,
  stories,
  cards,
  glossary,
  takeaways,
  finale,
};
inline constexpr int kRooms = 12;
std::string_view room_name(Room room);                  // "lesson", …; what ?mode= takes
std::optional<Room> room_named(std::string_view name);  // nothing: there is no such room

// A run on screen: the system, its twin where two are compared, and the controls.
struct LiveRun {
  enum class Purpose : std::uint8_t { look, walk, run, compare, challenge, worse, variant };
  Purpose purpose = Purpose::look;
  std::string label;  // "One server, launch day"
  model::Scenario scenario;
  std::unique_ptr<model::System> system;
  std::unique_ptr<model::System> twin;  // same requests, other system; only in compare
  model::Scenario twin_scenario;
  std::string twin_label;
  bool playing = false;
  double speed = 1;      // 0.25 … 16 simulated seconds a second
  double traffic = 1;    // the slider: times the scenario's load
  bool touched = false;  // the learner changed it, so it is no longer the lesson's run
  bool settled = false;  // its end was dealt with
  // For drawing: hops since the view last drew (advance() appends, at most 512 are kept; the app
  // clears them after drawing), one request in `hops_one_in` being shown so that at most about 60 a
  // second of the viewer's time are.
  std::vector<model::Hop> hops;
  std::vector<model::Hop> twin_hops;
  std::uint32_t hops_one_in = 1;
  bool finished() const { return !system || system->now() >= system->end(); }
};

// A run made out of sight, a little at a time, so that texts have their numbers and changes their
// proof. All but the repeats have the lesson's seed.
struct SideRun {
  enum class Use : std::uint8_t {
    untouched,         // the lesson's system: facts without a prefix
    fixed,             // facts under "fix."
    worse,             // facts under "worse."
    still,             // stops at the worst moment: the picture that the hook shows
    repeat_untouched,  // other seeds, to know how much runs differ anyway
    repeat_fixed,
    other_choice,  // the challenge with one decision taken differently
  };
  Use use = Use::untouched;
  model::Scenario scenario;
  std::uint64_t seed = 1;
  double until_s = 0;
  int decision = -1;  // of other_choice
  int option = -1;
  std::unique_ptr<model::System> system;  // from its beginning to its end
  bool done = false;
  Facts facts;                             // once done
  std::vector<model::GoalResult> results;  // of other_choice, once done
};

struct PredictionState {
  int chosen = -1;       // option; -1: not yet
  bool skipped = false;  // "just show me"
  int outcome = -1;      // option that came out; -1: not run yet
  std::string feedback;  // depends on the pair
};

struct DebriefLine {
  std::string text;  // a number from the run and when it happened
};

struct ChallengeState {
  std::vector<int> chosen;  // option by decision
  int hints = 0;            // how many are open
  bool ran = false;
  bool met = false;
  std::string verdict;  // the lesson's words, with the numbers of the learner's run
  std::vector<model::GoalResult> results;
  std::vector<DebriefLine> debrief;
  std::string best_change;  // the one change that would have helped most; empty when met
};

struct WalkState {
  int stop = -1;                      // index into stops; -1 before the first
  std::vector<model::PathStep> path;  // the followed request
  std::vector<int> step_of_stop;      // index into path for each stop, -1 where it has none
};

struct ComparisonRow {
  std::string name;  // "Answered in time"
  std::string before;
  std::string after;
  std::string change;  // "no difference" when within run-to-run noise
};

// The lesson being taught and how far it has come.
struct LessonState {
  bool open = false;
  int index = 0;  // into Tutor::lessons
  std::uint64_t seed = 1;
  Step step = Step::hook;  // furthest step open; earlier ones stay readable
  PredictionState prediction;
  WalkState walk;
  LiveRun live;
  std::vector<SideRun> side_runs;
  Facts facts;  // of the lesson's untouched run; fix's under "fix.", worse's under "worse."
  std::vector<ComparisonRow> comparison;
  ChallengeState challenge;
  Quiz quiz;  // its questions
};

// A stage's lesson, or why it cannot be taught.
struct StageEntry {
  int stage = 0;
  std::string title;
  lesson::Lesson lesson;
  std::vector<lesson::FileFault> faults;
  bool usable() const { return faults.empty(); }
};

struct Notice {  // said once in the status region
  std::uint32_t number = 0;
  std::string text;
};

struct Tutor {
  std::vector<StageEntry> lessons;
  LessonState at;
  Room room = Room::lesson;
  QuizSetup quiz_setup;
  Quiz quiz;          // of the room; without items: being set up
  LiveRun room_live;  // what rooms other than the lesson show; without parts: nothing
  Shelf shelf;
  Progress progress;
  Notice notice;
  bool progress_changed = false;  // the app stores it and clears this
};

struct Action {
  enum class Kind : std::uint8_t {
    open_stage,  // number: stage; leads back to the lesson
    go_to_room,  // number: Room
    proceed,     // to the next step
    know_this,   // straight to the challenge
    walk_next,
    walk_back,
    predict,  // number: option
    predict_skip,
    play,
    pause,
    step_event,
    restart,
    finish_run,   // the run goes to its end at once
    set_speed,    // value
    set_traffic,  // value
    kill,
    heal,    // text: part
    choose,  // number: decision, other: option
    run_challenge,
    open_hint,
    show_solution,  // chooses the worked solution and runs it
    mark,           // of the current question, or of the suspects: number: option
    move_item,      // number: position, other: −1 or 1
    type_number,    // text
    draw_point,     // number: point, value
    answer,         // judge the current question
    question_hint,
    next_question,
    show_answer,   // runs the current question's system on the diagram
    quiz_stage,    // number; 0: all
    quiz_length,   // number
    quiz_shuffle,  // number: 0 or 1
    quiz_at_end,   // number: 1: feedback at the end
    quiz_begin,
    quiz_missed,  // once more the missed ones of a quiz that is over
    quiz_leave,   // to its set-up
    dismiss_fault,
    // In the rooms that are read from files:
    search_sheet,    // text
    filter_sheet,    // number: sign; -1: all
    run_row,         // text: the row's id; both its runs go on the diagram
    type_capacity,   // number: field; text
    open_weighing,   // number
    set_condition,   // number: condition, other: option
    say_answer,      // number
    say_reason,      // number: condition
    weigh,           // makes the runs that say who is right
    open_interview,  // number; -1: none
    say_move,        // number: move
    take_back,       // number: its place among those said
    give_reason,     // number: place, other: reason
    set_timed,       // number: 0 or 1
    end_interview,
    open_system,  // number; of the single points of failure
    kill_suspect,
    set_servers,  // number; on the card on consistent hashing
  };
  Kind kind = Kind::proceed;
  int number = 0;
  int other = 0;
  double value = 0;
  std::string text;
};

// Adds a lesson file's content; a faulty one is kept as an entry that says why.
void add_lesson(Tutor& tutor, std::string_view text, std::string_view file);

// Adds a room's file, in place of the one it may have; a faulty one is kept as an entry that says
// why.
void add_room(Tutor& tutor, std::string_view name, std::string_view text, std::string_view file);

// Opens a stage afresh. Unknown or faulty stages leave the state and set a notice.
void open_stage(Tutor& tutor, int stage, std::uint64_t seed);

// Does nothing for an action that is not possible now.
void update(Tutor& tutor, const Action& action);

// Lets the live run advance by `seconds` of the viewer's time; at most 0.1 s a call, so that a slow
// host falls behind instead of freezing. True while something moves.
bool advance(Tutor& tutor, double seconds);

// The run on screen: the lesson's, or that of the room the learner is in.
const LiveRun& live_now(const Tutor& tutor);
LiveRun& live_now(Tutor& tutor);

// Whether the run on screen may be started now; whether the learner's own hand may change its load
// and kill its parts: not in the challenge, which is to be met as it is.
bool may_play(const Tutor& tutor);
bool may_touch(const Tutor& tutor);

// The questions that are asked now: the lesson's once it has come to them, or the quiz room's.
// nullptr: none are.
const Quiz* quiz_now(const Tutor& tutor);
Quiz* quiz_now(Tutor& tutor);
// The lesson of a stage, or nullptr where it is not there or faulty.
const lesson::Lesson* lesson_of(const Tutor& tutor, int stage);
// REQUIRES: an item of one of the tutor's quizzes.
const lesson::Lesson& lesson_of(const Tutor& tutor, const QuizItem& item);
const lesson::Question& question_of(const Tutor& tutor, const QuizItem& item);
// Whether enough is said to be judged.
bool can_answer(const lesson::Question& question, const QuestionState& state);

// What a press on this part of the diagram marks while a question, or the room of weak points, asks
// to pick one.
struct Pick {
  int option = -1;  // -1: nothing
  bool marked = false;
};
Pick pick_of(const Tutor& tutor, std::string_view part);

const lesson::Lesson& current(const Tutor& tutor);              // REQUIRES: a usable lesson is open
std::string filled(const Tutor& tutor, std::string_view text);  // with the facts known so far

}  // namespace tenfold::tutor
