// Numbers as a learner reads them, and where they come from.
#include "tutor/facts.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lesson/lesson.h"
#include "tests/lesson/files.h"
#include "tutor/check.h"
#include "tutor/comparison.h"

namespace {

using namespace tenfold;

lesson::Lesson small() {
  const lesson::ReadLesson read = lesson::read_lesson(test::small_lesson(), "small.json");
  REQUIRE(read.faults.empty());
  return read.lesson;
}

tutor::Facts facts_of_run(const model::Scenario& scenario) {
  model::System system(scenario, 1);
  system.run_until(system.end());
  return tutor::facts_of(system, scenario);
}

double value(const tutor::Facts& facts, std::string_view name) {
  const tutor::Fact* fact = tutor::find_fact(facts, name);
  CAPTURE(name);
  REQUIRE(fact != nullptr);
  return fact->value;
}

}  // namespace

TEST_CASE("numbers are shown with their units, rounded to what a reader needs") {
  CHECK(tutor::show_share(0) == "0 %");
  CHECK(tutor::show_share(0.0861) == "8.6 %");
  CHECK(tutor::show_share(0.54) == "54 %");
  CHECK(tutor::show_share(1) == "100 %");
  CHECK(tutor::show_ms(1900) == "1.9 s");
  CHECK(tutor::show_ms(38.2) == "38 ms");
  CHECK(tutor::show_ms(0.5) == "0.5 ms");
  CHECK(tutor::show_ms(20'000) == "20 s");
  CHECK(tutor::show_clock(42) == "0:42");
  CHECK(tutor::show_clock(125) == "2:05");
  CHECK(tutor::show_count(20134) == "20,134");
  CHECK(tutor::show_count(999) == "999");
  CHECK(tutor::show_count(2.5) == "2.5");
  CHECK(tutor::show_count(1'000'000) == "1,000,000");
  CHECK(tutor::show_dollars(2240) == "$2,240");
}

TEST_CASE("a few failures are never rounded away, and nearly all is not all") {
  CHECK(tutor::show_share(0.9999) == "99.99 %");
  CHECK(tutor::show_share(0.999999) == "99.99 %");
  CHECK(tutor::show_share(0.00003) == "0.003 %");
}

TEST_CASE("the facts of a run agree with each other") {
  const lesson::Lesson lesson = small();
  const tutor::Facts facts = facts_of_run(lesson.scenario);
  // The rest was still inside at the end.
  CHECK(value(facts, "offered") >= value(facts, "good") + value(facts, "failed"));
  double reasons = 0;
  for (const char* name :
       {"queue_full", "timed_out", "server_down", "database_down", "out_of_memory"}) {
    reasons += value(facts, name);
  }
  CHECK(reasons == value(facts, "failed"));
  CHECK(value(facts, "failed_share") ==
        doctest::Approx(value(facts, "failed") / value(facts, "offered")));
  CHECK(value(facts, "p50_ms") <= value(facts, "p99_ms"));
  CHECK(value(facts, "strained_at") < value(facts, "first_failure_at"));
  CHECK(value(facts, "box.peak_utilisation") == doctest::Approx(1).epsilon(0.05));
  CHECK(value(facts, "cost_month") == 30);
  CHECK(value(facts, "app.arrivals") <= value(facts, "offered"));
  CHECK(value(facts, "app.arrivals") > 0);
  CHECK(value(facts, "app.hit_ratio") == 0);
  // There is one clients part, so its requests are all.
  CHECK(value(facts, "users.failed") == value(facts, "failed"));
  CHECK(value(facts, "users.p99_ms") == value(facts, "p99_ms"));
  // Little's law, over the whole run: in the system = rate x time in it.
  CHECK(value(facts, "mean_in_system") ==
        doctest::Approx(value(facts, "arrival_rps") * value(facts, "mean_time_ms") / 1000)
            .epsilon(0.1));
}

TEST_CASE("a line that is full strains the system, and is told of like a full part") {
  model::Scenario scenario = lesson::fixed_scenario(small());
  CHECK(tutor::find_fact(facts_of_run(scenario), "users>app.peak_utilisation") == nullptr);
  scenario.links[0].mbps = 20;  // 250 pages of 10 kB a second, and 300 are asked for
  const tutor::Facts facts = facts_of_run(scenario);
  CHECK(value(facts, "users>app.peak_utilisation") == doctest::Approx(1).epsilon(0.05));
  CHECK(value(facts, "box.peak_utilisation") < 0.8);
  CHECK(value(facts, "strained_at") < value(facts, "first_failure_at"));
}

TEST_CASE("what did not happen is shown as never, and lies at the run's end") {
  const lesson::Lesson lesson = small();
  const tutor::Facts facts = facts_of_run(lesson::fixed_scenario(lesson));
  CHECK(tutor::find_fact(facts, "first_failure_at")->shown == "never");
  CHECK(value(facts, "first_failure_at") == lesson.scenario.duration_s);
}

TEST_CASE("the names that a lesson may quote are exactly those of a run") {
  const lesson::Lesson lesson = small();
  std::vector<std::string> names;
  for (const tutor::Fact& fact : facts_of_run(lesson.scenario)) names.push_back(fact.name);
  CHECK(names == tutor::fact_names(lesson.scenario));
}

TEST_CASE("texts are filled with facts, and with dots where there is none yet") {
  tutor::Facts facts = {{"failed", 3, "3"}};
  tutor::add_facts(facts, "fix.", {{"failed", 0, "0"}});
  CHECK(tutor::fill("{failed}, then {fix.failed}.", facts) == "3, then 0.");
  CHECK(tutor::fill("{other} of **[them]**", facts) == "… of **[them]**");
  CHECK(tutor::fill("no marks", facts) == "no marks");
  CHECK(tutor::fill("{unclosed", facts) == "{unclosed");
}

TEST_CASE("a text that quotes what no run can know is told of") {
  const auto faults_with = [](const std::string& from, const std::string& to) {
    const std::string text = test::with(test::small_lesson(), from, to);
    const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
    REQUIRE(read.faults.empty());
    return tutor::check_facts(read.lesson, "small.json");
  };
  CHECK(faults_with("A [queue] grows.", "A [queue] grows.").empty());
  auto faults = faults_with("A [queue] grows.", "{faild} failed.");
  REQUIRE(faults.size() == 1);
  CHECK(to_line(faults[0]) ==
        "small.json /hook/text/0: quotes \"faild\", which is not a fact; did you mean \"failed\"?");
  faults = faults_with("A [queue] grows.", "{fix.failed} failed.");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].reason == "quotes \"fix.failed\", which is not known yet where this is read");
  faults = faults_with("\"fact\": \"failed_share\"", "\"fact\": \"failing_share\"");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == "/predict/fact");
}

