// A lesson as a learner goes through it.
#include "tutor/tutor.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "lesson/lesson.h"
#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Tutor open_drawn_lesson() {
  Tutor tutor;
  tutor::add_lesson(tutor, small_lesson_drawn(), "small.json");
  tutor::open_stage(tutor, 1, 1);
  REQUIRE(tutor.at.open);
  return tutor;
}

void draw_level(Tutor& tutor, double height) {
  const std::size_t points = tutor::current(tutor).predict.curve.at_s.size();
  for (std::size_t i = 0; i < points; ++i) {
    act(tutor, tutor::PredictPoint{static_cast<int>(i), height});
  }
}

void choose_and_run(Tutor& tutor, int size, int queue) {
  act(tutor, tutor::Choose{0, size});
  act(tutor, tutor::Choose{1, queue});
  act(tutor, tutor::RunChallenge{});
  finish(tutor);
  watch(tutor);
}

}  // namespace

TEST_CASE(
    "an untouched lesson fills its caption with the run's numbers and shows the worst moment") {
  Tutor tutor = open_small_lesson();
  CHECK(tutor::filled(tutor, "{failed}") == "…");
  CHECK(watch(tutor) > 0);
  CHECK(tutor::find_fact(tutor.at.facts, "failed")->value > 0);
  CHECK_FALSE(has(tutor::filled(tutor, tutor::current(tutor).hook.caption), "…"));
  const double worst_s = tutor::find_fact(tutor.at.facts, "peak_in_system_at")->value;
  CHECK(sim::to_seconds(tutor.at.run.system().now()) == doctest::Approx(worst_s + 1));
  CHECK(tutor.at.run.system().parts()[1].utilisation > 0.8);
}

TEST_CASE("a room has a run of its own; the lesson's waits, paused") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  const sim::Time left_at = tutor.at.run.system().now();
  act(tutor, tutor::GoToRoom{&tutor::kQuiz});
  CHECK(&tutor::run_now(tutor) == &tutor.room_run);
  act(tutor, tutor::Play{});
  watch(tutor);
  CHECK(tutor.at.run.system().now() == left_at);
  act(tutor, tutor::GoToRoom{&tutor::kLessonRoom});
  CHECK_FALSE(tutor.at.run.playing);
  act(tutor, tutor::Play{});
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  CHECK(tutor.at.run.system().now() > left_at);
}

TEST_CASE("nothing moves once the numbers are known and nobody plays") {
  Tutor tutor = open_small_lesson();
  watch(tutor);
  CHECK_FALSE(tutor::advance(tutor, 0.05, tutor::kNoLimit).moving);
}

TEST_CASE("the steps unfold in the order of the lesson contract") {
  Tutor tutor = open_small_lesson();
  for (int step = 0; step < tutor::kSteps; ++step) {
    CHECK(tutor.at.step == static_cast<Step>(step));
    if (tutor.at.step == Step::predict) act(tutor, tutor::Predict{0});
    act(tutor, tutor::Proceed{});
  }
  CHECK(tutor.at.step == Step::next);
  REQUIRE(tutor.progress.stages.size() == 1);
  CHECK(tutor.progress.stages[0].finished);
}

TEST_CASE("a lesson without a walk goes from the hook to the prediction") {
  std::string text = small_lesson();
  const std::size_t begin = text.find("\"walk\"");
  text.erase(begin, text.find("\"predict\": {") - begin);
  Tutor tutor;
  tutor::add_lesson(tutor, text, "small.json");
  tutor::open_stage(tutor, 1, 1);
  act(tutor, tutor::Proceed{});
  CHECK(tutor.at.step == Step::predict);
}

TEST_CASE("the walk follows one real request from stop to stop and back") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::walk);
  const tutor::WalkState& walk = tutor.at.walk;
  REQUIRE(walk.span_of_stop.size() == 2);
  CHECK(walk.span_of_stop[0] >= 0);
  CHECK(walk.span_of_stop[1] > walk.span_of_stop[0]);
  act(tutor, tutor::WalkBy{1});
  CHECK(walk.stop == 0);
  act(tutor, tutor::WalkBy{1});
  act(tutor, tutor::WalkBy{1});
  CHECK(walk.stop == 1);
  act(tutor, tutor::WalkBy{-1});
  CHECK(walk.stop == 0);
}

