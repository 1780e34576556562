// What a learner is told after a challenge: true of the run, and of use for the next try.
#include "tutor/debrief.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/tutor/lessons.h"

namespace {

using namespace tenfold;
using namespace tenfold::test;
using model::GoalResult;
using model::Metric;
using tutor::Facts;
using tutor::SideRun;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Facts facts_of_run(const model::Scenario& scenario) {
  return tutor::run_job({.scenario = scenario}).facts;
}

// The numbers with their reasons, as in "12 queue full, 1,003 timed out.".
struct Told {
  double sum = 0;
  std::set<std::string> reasons;
};
Told reasons_in(const std::string& sentence) {
  Told told;
  std::string list = sentence.substr(sentence.rfind(": ") + 2);
  REQUIRE(list.back() == '.');
  list.back() = ',';
  list += ' ';
  for (std::size_t end = list.find(", "); end != std::string::npos; end = list.find(", ")) {
    const std::size_t space = list.find(' ');
    std::string number = list.substr(0, space);
    std::erase(number, ',');
    told.sum += std::stod(number);
    told.reasons.insert(list.substr(space + 1, end - space - 1));
    list.erase(0, end + 2);
  }
  return told;
}

GoalResult good_share(double measured) {
  return {.goal = {.metric = Metric::good_share, .limit = 0.99},
          .measured = measured,
          .met = measured >= 0.99};
}

GoalResult cost(double measured) {
  return {.goal = {.metric = Metric::cost_month, .at_least = false, .limit = 300},
          .measured = measured,
          .met = measured <= 300};
}

// The challenge with the first decision taken so, and what its run came to.
SideRun other(int option, std::vector<GoalResult> results) {
  auto job = std::make_shared<tutor::AskedJob>();
  job->result.emplace().goals = std::move(results);
  return {.use = SideRun::Use::other_choice,
          .job = std::move(job),
          .done = true,
          .decision = 0,
          .option = option};
}

}  // namespace

TEST_CASE("the reasons of the failures that are told add up to the failures") {
  const Facts facts = facts_of_run(lesson::worse_scenario(taught()));
  model::Scenario overloaded_and_killed = taught().scenario;
  overloaded_and_killed.changes.push_back(
      {.at_s = 10, .change = {.kind = model::Change::Kind::kill, .part = "box", .setting = {}}});
  const Facts both = facts_of_run(overloaded_and_killed);
  for (const Facts* some : {&facts, &both}) {
    const std::string sentence = tutor::failures_in_words(*some);
    CAPTURE(sentence);
    const Told told = reasons_in(sentence);
    CHECK(told.sum > 0);
    CHECK(told.sum == tutor::find_fact(*some, "failed")->value);
    CHECK(has(sentence, tutor::find_fact(*some, "failed_share")->shown));
    CHECK(has(sentence, "the first at " + tutor::find_fact(*some, "first_failure_at")->shown));
  }
  CHECK(reasons_in(tutor::failures_in_words(both)).reasons.size() > 1);
}

TEST_CASE("every kind of failure is told of by its name") {
  Facts facts = {{"failed", 0, "0"}, {"offered", 100, "100"}};
  for (std::size_t i = 1; i < model::kFailures; ++i) {
    facts.push_back({tutor::fact_name(static_cast<model::Failure>(i)), 1, "1"});
    facts[0].value += 1;
  }
  const Told told = reasons_in(tutor::failures_in_words(facts));
  CHECK(told.sum == facts[0].value);
  for (std::size_t i = 1; i < model::kFailures; ++i) {
    CHECK(told.reasons.contains(std::string(model::failure_name(static_cast<model::Failure>(i)))));
  }
}

TEST_CASE("a run without failures says so, and how many were answered") {
  const Facts facts = facts_of_run(lesson::fixed_scenario(taught()));
  CHECK(tutor::failures_in_words(facts) ==
        "No request failed: " + tutor::find_fact(facts, "good")->shown + " were answered in time.");
}

