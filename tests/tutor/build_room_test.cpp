// The bench as the tutor knows it: what is kept, shared, refused and judged.
#include "tutor/build_room.h"

#include <doctest/doctest.h>

#include "design/file.h"
#include "design/trouble.h"
#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using tutor::BuildState;

BuildState& bench_of(Tutor& tutor) { return tutor.states.of<BuildState>(); }

Tutor at_the_bench() {
  Tutor tutor = open_small_lesson();
  act(tutor, tutor::GoToRoom{&tutor::kBuild});
  return tutor;
}

std::string label_in(const model::Scenario& scenario, const std::string& part) {
  for (const model::PartSpec& spec : scenario.parts) {
    if (spec.id == part) return spec.label;
  }
  return "";
}

// A system that can run: the small lesson's.
Tutor with_a_system() {
  Tutor tutor = at_the_bench();
  act(tutor, tutor::StartFrom{1, false});
  REQUIRE_FALSE(tutor.room_run.is_empty());
  return tutor;
}

}  // namespace

TEST_CASE("what is on screen in the lesson goes to the bench whole, and the lesson stays") {
  Tutor tutor = open_small_lesson();
  const model::Scenario shown = tutor::run_now(tutor).tracks.back().scenario;
  act(tutor, tutor::TryFreely{&tutor::kBuild});
  REQUIRE(tutor.room == &tutor::kBuild);
  CHECK(bench_of(tutor).history.draft() == design::draft_of(shown));
  CHECK_FALSE(tutor.room_run.is_empty());
  act(tutor, tutor::GoToRoom{&tutor::kLessonRoom});
  CHECK_FALSE(tutor.at.run.is_empty());
}

TEST_CASE("a step that is refused says why, and the system stands as it did") {
  Tutor tutor = with_a_system();
  const design::Draft before = bench_of(tutor).history.draft();
  act(tutor, tutor::EditDraft{design::Connect{"nobody", "nowhere"}});
  CHECK_FALSE(bench_of(tutor).said.empty());
  CHECK(tutor.notice.text == bench_of(tutor).said);
  CHECK(bench_of(tutor).history.draft() == before);
}

TEST_CASE("a system that lacks something is not run, and is told what it lacks") {
  Tutor tutor = with_a_system();
  const std::string users = bench_of(tutor).history.draft().links.front().from;
  act(tutor, tutor::EditDraft{design::RemovePart{users}});
  CHECK(tutor.room_run.is_empty());
  CHECK_FALSE(tutor.room->draft(tutor).lacks.empty());
  act(tutor, tutor::UndoEdit{});
  CHECK_FALSE(tutor.room_run.is_empty());
  CHECK(tutor.room->draft(tutor).lacks.empty());
}

TEST_CASE("what is made is kept by its name, and comes back the same") {
  Tutor tutor = with_a_system();
  act(tutor, tutor::EditDraft{design::NameDraft{"Mine"}});
  const design::Draft mine = bench_of(tutor).history.draft();
  const std::string stored = tutor::write_drafts(tutor.kept_drafts);
  Tutor later = at_the_bench();
  tutor::add_stored_drafts(later.kept_drafts, stored);
  act(later, tutor::OpenKept{"Mine"});
  CHECK(bench_of(later).history.draft() == mine);
  act(later, tutor::ForgetKept{"Mine"});
  CHECK(tutor::write_drafts(later.kept_drafts).find("Mine") == std::string::npos);
}

TEST_CASE("looking keeps nothing, and no start, link or name takes the place of what was kept") {
  Tutor tutor = with_a_system();
  CHECK(tutor.kept_drafts.drafts.empty());
  const std::string title = bench_of(tutor).history.draft().title;
  act(tutor, tutor::EditDraft{design::AddPart{.kind = "cache"}});
  REQUIRE(tutor.kept_drafts.drafts.size() == 1);
  const std::string mine = tutor.kept_drafts.drafts.front().link;
  // The same start again, changed in another way.
  act(tutor, tutor::StartFrom{1, false});
  act(tutor, tutor::EditDraft{design::AddPart{.kind = "dns"}});
  REQUIRE(tutor.kept_drafts.drafts.size() == 2);
  CHECK(tutor.kept_drafts.drafts.back().name == title);
  CHECK(tutor.kept_drafts.drafts.back().link == mine);
  // Letter by letter, over a name that is taken.
  const std::size_t letters = title.size() + 3;
  const std::string longer = title + " is";
  for (std::size_t i = 1; i <= letters; ++i) {
    act(tutor, tutor::EditDraft{design::NameDraft{longer.substr(0, i)}});
  }
  CHECK(tutor.kept_drafts.drafts.size() == 2);
  CHECK(tutor.kept_drafts.drafts.front().name == longer);
  CHECK(tutor.kept_drafts.drafts.back().link == mine);
  act(tutor, tutor::UndoEdit{});  // all of the name
  CHECK(bench_of(tutor).history.draft().title == title);
}

TEST_CASE("a card that is moved or named leaves the run on screen as it is") {
  Tutor tutor = with_a_system();
  act(tutor, tutor::Play{});
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  const sim::Time now = tutor.room_run.now();
  REQUIRE(now > 0);
  const model::PartSpec part = bench_of(tutor).history.draft().parts.back();
  act(tutor, tutor::EditDraft{design::RenamePart{part.id, "Another"}});
  CHECK(tutor.room_run.now() == now);
  CHECK(label_in(tutor.room_run.scenario(), part.id) == "Another");
  act(tutor, tutor::EditDraft{design::AddPart{.kind = "cache"}});
  CHECK((tutor.room_run.is_empty() || tutor.room_run.now() == 0));
}