TEST_CASE("nothing runs before a prediction was made or skipped") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::predict);
  act(tutor, tutor::Play{});
  CHECK_FALSE(tutor.at.run.playing);
  const std::uint32_t notices = tutor.notice.number;
  act(tutor, tutor::Proceed{});
  CHECK(tutor.at.step == Step::predict);
  CHECK(tutor.notice.number == notices + 1);

  SUBCASE("predicted") {
    act(tutor, tutor::Predict{0});
    act(tutor, tutor::Proceed{});
    CHECK(tutor.at.step == Step::run);
    CHECK(tutor.at.run.playing);
  }
  SUBCASE("just show me") {
    act(tutor, tutor::SkipPrediction{});
    CHECK(tutor.at.step == Step::run);
    CHECK(tutor.at.prediction.skipped);
    CHECK(tutor.at.run.playing);
  }
}

TEST_CASE("feedback depends on the pair of prediction and outcome") {
  for (int said = 0; said < 3; ++said) {
    Tutor tutor = open_small_lesson();
    proceed_to(tutor, Step::predict);
    act(tutor, tutor::Predict{said});
    act(tutor, tutor::Proceed{});
    CHECK(tutor.at.prediction.outcome == -1);
    finish(tutor);
    CHECK(tutor.at.prediction.outcome == 1);
    const lesson::Prediction& predict = tutor::current(tutor).predict;
    const std::string& raw =
        said == 1 ? predict.when_right : predict.options[static_cast<std::size_t>(said)].feedback;
    CHECK(tutor.at.prediction.feedback == tutor::filled(tutor, raw));
  }
}

TEST_CASE("a prediction that is drawn is judged by the lesson's own run") {
  const lesson::Prediction predict =
      lesson::read_lesson(small_lesson_drawn(), "small.json").lesson.predict;
  const std::pair<double, std::string> said[] = {
      {200, predict.when_right}, {0, predict.when_low}, {250, predict.when_high}};
  for (const auto& pair : said) {
    const double height = pair.first;
    CAPTURE(height);
    Tutor tutor = open_drawn_lesson();
    proceed_to(tutor, Step::predict);
    act(tutor, tutor::Predict{0});
    act(tutor, tutor::Proceed{});
    REQUIRE(tutor.at.step == Step::predict);
    draw_level(tutor, height);
    act(tutor, tutor::Proceed{});
    CHECK_FALSE(tutor.at.prediction.is_settled());
    act(tutor, tutor::Kill{"box"});
    finish(tutor);
    watch(tutor);
    REQUIRE(tutor.at.prediction.is_settled());
    CHECK(tutor.at.prediction.feedback == tutor::filled(tutor, pair.second));
    // Too late to change it.
    act(tutor, tutor::PredictPoint{0, 1});
    CHECK(tutor.at.prediction.drawing.points[0] == height);
  }
}

TEST_CASE("who would rather not draw sees the run, and nothing is said of a drawing") {
  Tutor tutor = open_drawn_lesson();
  proceed_to(tutor, Step::predict);
  draw_level(tutor, 100);
  act(tutor, tutor::SkipPrediction{});
  CHECK(tutor.at.step == Step::run);
  finish(tutor);
  watch(tutor);
  CHECK(tutor.at.prediction.is_settled());
  CHECK_FALSE(tutor.at.prediction.is_said());
  CHECK(tutor.at.prediction.feedback.empty());
}

TEST_CASE("a prediction cannot be changed once the run was seen") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  act(tutor, tutor::Predict{2});
  CHECK(tutor.at.prediction.chosen == 1);
}

