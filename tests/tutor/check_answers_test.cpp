// An author is told where the simulator's answer to a question depends on luck.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lesson/words.h"
#include "tests/lesson/files.h"
#include "tutor/check.h"
#include "tutor/facts.h"

namespace {

using namespace tenfold;

std::vector<lesson::FileFault> faults_of(const std::string& text) {
  const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  std::vector<lesson::FileFault> faults;
  for (std::size_t i = 0; i < read.lesson.questions.size(); ++i) {
    for (lesson::FileFault& fault : tutor::check_answer(read.lesson, i, "small.json")) {
      faults.push_back(std::move(fault));
    }
  }
  return faults;
}

lesson::FileFault fault_with(const std::string& from, const std::string& to) {
  const auto faults = faults_of(test::with(test::small_lesson_of_every_kind(), from, to));
  REQUIRE_FALSE(faults.empty());
  return faults[0];
}

}  // namespace

TEST_CASE("questions whose answers are clear have no faults") {
  for (const lesson::FileFault& fault : faults_of(test::small_lesson_of_every_kind())) {
    CHECK_MESSAGE(false, to_line(fault));
  }
}

TEST_CASE("values that make the answer a matter of luck are named") {
  // A bound where one of the runs came out.
  const lesson::Lesson lesson = lesson::read_lesson(test::small_lesson(), "small.json").lesson;
  model::System run(lesson.scenario, 2);
  run.run_until(run.end());
  const tutor::Facts facts = tutor::facts_of(run, lesson.scenario);
  const std::string bound = lesson::number_word(find_fact(facts, "failed_share")->value);
  std::string text = test::small_lesson_of_every_kind();
  text = test::with(text, "\"from\": [100, 2000]", "\"from\": [1000]");
  text = test::with(text, "\"below\": 0.05", "\"below\": " + bound);
  text = test::with(text, "\"at_least\": 0.05", "\"at_least\": " + bound);
  const auto faults = faults_of(text);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == "/questions/3");
  CHECK(faults[0].reason.starts_with("with users 1,000 gives failed_share of "));
}

TEST_CASE("a bottleneck must lead, a weak point be one, a curve be more than its middle") {
  CHECK(fault_with("\"part\": \"spare\", \"reason\": \"It was {spare.",
                   "\"part\": \"app\", \"reason\": \"It was {app.")
            .reason.starts_with("has no part that is clearly the busiest: box "));
  CHECK(fault_with("\"below\": 0.6", "\"below\": 0.05").reason ==
        "has no part whose death takes the system down");
  CHECK(fault_with("\"high\": 250", "\"high\": 400").reason == "is right when nothing is drawn");
  CHECK(fault_with("\"high\": 250", "\"high\": 150").reason.find("cannot be drawn") !=
        std::string::npos);
}

TEST_CASE("a prediction that is drawn is held to what a drawn question is") {
  const auto faults = [](const std::string& from, const std::string& to) {
    const lesson::ReadLesson read =
        lesson::read_lesson(test::with(test::small_lesson_drawn(), from, to), "small.json");
    REQUIRE(read.faults.empty());
    return tutor::check_prediction(read.lesson, "small.json");
  };
  CHECK(faults("\"high\": 250", "\"high\": 260").empty());
  const auto narrow = faults("\"high\": 250", "\"high\": 150");
  REQUIRE(narrow.size() == 1);
  CHECK(narrow[0].path == "/predict/curve");
  CHECK(narrow[0].reason.find("cannot be drawn") != std::string::npos);
  CHECK(faults("\"high\": 250", "\"high\": 400").size() == 1);
}
