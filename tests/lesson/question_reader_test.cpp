// What an author of questions meets: every kind is read, and a broken one is told of.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lesson/lesson.h"
#include "lesson/reader.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;
using Kind = lesson::Question::Kind;

lesson::Lesson read_all_kinds() {
  lesson::ReadLesson read = lesson::read_lesson(test::small_lesson_of_every_kind(), "small.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  return std::move(read.lesson);
}

std::vector<std::string> faults_with(const std::string& from, const std::string& to) {
  const std::string text = test::with(test::small_lesson_of_every_kind(), from, to);
  std::vector<std::string> lines;
  for (const lesson::FileFault& fault : lesson::read_lesson(text, "small.json").faults) {
    lines.push_back(to_line(fault));
  }
  return lines;
}

std::string fault_with(const std::string& from, const std::string& to) {
  const std::vector<std::string> lines = faults_with(from, to);
  for (const std::string& line : lines) CAPTURE(line);
  REQUIRE(lines.size() == 1);
  return lines[0];
}

const model::Setting* setting_of(const model::Scenario& scenario, std::size_t part,
                                 const std::string& name) {
  for (const model::Setting& setting : scenario.parts[part].settings) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a question of every kind is read") {
  const lesson::Lesson lesson = read_all_kinds();
  REQUIRE(lesson.questions.size() == 8);
  for (const lesson::Question& question : lesson.questions) {
    CAPTURE(question.id);
    const bool computed = question.kind == Kind::number || question.kind == Kind::simulated ||
                          question.on_diagram() || question.kind == Kind::draw;
    CHECK(question.computed() == computed);
    CHECK_FALSE(question.prompt.empty());
  }
  CHECK(lesson.questions[3].options[0].high == 0.05);
  CHECK(lesson.questions[5].options[1].text == "Spare");
  CHECK(lesson.questions[7].curve.at_s.size() == 5);
}

TEST_CASE("a computed question has a round for each combination of its fresh values") {
  const lesson::Lesson lesson = read_all_kinds();
  const lesson::Question& question = lesson.questions[2];
  REQUIRE(question.rounds.size() == 4);
  for (std::size_t round = 0; round < question.rounds.size(); ++round) {
    const lesson::Round& one = question.rounds[round];
    const model::Scenario scenario =
        lesson::question_scenario(lesson, question, static_cast<int>(round));
    REQUIRE(one.values.size() == 2);
    CHECK(setting_of(scenario, 0, "users")->number == one.values[0].number);
    CHECK(setting_of(scenario, 1, "size")->text == one.values[1].text);
    CHECK(setting_of(scenario, 0, "traffic")->number == 2);
  }
}

TEST_CASE("a changed question is known by its content") {
  const lesson::Lesson before = read_all_kinds();
  const lesson::Lesson after =
      lesson::read_lesson(test::with(test::small_lesson_of_every_kind(), "\"Wrong, at length\"",
                                     "\"Wrong, as before\""),
                          "small.json")
          .lesson;
  CHECK(before.questions[0].content != after.questions[0].content);
  CHECK(before.questions[1].content == after.questions[1].content);
}

TEST_CASE("a broken question is told of with its place") {
  CHECK(fault_with("\"kind\": \"order\"", "\"kind\": \"ordr\"")
            .starts_with("small.json /questions/4/kind: must be one of"));
  CHECK(fault_with("\"below\": 0.05", "\"below\": 0.04") ==
        "small.json /questions/3/options: leave a gap between 0.04 and 0.05");
  CHECK(fault_with("{\"part\": \"spare\", \"reason\": \"It was",
                   "{\"part\": \"spar\", \"reason\": \"It was") ==
        "small.json /questions/5/options/1/part: names \"spar\", but there is no such part; did "
        "you mean \"spare\"?");
  CHECK(fault_with("[2, 6, 10, 14, 18]", "[2, 6, 5, 14, 18]") ==
        "small.json /questions/7/at_s/2: must be later than the one before");
  CHECK(fault_with("[2, 6, 10, 14, 18]", "[2, 6, 10, 14, 180]") ==
        "small.json /questions/7/at_s/4: is after the run's end at 20");
  CHECK(fault_with("\"to\": \"$size\"", "\"to\": \"$sise\"")
            .starts_with("small.json /questions/2/edits/1/to: must be one of"));
  CHECK(fault_with("\"from\": [100, 2000]", "\"from\": [100, -2]")
            .starts_with("small.json /questions/3/edits/0/to: must be between"));
  CHECK(fault_with("\"tolerance\": 0.2, \"when_right\": \"Yes, {failed_share}.\"",
                   "\"tolerance\": 2, \"when_right\": \"Yes, {failed_share}.\"") ==
        "small.json /questions/2/tolerance: must be between 0.02 and 0.5, is 2");
}