TEST_CASE("the run plays at the chosen speed, and speed changes no result") {
  std::set<std::uint64_t> hashes;
  for (const double speed : {0.25, 1.0, 16.0}) {
    Tutor tutor = open_small_lesson();
    proceed_to(tutor, Step::run);
    act(tutor, tutor::SetSpeed{speed});
    tutor::advance(tutor, 0.1, tutor::kNoLimit);
    CHECK(sim::to_seconds(tutor.at.run.system().now()) == doctest::Approx(0.1 * speed));
    watch(tutor);
    CHECK(tutor.at.run.finished());
    hashes.insert(tutor.at.run.system().log_hash());
  }
  CHECK(hashes.size() == 1);
}

TEST_CASE("a host that was away for an hour goes on where it was, a tenth of a second at a time") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  act(tutor, tutor::SetSpeed{1});
  tutor::advance(tutor, 3600, tutor::kNoLimit);
  CHECK(sim::to_seconds(tutor.at.run.system().now()) == doctest::Approx(0.1));
}

TEST_CASE("pause, one event, restart") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  act(tutor, tutor::Pause{});
  const std::uint64_t events = tutor.at.run.system().events();
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  CHECK(tutor.at.run.system().events() == events);
  act(tutor, tutor::StepEvent{});
  CHECK(tutor.at.run.system().events() == events + 1);
  act(tutor, tutor::Restart{});
  CHECK(tutor.at.run.system().now() == 0);
}

TEST_CASE("a box can be killed and healed, and the lesson's own numbers stay the lesson's") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  act(tutor, tutor::Kill{"box"});
  CHECK(tutor.at.run.touched());
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  tutor::advance(tutor, 0.1, tutor::kNoLimit);
  const auto down = static_cast<std::size_t>(model::Failure::server_down);
  CHECK(tutor.at.run.system().totals().counts.by_reason[down] > 0);
  act(tutor, tutor::Heal{"box"});
  finish(tutor);
  watch(tutor);
  CHECK(tutor::find_fact(tutor.at.facts, "server_down")->value == 0);
  CHECK(tutor.at.prediction.outcome == 1);
}

TEST_CASE("an unknown part cannot be killed") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::run);
  act(tutor, tutor::Kill{"bax"});
  CHECK_FALSE(tutor.at.run.touched());
}

TEST_CASE("the traffic slider multiplies the load") {
  const auto offered = [](double traffic) {
    Tutor tutor = open_small_lesson();
    proceed_to(tutor, Step::run);
    act(tutor, tutor::SetTraffic{traffic});
    CHECK(tutor.at.run.traffic() == traffic);
    finish(tutor);
    return static_cast<double>(tutor.at.run.system().totals().counts.offered);
  };
  CHECK(offered(0.5) / offered(2) == doctest::Approx(0.25).epsilon(0.1));
}

TEST_CASE("before and after meet the same requests") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::compare);
  finish(tutor);
  REQUIRE(tutor.at.run.tracks.size() == 2);
  CHECK(tutor.at.run.system().totals().counts.offered ==
        tutor.at.run.tracks[1].system().totals().counts.offered);
}

TEST_CASE("the comparison's rows stand before their numbers are known, so that nothing moves") {
  Tutor tutor = open_small_lesson();
  const std::vector<tutor::ComparisonRow> before = tutor.at.comparison;
  proceed_to(tutor, Step::compare);
  watch(tutor);
  REQUIRE(before.size() == tutor.at.comparison.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(before[i].name == tutor.at.comparison[i].name);
    CHECK(before[i].change == "…");
    CHECK_FALSE(tutor.at.comparison[i].change == "…");
  }
}

TEST_CASE("a comparison is measured to its end also when the run on screen is over before") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::compare);
  finish(tutor);
  // A frame's work at a time, as long as more is asked for.
  int frames = 0;
  for (bool moving = true; moving && frames < 10'000; ++frames) {
    int slices = 10;
    moving =
        tutor::advance(
            tutor, 0.02,
            {[](const void* left) { return (*static_cast<int*>(const_cast<void*>(left)))-- > 0; },
             &slices})
            .moving;
  }
  CHECK(tutor.at.measuring.wanted > 0);
  CHECK(tutor.at.measuring.made == tutor.at.measuring.wanted);
}