TEST_CASE("no more drafts are kept than there is room for, the latest first") {
  tutor::KeptDrafts kept;
  for (std::size_t i = 0; i < 2 * tutor::kMostKept; ++i) {
    tutor::keep(kept, "", "draft\n" + std::to_string(i), "link" + std::to_string(i));
  }
  REQUIRE(kept.drafts.size() == tutor::kMostKept);
  CHECK(kept.drafts.front().name == "draft " + std::to_string(2 * tutor::kMostKept - 1));
  tutor::KeptDrafts other;
  tutor::add_stored_drafts(other, tutor::write_drafts(kept) + "nonsense\n\n");
  CHECK(tutor::write_drafts(other) == tutor::write_drafts(kept));
}

TEST_CASE("a shared link is the system itself, and a broken one leaves the bench as it was") {
  Tutor tutor = with_a_system();
  const design::Draft mine = bench_of(tutor).history.draft();
  act(tutor, tutor::ShareDraft{});
  REQUIRE(tutor.handout);
  Tutor other = at_the_bench();
  tutor::take_link(other, tutor.handout->text);
  CHECK(bench_of(other).history.draft() == mine);
  tutor::take_link(other, tutor.handout->text.substr(0, tutor.handout->text.size() / 2));
  CHECK_FALSE(bench_of(other).said.empty());
  CHECK(bench_of(other).history.draft() == mine);
  tutor::take_file(other, "{\"lesson\": 1}");
  CHECK_FALSE(bench_of(other).said.empty());
  CHECK(bench_of(other).history.draft() == mine);
}

TEST_CASE("a part that is killed now is down in the run, and the draft knows nothing of it") {
  Tutor tutor = with_a_system();
  act(tutor, tutor::Play{});
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  const std::vector<std::string> mortal =
      design::targets_of(bench_of(tutor).history.draft(), design::Trouble::kill);
  REQUIRE_FALSE(mortal.empty());
  act(tutor, tutor::MakeTrouble{static_cast<int>(design::Trouble::kill), mortal.front(), -1});
  CHECK(tutor.room_run.touched());
  CHECK(bench_of(tutor).history.draft().changes.empty());
  act(tutor, tutor::MakeTrouble{static_cast<int>(design::Trouble::kill), mortal.front(), 3});
  CHECK(bench_of(tutor).history.draft().changes.size() == 1);
}

TEST_CASE("the reference of a problem's first level holds, by runs made out of sight") {
  Tutor tutor = at_the_bench();
  tutor::add_problem(tutor, read_text("lessons/problems/link-shortener.json"),
                     "link-shortener.json");
  act(tutor, tutor::OpenProblem{0});
  REQUIRE(bench_of(tutor).attempt);
  act(tutor, tutor::AskVerdict{});
  CHECK_FALSE(bench_of(tutor).attempt->verdict);  // an empty sheet cannot run
  const lesson::Level& level = bench_of(tutor).attempt->at();
  act(tutor, tutor::EditDraft{
                 design::Replace{design::draft_of(lesson::in_world(level, level.reference))}});
  act(tutor, tutor::AskVerdict{});
  REQUIRE(bench_of(tutor).attempt->is_judging());
  act(tutor, tutor::CancelVerdict{});
  CHECK_FALSE(bench_of(tutor).attempt->is_judging());
  act(tutor, tutor::AskVerdict{});
  act(tutor, tutor::UndoEdit{});  // another design: nothing is said of it
  CHECK_FALSE(bench_of(tutor).attempt->verdict);
  act(tutor, tutor::RedoEdit{});
  act(tutor, tutor::AskVerdict{});
  for (int i = 0; i < 1000 && bench_of(tutor).attempt->is_judging(); ++i) {
    tutor::advance(tutor, 0, tutor::kNoLimit);
  }
  const tutor::Attempt& attempt = *bench_of(tutor).attempt;
  REQUIRE_FALSE(attempt.is_judging());
  CHECK(attempt.verdict->is_met());
  CHECK(attempt.verdict->needless().empty());
  CHECK_FALSE(tutor::words_on(attempt).empty());
  act(tutor, tutor::ReplayWorst{});
  tutor::advance(tutor, 0, tutor::kNoLimit);
  CHECK(tutor.room_run.destination() == sim::from_seconds(attempt.verdict->worst_at_s()));
  CHECK(tutor.room_run.scenario() == attempt.verdict->scenario());
}

TEST_CASE("a number is right within what its sum allows") {
  Tutor tutor = at_the_bench();
  tutor::add_problem(tutor, read_text("lessons/problems/booking.json"), "booking.json");
  act(tutor, tutor::OpenProblem{0});
  const tutor::Attempt& attempt = *bench_of(tutor).attempt;
  const std::vector<lesson::Sum>& sums = attempt.problem().sums;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const double value = tutor::value_of(attempt, i);
    if (value <= 0) continue;
    act(tutor, tutor::AnswerSum{static_cast<int>(i), std::to_string(value)});
    CHECK(tutor::is_right(attempt, i));
    act(tutor, tutor::AnswerSum{static_cast<int>(i), std::to_string(value * (2 + sums[i].within))});
    CHECK_FALSE(tutor::is_right(attempt, i));
    act(tutor, tutor::AnswerSum{static_cast<int>(i), "much"});
    CHECK_FALSE(tutor::is_right(attempt, i));
  }
}