TEST_CASE("a run that is only too dear is told of its bill, any other in the lesson's words") {
  const lesson::Challenge challenge = taught().challenge;
  const Facts facts = {{"good_share", 0.9, "90 %"}, {"failed", 12, "12"}};
  const auto verdict = [&](double share, double dollars) {
    return tutor::verdict(challenge, {good_share(share), cost(dollars)}, facts);
  };
  const std::string too_dear = verdict(1, 700);
  CHECK(has(too_dear, "$700 a month"));
  CHECK(has(too_dear, "$300 to spend"));
  CHECK_FALSE(has(too_dear, "12 failed"));
  CHECK(verdict(0.9, 700) == "12 failed.");
  CHECK(verdict(0.9, 30) == "12 failed.");
  CHECK(verdict(1, 30) == "90 % were answered.");
}

TEST_CASE("a debrief has at least three lines, each with what the run knows") {
  for (const model::Scenario& scenario : {taught().scenario, lesson::fixed_scenario(taught())}) {
    const Facts facts = facts_of_run(scenario);
    const std::vector<tutor::DebriefLine> lines = tutor::debrief(facts, scenario);
    CHECK(lines.size() >= 3);
    for (const tutor::DebriefLine& line : lines) {
      CAPTURE(line.text);
      CHECK_FALSE(has(line.text, "…"));
      CHECK(line.text.find_first_of("0123456789") != std::string::npos);
    }
    CHECK(has(lines[0].text, tutor::find_fact(facts, "peak_rps")->shown));
  }
}

TEST_CASE("a debrief names the busiest part, and the one with the longest queue") {
  const model::Scenario scenario = taught().scenario;
  const Facts facts = {
      {"box.peak_utilisation", 0.6, "60 %"},  {"app.peak_utilisation", 0.97, "97 %"},
      {"app.peak_utilisation_at", 9, "0:09"}, {"box.peak_waiting", 40, "40"},
      {"box.peak_waiting_at", 12, "0:12"},    {"app.peak_waiting", 3, "3"}};
  std::string said;
  for (const tutor::DebriefLine& line : tutor::debrief(facts, scenario)) said += line.text + '\n';
  CHECK(has(said, "App was the busiest part: 97 % in use at 0:09."));
  CHECK(has(said, "At 0:12, 40 were waiting at Box."));
}

TEST_CASE("where nothing was busy and nothing waited no part is blamed") {
  const std::vector<tutor::DebriefLine> lines = tutor::debrief({}, taught().scenario);
  CHECK(lines.size() >= 3);
  for (const tutor::DebriefLine& line : lines) {
    CHECK_FALSE(has(line.text, "busiest"));
    CHECK_FALSE(has(line.text, "waiting"));
  }
}

TEST_CASE("a line's moment lies in the run, and is the one that its words name") {
  model::Scenario killed = taught().scenario;
  killed.changes.push_back(
      {.at_s = 10, .change = {.kind = model::Change::Kind::kill, .part = "box", .setting = {}}});
  for (const model::Scenario& scenario :
       {taught().scenario, lesson::fixed_scenario(taught()), killed}) {
    int moments = 0;
    for (const tutor::DebriefLine& line : tutor::debrief(facts_of_run(scenario), scenario)) {
      CAPTURE(line.text);
      if (!line.at_s) continue;
      ++moments;
      CHECK(*line.at_s >= 0);
      CHECK(*line.at_s < scenario.duration_s);
      CHECK((has(line.text, "at " + tutor::show_clock(*line.at_s)) ||
             has(line.text, "At " + tutor::show_clock(*line.at_s))));
    }
    CHECK(moments >= 3);
  }
}