TEST_CASE("the comparison says what changed") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::compare);
  watch(tutor);
  REQUIRE(tutor.at.comparison.size() == 5);
  const tutor::ComparisonRow& answered = tutor.at.comparison[0];
  CHECK(answered.name == "Answered in time");
  CHECK(answered.after == tutor::find_fact(tutor.at.facts, "fix.good_share")->shown);
  CHECK(has(answered.change, "points"));
  CHECK(has(tutor.at.comparison[3].change, "× faster"));
  CHECK(tutor.at.comparison[4].change == "+$250");
}

TEST_CASE("a fix that does nothing shows no difference") {
  const std::string text =
      with(small_lesson(), "\"edits\": [{\"set\": \"box.size\", \"to\": \"general-8\"}]}",
           "\"edits\": [{\"set\": \"box.resize_s\", \"to\": 30}]}");
  Tutor tutor;
  tutor::add_lesson(tutor, text, "small.json");
  tutor::open_stage(tutor, 1, 1);
  proceed_to(tutor, Step::compare);
  watch(tutor);
  for (const tutor::ComparisonRow& row : tutor.at.comparison) CHECK(row.change == "no difference");
}

TEST_CASE("the challenge is met by the fix, and the debrief has the numbers of that run") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::challenge);
  choose_and_run(tutor, 1, 0);
  const tutor::ChallengeState& state = tutor.at.challenge;
  CHECK(state.ran);
  CHECK(state.met);
  CHECK(state.best_change.empty());
  CHECK(state.debrief.size() >= 3);
  CHECK(state.verdict ==
        tutor::find_fact(tutor.at.facts, "fix.good_share")->shown + " were answered.");
  CHECK(tutor.progress.stages[0].challenge_met);
}

TEST_CASE("a missed challenge names the single change that would have helped most") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::challenge);
  choose_and_run(tutor, 0, 1);
  const tutor::ChallengeState& state = tutor.at.challenge;
  CHECK(state.ran);
  CHECK_FALSE(state.met);
  CHECK(has(state.best_change, "**Eight processors**"));
  CHECK(has(state.best_change, "goal met"));
  const tutor::Fact* failed = tutor::find_fact(tutor.at.facts, "failed");
  CHECK_FALSE(state.verdict == failed->shown + " failed.");
}

TEST_CASE("too much is missed as well, and the smaller box is what would have helped") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::challenge);
  choose_and_run(tutor, 2, 0);
  CHECK_FALSE(tutor.at.challenge.met);
  CHECK(has(tutor.at.challenge.verdict, "$300"));
  CHECK_FALSE(has(tutor.at.challenge.verdict, "failed"));
  CHECK(has(tutor.at.challenge.best_change, "**Eight processors**"));
}

TEST_CASE("hints open one at a time, and the worked solution meets the goal") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::challenge);
  for (const int open : {1, 2, 3, 3}) {
    act(tutor, tutor::OpenHint{});
    CHECK(tutor.at.challenge.hints == open);
  }
  act(tutor, tutor::ShowSolution{});
  CHECK(tutor.at.run.playing);
  watch(tutor);
  CHECK(tutor.at.challenge.met);
}

TEST_CASE("a challenge that was judged stays so when its run is gone through once more") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::challenge);
  act(tutor, tutor::ShowSolution{});
  finish(tutor);
  const tutor::ChallengeState& state = tutor.at.challenge;
  REQUIRE((state.ran && state.met));
  const std::string verdict = state.verdict;
  for (const tutor::DebriefLine& line : state.debrief) {
    if (!line.at_s) continue;
    CAPTURE(line.text);
    act(tutor, tutor::GoTo{*line.at_s});
    watch(tutor);
    CHECK(tutor.at.run.now() == sim::from_seconds(*line.at_s));
    CHECK((state.ran && state.met));
    act(tutor, tutor::Play{});
    watch(tutor);
    CHECK(tutor.at.run.finished());
    CHECK((state.ran && state.met));
    CHECK(state.verdict == verdict);
  }
  act(tutor, tutor::Play{});
  CHECK_FALSE(state.ran);  // from its start: run anew
}