TEST_CASE("a prediction of a series that no run has is told of") {
  const lesson::ReadLesson read = lesson::read_lesson(
      test::with(test::small_lesson_drawn(), "\"app.waiting\"", "\"app.waitin\""), "small.json");
  REQUIRE(read.faults.empty());
  const auto faults = tutor::check_facts(read.lesson, "small.json");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == "/predict/curve/series");
  CHECK(faults[0].reason.find("did you mean \"app.waiting\"?") != std::string::npos);
}

TEST_CASE("a stop that the followed request never makes is told of") {
  CHECK(tutor::check_walk(small(), "small.json").empty());
  const std::string text = test::with(test::small_lesson(), "\"part\": \"app\", \"doing\": \"cpu\"",
                                      "\"part\": \"app\", \"doing\": \"disk\"");
  const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  REQUIRE(read.faults.empty());
  const auto faults = tutor::check_walk(read.lesson, "small.json");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == "/walk/stops/1");
}

TEST_CASE("a difference within the noise of repeated runs is no difference") {
  const auto facts = [](double p99_ms) {
    return tutor::Facts{{"p99_ms", p99_ms, tutor::show_ms(p99_ms)}};
  };
  const tutor::Facts before[] = {facts(100), facts(110), facts(95)};
  const tutor::Facts noisy[] = {facts(104), facts(99), facts(101)};
  const tutor::Facts better[] = {facts(50), facts(56), facts(47)};
  const auto change = [&](const tutor::Facts* after) {
    const std::vector<tutor::ComparisonRow> rows =
        tutor::compare({{&before[0], &after[0]}, {&before[1], &after[1]}, {&before[2], &after[2]}});
    REQUIRE(rows.size() == 1);
    return rows[0].change;
  };
  CHECK(change(noisy) == "no difference");
  CHECK(change(better) == "2.0× faster");
}
