// What an interview's feedback says of moves that were made, skipped, argued or overdone.
#include "tutor/interview.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace tenfold;
using tutor::SaidMove;

lesson::Interview small_interview() {
  using Phase = lesson::Move::Phase;
  lesson::Interview interview;
  const auto add = [&](const char* id, Phase phase, bool needed) -> lesson::Move& {
    lesson::Move& move = interview.moves.emplace_back();
    move.id = id;
    move.phase = phase;
    move.text = id;
    move.needed = needed;
    move.feedback = std::string("about ") + id;
    return move;
  };
  add("box", Phase::clarify, true);
  add("count", Phase::estimate, true);
  lesson::Move& cache = add("cache", Phase::evolve, true);
  cache.after = {"split"};
  cache.reasons = {{.text = "hot keys", .right = true, .feedback = "yes"},
                   {.text = "fashion", .feedback = "no reason at all"}};
  add("split", Phase::evolve, true);
  add("shard", Phase::evolve, false);
  add("stop", Phase::stop, true);
  return interview;
}

std::string judged(const std::vector<SaidMove>& said) {
  std::string text;
  for (const tutor::InterviewLine& line : tutor::judge_interview(small_interview(), said)) {
    text += line.text + '\n';
  }
  return text;
}

bool has(const std::string& text, const char* words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a sound answer has nothing to be told") {
  const auto lines = tutor::judge_interview(small_interview(), {{0}, {1}, {3}, {2, 0}, {5}});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].good);
  CHECK(has(lines[0].text, "5 of the 5"));
}

TEST_CASE("what was skipped is named, by what kind of step it is") {
  const std::string text = judged({{3}, {2, 0}});
  CHECK(has(text, "did not ask what it must do"));
  CHECK(has(text, "skipped the estimate"));
  CHECK(has(text, "when to stop"));
  CHECK(has(text, "about count"));
}

TEST_CASE("a piece before what it builds on, or before the estimate, came too early") {
  CHECK(has(judged({{0}, {1}, {2, 0}, {3}, {5}}), "Too early.** “cache” First: “split”"));
  CHECK(has(judged({{0}, {3}, {1}, {2, 0}, {5}}), "Too early.** “split” First: “count”"));
}

TEST_CASE("a piece too much, a wrong reason and no reason are each told") {
  CHECK(has(judged({{0}, {1}, {3}, {4}, {2, 0}, {5}}), "Too much for this.** “shard” about shard"));
  CHECK(has(judged({{0}, {1}, {3}, {2, 1}, {5}}), "no reason at all"));
  CHECK(has(judged({{0}, {1}, {3}, {2}, {5}}), "No reason given"));
}

TEST_CASE("moves are offered shuffled, each once") {
  lesson::Room room;
  room.interviews.push_back(small_interview());
  const tutor::InterviewState one = tutor::begin_interview(room, 0, 1);
  const tutor::InterviewState other = tutor::begin_interview(room, 0, 2);
  CHECK(one.offered != other.offered);
  std::vector<int> sorted = one.offered;
  std::sort(sorted.begin(), sorted.end());
  CHECK(sorted == std::vector<int>{0, 1, 2, 3, 4, 5});
}
