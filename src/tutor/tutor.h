// What the learner is doing: place in the lesson, prediction, the run on screen, challenge,
// answers, progress. update() and what is declared here are the only things that change it; nothing
// here draws or reads a clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"
#include "lesson/room.h"
#include "tutor/jobs.h"
#include "tutor/kept_drafts.h"
#include "tutor/lesson_state.h"
#include "tutor/progress.h"
#include "tutor/quiz_state.h"
#include "tutor/room_kind.h"
#include "tutor/room_states.h"
#include "tutor/sketch.h"

namespace tenfold::tutor {

// A stage's lesson, or why it cannot be taught.
struct StageEntry {
  int stage = 0;
  std::string title;
  lesson::Lesson lesson;
  std::vector<lesson::FileFault> faults;
  Sketch failing;  // its system in small, as it breaks and mended
  Sketch mended;
  bool usable() const { return faults.empty(); }
};

// A room's file, or why it cannot be shown.
struct RoomEntry {
  lesson::Room room;
  std::string file;
  std::vector<lesson::FileFault> faults;
};

struct Notice {  // said once in the status region
  std::uint32_t number = 0;
  std::string text;
};

// What the page is to give to somebody else: once.
struct Handout {
  enum class Kind : std::uint8_t { link, file, ask };  // ask: for a file that somebody has
  Kind kind = Kind::link;
  std::string name;
  std::string text;
};

extern const RoomKind kLessonRoom;

struct Tutor {
  std::vector<StageEntry> lessons;
  std::vector<RoomEntry> room_files;
  LessonState at;
  const RoomKind* room = &kLessonRoom;
  bool has_all_code = true;           // of rooms; it comes in two parts in the browser
  const RoomKind* awaited = nullptr;  // the room that is entered as soon as its code is there
  Run room_run;                       // what rooms other than the lesson show
  RoomStates states;
  Jobs jobs;
  Progress progress;
  Progress stored;                // as it was last read or written
  bool told_of_progress = false;  // what could not be understood of it, once a visit
  KeptDrafts kept_drafts;
  std::optional<model::Scenario> to_build;  // what the bench is to begin with
  std::optional<Handout> handout;
  Notice notice;
  bool progress_changed = false;  // take_progress() has something to give

  bool in_lesson() const { return room == &kLessonRoom; }
};

// Adds a lesson file's content; a faulty one is kept as an entry that says why.
void add_lesson(Tutor& tutor, std::string_view text, std::string_view file);

// Adds a room's file, in place of the one it may have; a faulty one is kept as an entry that says
// why.
void add_room(Tutor& tutor, std::string_view name, std::string_view text, std::string_view file);

// Opens a stage afresh. Unknown or faulty stages leave the state and set a notice.
void open_stage(Tutor& tutor, int stage, std::uint64_t seed);

// What is stored now: by an earlier visit, or meanwhile by another tab. It is merged with what was
// noted here.
void merge_progress(Tutor& tutor, std::string_view stored);
// What is to be stored now; nothing where that has not changed since it was last taken.
std::optional<std::string> take_progress(Tutor& tutor);

void say(Tutor& tutor, std::string text);  // as a notice

// Does nothing for an action that is not possible now.
void update(Tutor& tutor, const Action& action);

struct Pace {
  bool moving = false;  // the next call is due at once
  double wake_s = 0;    // … otherwise in so many seconds; 0: only when something comes in
};
// Lets the run on screen advance by `seconds` of the viewer's time (at most 0.1 s a call, so that a
// slow host falls behind instead of freezing), and jobs as far as the allowance goes.
Pace advance(Tutor& tutor, double seconds, const Allowance& allowance);

// The view has shown what is only shown once.
void note_drawn(Tutor& tutor);

// The run on screen: the lesson's, or that of the room the learner is in.
const Run& run_now(const Tutor& tutor);
Run& run_now(Tutor& tutor);

// The room's file where it is there and has no fault; nullptr otherwise.
const RoomEntry* find_room(const Tutor& tutor, std::string_view name);
const lesson::Room* room_now(const Tutor& tutor);

// The questions that are asked now: the lesson's once it has come to them, or the room's. nullptr:
// none are.
const Quiz* quiz_now(const Tutor& tutor);
Quiz* quiz_now(Tutor& tutor);
// The entries that begin a stage, on the way: its second lesson is come to from the first.
std::vector<const StageEntry*> stages_of(const Tutor& tutor);
// Whether the lesson that is open is one of this stage's.
bool is_in_stage(const Tutor& tutor, const StageEntry& stage);
// How far the learner is in it: finished once all its lessons are, and else in the last one begun.
StageProgress progress_in(const Tutor& tutor, const StageEntry& stage);
// The lesson of a stage, or nullptr where it is not there or faulty.
const lesson::Lesson* lesson_of(const Tutor& tutor, int stage);

Pick pick_of(const Tutor& tutor, std::string_view part);

const lesson::Lesson& current(const Tutor& tutor);              // REQUIRES: a usable lesson is open
std::string filled(const Tutor& tutor, std::string_view text);  // with the facts known so far

}  // namespace tenfold::tutor
