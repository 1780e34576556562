// The state as a whole: what is added to it, what an action does to it, how its time goes on.
#include "tutor/tutor.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "lesson/stages.h"
#include "lesson/words.h"
#include "tutor/action.h"
#include "tutor/question_actions.h"
#include "tutor/quiz.h"

namespace tenfold::tutor {
namespace {

constexpr double kLongestFrame_s = 0.1;

// The file's stage where the lesson could not say: "stage-03.json" is 3, "stage-09b.json" 19.
int stage_in(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  int stage = 0;
  for (const char c : file) {
    if (c >= '0' && c <= '9' && stage < 100) stage = stage * 10 + (c - '0');
  }
  return lesson::stage_number(stage, file.find("b.") == std::string_view::npos ? 1 : 2);
}

// The run on screen has come to its end: said once.
void settle(Tutor& tutor) {
  Run& run = run_now(tutor);
  if (run.is_empty() || run.settled || !run.finished()) return;
  run.settled = true;
  run.playing = false;
  if (tutor.room->settle != nullptr) tutor.room->settle(tutor);
}

}  // namespace

void say(Tutor& tutor, std::string text) {
  ++tutor.notice.number;
  tutor.notice.text = std::move(text);
}

void add_lesson(Tutor& tutor, std::string_view text, std::string_view file) {
  lesson::ReadLesson read = lesson::read_lesson(text, file);
  StageEntry entry;
  entry.stage = read.lesson.stage > 0 ? read.lesson.stage : stage_in(file);
  entry.title = read.lesson.title.empty() ? std::string(file) : read.lesson.title;
  entry.lesson = std::move(read.lesson);
  entry.faults = std::move(read.faults);
  if (entry.usable()) {
    const model::Scenario& failing = entry.lesson.scenario;
    entry.failing = sketch_of(failing, failing);
    entry.mended = sketch_of(lesson::fixed_scenario(entry.lesson), failing);
  }
  const auto place = std::upper_bound(tutor.lessons.begin(), tutor.lessons.end(), entry,
                                      [](const StageEntry& a, const StageEntry& b) {
                                        return lesson::comes_before(a.stage, b.stage);
                                      });
  const auto index = static_cast<int>(place - tutor.lessons.begin());
  if (tutor.at.open && index <= tutor.at.index) ++tutor.at.index;
  tutor.lessons.insert(place, std::move(entry));
}

void add_room(Tutor& tutor, std::string_view name, std::string_view text, std::string_view file) {
  lesson::ReadRoom read = lesson::read_room(text, file);
  if (read.faults.empty() && read.room.name != name) {
    read.faults.push_back({std::string(file), "/room", "must be " + lesson::quoted(name)});
  }
  read.room.name = name;
  RoomEntry entry{std::move(read.room), std::string(file), std::move(read.faults)};
  std::erase_if(tutor.room_files,
                [&](const RoomEntry& old) { return old.room.name == entry.room.name; });
  tutor.room_files.push_back(std::move(entry));
  if (tutor.room->name == name && tutor.room->enter != nullptr) tutor.room->enter(tutor);
}

void open_stage(Tutor& tutor, int stage, std::uint64_t seed) {
  const auto found =
      std::find_if(tutor.lessons.begin(), tutor.lessons.end(),
                   [stage](const StageEntry& entry) { return entry.stage == stage; });
  if (found == tutor.lessons.end()) {
    say(tutor, "There is no stage " + lesson::stage_name(stage) + " yet.");
    return;
  }
  if (!found->usable()) {
    say(tutor,
        "Stage " + lesson::stage_name(stage) + " cannot be shown. " + to_line(found->faults[0]));
    return;
  }
  go_to_room(tutor, kLessonRoom);
  tutor.at = LessonState{};
  tutor.at.open = true;
  tutor.at.index = static_cast<int>(found - tutor.lessons.begin());
  tutor.at.seed = seed;
  const lesson::Lesson& lesson = current(tutor);
  tutor.at.run.speed = lesson.speed;
  for (const lesson::Decision& decision : lesson.challenge.decisions) {
    tutor.at.challenge.chosen.push_back(lesson::option_index(decision, decision.initial));
  }
  tutor.at.quiz = lesson_quiz(lesson, tutor.progress, seed);
  begin_lesson(tutor);
}

void merge_progress(Tutor& tutor, std::string_view stored) {
  ReadProgress read = read_progress(stored);
  tutor.progress = merged(tutor.progress, std::move(tutor.stored), read.progress);
  tutor.stored = std::move(read.progress);
  // Another tab may have written over what was stored here.
  tutor.progress_changed = write_progress(tutor.progress) != write_progress(tutor.stored);
  if (!read.fault.empty() && !std::exchange(tutor.told_of_progress, true)) {
    say(tutor, std::move(read.fault));
  }
}

std::optional<std::string> take_progress(Tutor& tutor) {
  if (!std::exchange(tutor.progress_changed, false)) return std::nullopt;
  tutor.stored = tutor.progress;
  return write_progress(tutor.progress);
}

void update(Tutor& tutor, const Action& action) {
  act_on_navigation(tutor, action);
  if (!tutor.at.open) return;
  act_on_run(tutor, action);
  act_on_question(tutor, action);
  act_on_quiz(tutor, action);
  if (tutor.room->act != nullptr) tutor.room->act(tutor, action);
  settle(tutor);
}

Pace advance(Tutor& tutor, double seconds, const Allowance& allowance) {
  if (!tutor.at.open) return {};
  play_on(run_now(tutor), std::clamp(seconds, 0.0, kLongestFrame_s), allowance);
  look_on(run_now(tutor), allowance);
  settle(tutor);
  tutor.jobs.work(allowance);
  take_in_side_runs(tutor);
  settle_question(tutor);
  Pace pace;
  if (tutor.room->work != nullptr) pace.wake_s = tutor.room->work(tutor, seconds);
  pace.moving = run_now(tutor).is_moving() || run_now(tutor).is_looking() || tutor.jobs.wait_here();
  return pace;
}

void note_drawn(Tutor& tutor) {
  for (Track& track : run_now(tutor).tracks) track.hops.clear();
}

const Run& run_now(const Tutor& tutor) { return tutor.in_lesson() ? tutor.at.run : tutor.room_run; }

Run& run_now(Tutor& tutor) { return const_cast<Run&>(run_now(std::as_const(tutor))); }

const RoomEntry* find_room(const Tutor& tutor, std::string_view name) {
  const auto found =
      std::find_if(tutor.room_files.begin(), tutor.room_files.end(),
                   [name](const RoomEntry& entry) { return entry.room.name == name; });
  return found == tutor.room_files.end() ? nullptr : &*found;
}

const lesson::Room* room_now(const Tutor& tutor) {
  const RoomEntry* entry = find_room(tutor, tutor.room->name);
  return entry == nullptr || !entry->faults.empty() ? nullptr : &entry->room;
}

Quiz* quiz_now(Tutor& tutor) {
  return tutor.room->quiz == nullptr ? nullptr : tutor.room->quiz(tutor);
}

const Quiz* quiz_now(const Tutor& tutor) { return quiz_now(const_cast<Tutor&>(tutor)); }

std::vector<const StageEntry*> stages_of(const Tutor& tutor) {
  std::vector<const StageEntry*> stages;
  for (const StageEntry& entry : tutor.lessons) {
    if (lesson::begins_stage(entry.stage)) stages.push_back(&entry);
  }
  return stages;
}

bool is_in_stage(const Tutor& tutor, const StageEntry& stage) {
  if (!tutor.at.open) return false;
  const int open = tutor.lessons[static_cast<std::size_t>(tutor.at.index)].stage;
  return lesson::stage_of(open) == stage.stage;
}

StageProgress progress_in(const Tutor& tutor, const StageEntry& stage) {
  StageProgress all{.stage = stage.stage, .finished = true};
  for (const StageEntry& entry : tutor.lessons) {
    if (lesson::stage_of(entry.stage) != stage.stage) continue;
    StageProgress own;
    for (const StageProgress& noted : tutor.progress.stages) {
      if (noted.stage == entry.stage) own = noted;
    }
    if (own.step > 0 || own.finished) all.step = own.step;
    all.finished = all.finished && own.finished;
  }
  return all;
}

const lesson::Lesson* lesson_of(const Tutor& tutor, int stage) {
  for (const StageEntry& entry : tutor.lessons) {
    if (entry.stage == stage && entry.usable()) return &entry.lesson;
  }
  return nullptr;
}

Pick pick_of(const Tutor& tutor, std::string_view part) {
  return tutor.room->pick != nullptr ? tutor.room->pick(tutor, part)
                                     : pick_of_question(tutor, part);
}

const lesson::Lesson& current(const Tutor& tutor) {
  assert(tutor.at.open);
  return tutor.lessons[static_cast<std::size_t>(tutor.at.index)].lesson;
}

std::string filled(const Tutor& tutor, std::string_view text) { return fill(text, tutor.at.facts); }

}  // namespace tenfold::tutor
