// The lesson's runs out of sight: asked for once, counted while they are made, and dropped when
// nobody needs them any more.
#include "tutor/side_runs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using tutor::SideRun;
using Use = tutor::SideRun::Use;

long asked(const Tutor& tutor, Use use) {
  return std::count_if(tutor.at.side_runs.begin(), tutor.at.side_runs.end(),
                       [use](const SideRun& run) { return run.use == use; });
}

std::vector<std::uint64_t> seeds(const Tutor& tutor, Use use) {
  std::vector<std::uint64_t> found;
  for (const SideRun& run : tutor.at.side_runs) {
    if (run.use == use) found.push_back(run.job->job.seed);
  }
  return found;
}

// A lesson whose runs out of sight are made one at a time, by make_next().
Tutor open_waiting() {
  Tutor tutor = open_small_lesson();
  tutor.jobs.make_elsewhere(true);
  return tutor;
}

void look(Tutor& tutor) { tutor::advance(tutor, 0, tutor::kNoLimit); }

bool make_next(Tutor& tutor) {
  const auto handed = tutor.jobs.hand_over();
  if (!handed) return false;
  tutor.jobs.finish(handed->number, tutor::run_job(*handed->job));
  look(tutor);
  return true;
}

void make_all(Tutor& tutor) {
  while (make_next(tutor)) {
  }
}

bool all_say(const Tutor& tutor, std::string_view change) {
  return std::all_of(tutor.at.comparison.begin(), tutor.at.comparison.end(),
                     [change](const tutor::ComparisonRow& row) { return row.change == change; });
}

void choose_and_run(Tutor& tutor, int size) {
  act(tutor, tutor::Choose{0, size});
  act(tutor, tutor::RunChallenge{});
  finish(tutor);
}

}  // namespace

TEST_CASE("a run is asked for once, however many steps need it") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::next);
  tutor::ask_for_untouched(tutor);
  tutor::ask_for_fixed(tutor);
  tutor::ask_for_worse(tutor);
  for (const Use use : {Use::untouched, Use::fixed, Use::worse}) CHECK(asked(tutor, use) == 1);
}

TEST_CASE("the comparison is measuring until its last further pair is made, and counts them") {
  Tutor tutor = open_waiting();
  proceed_to(tutor, Step::compare);
  CHECK(tutor.at.measuring.wanted == 0);
  CHECK(all_say(tutor, "…"));
  while (tutor.at.measuring.wanted == 0) REQUIRE(make_next(tutor));
  CHECK(all_say(tutor, "measuring …"));
  const int wanted = tutor.at.measuring.wanted;
  CHECK(asked(tutor, Use::repeat_untouched) == wanted);
  CHECK(asked(tutor, Use::repeat_fixed) == wanted);

  std::set<int> counted = {tutor.at.measuring.made};
  while (tutor.at.measuring.made < wanted) {
    CHECK(all_say(tutor, "measuring …"));
    REQUIRE(make_next(tutor));
    counted.insert(tutor.at.measuring.made);
  }
  CHECK(counted.size() == static_cast<std::size_t>(wanted) + 1);  // from 0, one by one
  CHECK(tutor.at.measuring.wanted == wanted);
  for (const tutor::ComparisonRow& row : tutor.at.comparison) {
    CHECK_FALSE(row.change == "measuring …");
  }
}

TEST_CASE("both runs of a further pair meet the same requests, and each pair others") {
  Tutor tutor = open_small_lesson(7);
  proceed_to(tutor, Step::run);
  watch(tutor);
  const std::vector<std::uint64_t> before = seeds(tutor, Use::repeat_untouched);
  REQUIRE(before.size() > 1);
  CHECK(before == seeds(tutor, Use::repeat_fixed));
  std::set<std::uint64_t> different(before.begin(), before.end());
  different.insert(tutor.at.seed);
  CHECK(different.size() == before.size() + 1);
}