TEST_CASE("a line that speaks of a part names it, and no other does") {
  const model::Scenario scenario = taught().scenario;
  std::set<std::string> named;
  for (const tutor::DebriefLine& line : tutor::debrief(facts_of_run(scenario), scenario)) {
    CAPTURE(line.text);
    CHECK(line.part.empty() == !(has(line.text, "busiest") || has(line.text, "waiting")));
    if (line.part.empty()) continue;
    named.insert(line.part);
    const auto part =
        std::find_if(scenario.parts.begin(), scenario.parts.end(),
                     [&](const model::PartSpec& some) { return some.id == line.part; });
    REQUIRE(part != scenario.parts.end());
    CHECK(has(line.text, part->label));
  }
  CHECK_FALSE(named.empty());
}

TEST_CASE("what did not happen has no moment") {
  const model::Scenario scenario = lesson::fixed_scenario(taught());
  const Facts facts = facts_of_run(scenario);
  REQUIRE(tutor::find_fact(facts, "failed")->value == 0);
  for (const tutor::DebriefLine& line : tutor::debrief(facts, scenario)) {
    if (has(line.text, "No request failed")) CHECK_FALSE(line.at_s);
  }
  for (const tutor::DebriefLine& line : tutor::debrief({}, scenario)) CHECK_FALSE(line.at_s);
}

TEST_CASE("one goal missed widely is less than two missed narrowly") {
  CHECK(tutor::miss_of({good_share(0.1), cost(30)}) <
        tutor::miss_of({good_share(0.98), cost(301)}));
  CHECK(tutor::miss_of({good_share(0.98), cost(30)}) < tutor::miss_of({good_share(0.5), cost(30)}));
  CHECK(tutor::miss_of({good_share(1), cost(300)}) == tutor::Miss{});
}

TEST_CASE("a miss counts in proportion to its limit, so that dollars do not outweigh shares") {
  CHECK(tutor::miss_of({good_share(1), cost(330)}) < tutor::miss_of({good_share(0.5), cost(30)}));
}

TEST_CASE("of other choices the one that misses the fewest goals is named") {
  const lesson::Challenge challenge = taught().challenge;
  const std::vector<GoalResult> made = {good_share(0.5), cost(700)};
  const SideRun near = other(0, {good_share(0.98), cost(310)});
  const SideRun meets = other(1, {good_share(1), cost(280)});
  const SideRun half = other(2, {good_share(1), cost(900)});
  const auto label = [&](int option) {
    return "**" + challenge.decisions[0].options[static_cast<std::size_t>(option)].label + "**";
  };
  const std::string best = tutor::best_change(challenge, made, {&near, &meets, &half});
  CHECK(has(best, label(1)));
  CHECK(has(best, "$280 a month"));
  CHECK(has(best, "goal met"));
  const std::string closer = tutor::best_change(challenge, made, {&near, &half});
  CHECK(has(closer, label(2)));
  CHECK_FALSE(has(closer, "goal met"));
  CHECK(has(tutor::best_change(challenge, made, {&near}), label(0)));
}

TEST_CASE("where no single other choice comes closer, that is said, and none is named") {
  const lesson::Challenge challenge = taught().challenge;
  const std::vector<GoalResult> made = {good_share(0.9), cost(30)};
  const SideRun same = other(1, made);
  const SideRun worse = other(2, {good_share(0.5), cost(30)});
  for (const std::string& said : {tutor::best_change(challenge, made, {&same, &worse}),
                                  tutor::best_change(challenge, made, {})}) {
    CHECK(has(said, "No single other choice"));
    CHECK_FALSE(has(said, "**"));
  }
}

TEST_CASE("a goal for some users alone is told with their name") {
  GoalResult theirs = good_share(1);
  theirs.goal.users = "readers";
  const SideRun helps = other(1, {theirs, cost(30)});
  const std::string said =
      tutor::best_change(taught().challenge, {good_share(0.5), cost(30)}, {&helps});
  CHECK(has(said, "answered in time (readers), $30 a month"));
}
