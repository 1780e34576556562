// Which questions a quiz takes, and its results by stage and by misconception.
#include "tutor/quiz_room.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "lesson/stages.h"
#include "sim/random.h"
#include "tutor/action.h"
#include "tutor/quiz.h"
#include "tutor/tutor.h"

namespace tenfold::tutor {
inline namespace later {
namespace {

// Another quiz than the last one, also after a reload: what was answered so far is remembered.
std::uint64_t next_seed(const Tutor& tutor) {
  std::uint64_t answers = 0;
  for (const AnswerProgress& entry : tutor.progress.answers) {
    answers += static_cast<std::uint64_t>(entry.right) + static_cast<std::uint64_t>(entry.wrong);
  }
  return sim::mix64(tutor.at.seed + answers);
}

QuizRoomState& state_of(Tutor& tutor) { return tutor.states.of<QuizRoomState>(); }

void start(Tutor& tutor, std::vector<QuizItem> items) {
  QuizRoomState& state = state_of(tutor);
  state.quiz = new_quiz(std::move(items), next_seed(tutor), state.setup.feedback_at_end);
  put_question(tutor, state.quiz);
}

template <typename Entry, typename Same>
Entry& entry_of(std::vector<Entry>& entries, const Same& same) {
  const auto found = std::find_if(entries.begin(), entries.end(), same);
  return found != entries.end() ? *found : entries.emplace_back();
}

// A handful of entries, the first first; as they were where none is. A tenth of std::sort's code.
template <typename Entry, typename Before>
std::vector<Entry> sorted(std::vector<Entry> entries, const Before& before) {
  std::vector<Entry> result;
  while (!entries.empty()) {
    const auto first = std::min_element(entries.begin(), entries.end(), before);
    result.push_back(std::move(*first));
    entries.erase(first);
  }
  return result;
}

void on(Tutor& tutor, const SetQuizStage& set) { state_of(tutor).setup.stage = set.stage; }
void on(Tutor& tutor, const SetQuizLength& set) { state_of(tutor).setup.length = set.length; }
void on(Tutor& tutor, const SetQuizShuffled& set) { state_of(tutor).setup.shuffled = set.shuffled; }
void on(Tutor& tutor, const SetFeedbackAtEnd& set) {
  state_of(tutor).setup.feedback_at_end = set.at_end;
}

void on(Tutor& tutor, const BeginQuiz&) {
  if (tutor.room != &kQuiz) return;
  const QuizSetup& setup = state_of(tutor).setup;
  const std::vector<QuizItem> all = bank(tutor, setup.stage);
  std::vector<int> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  sim::Random random = sim::Stream(next_seed(tutor)).draws_for(0);
  if (setup.shuffled) shuffle(order, random);
  order.resize(std::min(order.size(), static_cast<std::size_t>(std::max(setup.length, 1))));
  std::vector<QuizItem> items;
  for (const int item : order) items.push_back(all[static_cast<std::size_t>(item)]);
  start(tutor, std::move(items));
}

void on(Tutor& tutor, const BeginMissed&) {
  const Quiz& quiz = state_of(tutor).quiz;
  if (tutor.room != &kQuiz || !quiz.over()) return;
  std::vector<QuizItem> items;
  for (std::size_t i = 0; i < quiz.items.size(); ++i) {
    if (quiz.states[i].again) items.push_back(quiz.items[i]);
  }
  if (!items.empty()) start(tutor, std::move(items));
}

void on(Tutor& tutor, const LeaveQuiz&) {
  if (tutor.room != &kQuiz) return;
  state_of(tutor).quiz = Quiz{};
  clear(tutor.room_run);
}

// What was asked when the learner left the room is asked again.
void enter(Tutor& tutor) { show_question(tutor); }

Quiz* quiz(Tutor& tutor) { return &state_of(tutor).quiz; }

}  // namespace
}  // namespace later

constinit const RoomKind kQuiz = {.name = "quiz",
                                  .title = "Quiz",
                                  .line = "Questions from every stage",
                                  .icon = "quiz",
                                  .door = Door::bar,
                                  .measure = 560,
                                  .enter = enter,
                                  .quiz = quiz};

void act_on_quiz(Tutor& tutor, const Action& action) {
  deal_with<QuizAction>(action, [&](const auto& own) { on(tutor, own); });
}

std::vector<QuizItem> bank(const Tutor& tutor, int stage) {
  std::vector<QuizItem> items;
  for (const StageEntry& entry : tutor.lessons) {
    if (!entry.usable() || (stage != 0 && lesson::stage_of(entry.stage) != stage)) continue;
    for (std::size_t i = 0; i < entry.lesson.questions.size(); ++i) {
      items.push_back({.stage = entry.stage, .question = static_cast<int>(i)});
    }
  }
  return items;
}

QuizResults results_of(const Quiz& quiz) {
  QuizResults results;
  for (std::size_t i = 0; i < quiz.items.size(); ++i) {
    const QuestionState& state = quiz.states[i];
    const int stage = lesson::stage_of(quiz.items[i].stage);
    const bool at_once = state.right && !state.again;
    StageScore& score =
        entry_of(results.stages, [stage](const StageScore& entry) { return entry.stage == stage; });
    score.stage = stage;
    ++score.asked;
    ++results.asked;
    if (at_once) ++score.right;
    if (at_once) ++results.right;
    if (state.right && state.again) ++results.right_later;
    for (const std::string& misconception : state.misconceptions) {
      Misbelief& belief = entry_of(results.misbeliefs, [&](const Misbelief& entry) {
        return entry.misconception == misconception;
      });
      belief.misconception = misconception;
      ++belief.times;
      if (std::find(belief.stages.begin(), belief.stages.end(), stage) == belief.stages.end()) {
        belief.stages.push_back(stage);
      }
    }
  }
  results.stages = sorted(std::move(results.stages), [](const StageScore& a, const StageScore& b) {
    return a.stage < b.stage;
  });
  results.misbeliefs =
      sorted(std::move(results.misbeliefs),
             [](const Misbelief& a, const Misbelief& b) { return a.times > b.times; });
  return results;
}

}  // namespace tenfold::tutor