TEST_CASE("numbers that come late do not move the picture of a learner who has gone on") {
  Tutor tutor = open_waiting();
  proceed_to(tutor, Step::predict);
  make_all(tutor);
  CHECK(tutor::find_fact(tutor.at.facts, "failed") != nullptr);
  CHECK_FALSE(tutor.at.run.is_moving());
  CHECK(tutor.at.run.system().now() == 0);
}

TEST_CASE("each run's numbers go under the name of what was run") {
  Tutor tutor = open_small_lesson();
  act(tutor, tutor::KnowThis{});
  watch(tutor);
  const auto failed = [&](const char* name) {
    return tutor::find_fact(tutor.at.facts, name)->value;
  };
  CHECK(failed("failed") > 0);
  CHECK(failed("fix.failed") == 0);
  CHECK(failed("worse.failed") > 0);
  CHECK(failed("worse.server_down") > 0);
  CHECK(failed("server_down") == 0);
}

TEST_CASE("a missed challenge is tried with each single decision taken differently") {
  Tutor tutor = open_waiting();
  act(tutor, tutor::KnowThis{});
  make_all(tutor);
  choose_and_run(tutor, 0);
  std::set<std::pair<int, int>> tried;
  for (const SideRun& run : tutor.at.side_runs) {
    if (run.use == Use::other_choice) tried.emplace(run.decision, run.option);
  }
  std::set<std::pair<int, int>> others;
  const std::vector<lesson::Decision>& decisions = tutor::current(tutor).challenge.decisions;
  for (std::size_t d = 0; d < decisions.size(); ++d) {
    for (std::size_t o = 0; o < decisions[d].options.size(); ++o) {
      if (tutor.at.challenge.chosen[d] != static_cast<int>(o)) {
        others.emplace(static_cast<int>(d), static_cast<int>(o));
      }
    }
  }
  CHECK(tried == others);
  // The best of them is not known before the last.
  for (std::size_t i = 0; i < others.size(); ++i) {
    CHECK(tutor.at.challenge.best_change.empty());
    REQUIRE(make_next(tutor));
  }
  CHECK_FALSE(tutor.at.challenge.best_change.empty());
}

TEST_CASE("other choices are dropped when the challenge is run again, also those being made") {
  Tutor tutor = open_waiting();
  act(tutor, tutor::KnowThis{});
  make_all(tutor);
  choose_and_run(tutor, 0);
  REQUIRE(asked(tutor, Use::other_choice) > 0);
  const auto handed = tutor.jobs.hand_over();
  REQUIRE(handed.has_value());
  const std::uint32_t number = handed->number;
  tutor::JobResult late = tutor::run_job(*handed->job);
  act(tutor, tutor::RunChallenge{});
  CHECK(asked(tutor, Use::other_choice) == 0);
  CHECK_FALSE(tutor.jobs.hand_over().has_value());
  tutor.jobs.finish(number, std::move(late));
  look(tutor);
  CHECK(tutor.at.challenge.best_change.empty());
}

TEST_CASE("leaving for another stage cancels what the old one asked for") {
  Tutor tutor = open_waiting();
  const std::string second = with(with(small_lesson(), "\"stage\": 1", "\"stage\": 2"),
                                  "\"id\": \"overload\"", "\"id\": \"another\"");
  tutor::add_lesson(tutor, second, "stage-02.json");
  act(tutor, tutor::KnowThis{});
  const auto handed = tutor.jobs.hand_over();
  REQUIRE(handed.has_value());
  const std::uint32_t number = handed->number;
  tutor::JobResult late = tutor::run_job(*handed->job);

  act(tutor, tutor::OpenStage{2});
  REQUIRE(tutor::current(tutor).stage == 2);
  tutor.jobs.finish(number, std::move(late));
  look(tutor);
  CHECK(tutor.at.facts.empty());
  int left = 0;
  while (const auto next = tutor.jobs.hand_over()) {
    CHECK(next->job->scenario.id == "another");
    ++left;
  }
  CHECK(left == 1);  // the new lesson's own
}