TEST_CASE("the challenge cannot be made easier by hand") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::challenge);
  act(tutor, tutor::RunChallenge{});
  act(tutor, tutor::SetTraffic{0.1});
  CHECK(tutor.at.run.traffic() == 1);
  CHECK_FALSE(tutor.at.run.touched());
}

TEST_CASE("who knows this goes straight to the challenge, and passing it counts") {
  Tutor tutor = open_small_lesson();
  act(tutor, tutor::KnowThis{});
  CHECK(tutor.at.step == Step::challenge);
  choose_and_run(tutor, 1, 0);
  CHECK(tutor.at.challenge.met);
  REQUIRE(tutor.progress.stages.size() == 1);
  CHECK(tutor.progress.stages[0].challenge_met);
  CHECK_FALSE(tutor::find_fact(tutor.at.facts, "fix.failed") == nullptr);
}

TEST_CASE("a challenge that was met stays met in the progress when the next try fails") {
  Tutor tutor = open_small_lesson();
  act(tutor, tutor::KnowThis{});
  choose_and_run(tutor, 1, 0);
  choose_and_run(tutor, 0, 0);
  CHECK_FALSE(tutor.at.challenge.met);
  CHECK(tutor.progress.stages[0].challenge_met);
}

TEST_CASE("what the fix made worse is run, and its texts have their numbers") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::worse);
  CHECK(tutor.at.run.playing);
  watch(tutor);
  const std::string text = tutor::filled(tutor, tutor::current(tutor).worse.text[0].text);
  CHECK(has(text, " %"));
}

TEST_CASE("a question's answer can be seen run") {
  Tutor tutor = open_small_lesson();
  proceed_to(tutor, Step::questions);
  act(tutor, tutor::ShowAnswer{});
  CHECK(tutor.at.run.track().label != "Leave it");
  act(tutor, tutor::Mark{0});
  act(tutor, tutor::GiveAnswer{});
  act(tutor, tutor::ShowAnswer{});
  CHECK(tutor.at.run.track().label == "Leave it");
  CHECK(tutor.at.run.playing);
}

TEST_CASE("lessons can be added in any order, also while one is open") {
  Tutor tutor;
  const std::string second =
      with(with(small_lesson(), "\"stage\": 1", "\"stage\": 2"), "A small lesson", "Another");
  tutor::add_lesson(tutor, second, "stage-02.json");
  tutor::open_stage(tutor, 2, 1);
  tutor::add_lesson(tutor, small_lesson(), "stage-01.json");
  CHECK(tutor.lessons[0].stage == 1);
  CHECK(tutor::current(tutor).title == "Another");
  act(tutor, tutor::OpenStage{1});
  CHECK(tutor::current(tutor).title == "A small lesson");
}

TEST_CASE("a faulty lesson is kept with its reason, and the others still work") {
  Tutor tutor = open_small_lesson();
  tutor::add_lesson(tutor, "{", "lessons/stage-03.json");
  REQUIRE(tutor.lessons.size() == 2);
  CHECK(tutor.lessons[1].stage == 3);
  CHECK_FALSE(tutor.lessons[1].usable());
  act(tutor, tutor::OpenStage{3});
  CHECK(has(tutor.notice.text, "lessons/stage-03.json: is not valid JSON"));
  CHECK(tutor::current(tutor).stage == 1);
  act(tutor, tutor::OpenStage{7});
  CHECK(has(tutor.notice.text, "There is no stage 7"));
}

TEST_CASE("the same seed gives the same lesson, another seed another run of it") {
  const auto failed = [](std::uint64_t seed) {
    Tutor tutor = open_small_lesson(seed);
    watch(tutor);
    return tutor::find_fact(tutor.at.facts, "failed")->value;
  };
  CHECK(failed(1) == failed(1));
  CHECK(failed(1) != failed(2));
}
