// The lesson contract: what a machine can see of a lesson's quality.
#include "lesson/check.h"

#include <doctest/doctest.h>

#include <string>

#include "lesson/text.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

lesson::Lesson lesson_from(const std::string& text) {
  lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  return read.lesson;
}

}  // namespace

TEST_CASE("a lesson that keeps the contract has no faults") {
  CHECK(lesson::check_lesson(lesson_from(test::small_lesson()), "small.json").empty());
}

TEST_CASE("a stage of more than 900 words is told how many it has") {
  std::string long_text;
  for (int i = 0; i < 300; ++i) long_text += "word and ";
  long_text += "end";
  const std::string paragraphs = "[\"" + long_text.substr(0, 1800) + "\", \"" +
                                 long_text.substr(0, 1800) + "\", \"" + long_text.substr(0, 1800) +
                                 "\"]";
  const lesson::Lesson lesson = lesson_from(test::with(
      test::small_lesson(), "[\"Three processors' work needs three processors.\"]", paragraphs));
  const auto faults = lesson::check_lesson(lesson, "small.json");
  REQUIRE(faults.size() == 1);
  CHECK(to_line(faults[0]).find("small.json: has " + std::to_string(lesson::words_of(lesson)) +
                                " words") == 0);
}

TEST_CASE("words are counted as a reader does") {
  CHECK(lesson::count_words("") == 0);
  CHECK(lesson::count_words("One, two – three.") == 3);
  CHECK(lesson::count_words("  1,000 people  ") == 2);
  CHECK(lesson::count_words("λ = 3") == 2);
}

TEST_CASE("hints and reasons are opened on demand and not counted") {
  const int before = lesson::words_of(lesson_from(test::small_lesson()));
  const std::string text = test::with(test::small_lesson(), "Look at the box.",
                                      "Look at the box for a long long while.");
  CHECK(lesson::words_of(lesson_from(text)) == before);
}

TEST_CASE("right answers that give themselves away by their length are told of") {
  std::string text = test::small_lesson();
  for (int i = 0; i < 3; ++i)
    text = test::with(text, "{\"text\": \"Wrong, at length\"", "{\"text\": \"No\"");
  const auto faults = lesson::check_lesson(lesson_from(text), "small.json");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].reason.find("have the right option as the longest three times") == 0);
}

TEST_CASE("more than a fifth of recall is told of") {
  const std::string text =
      test::with(test::small_lesson(), "\"level\": \"why\"", "\"level\": \"recall\"");
  const auto faults = lesson::check_lesson(lesson_from(text), "small.json");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].reason == "can be at most one fifth recall, but two of five are");
}

TEST_CASE("a stage begins with the system that the stage before ended with, its load aside") {
  const lesson::Lesson before = lesson_from(test::small_lesson());
  const std::string grown =
      test::with(test::small_lesson(), "\"size\": \"general-2\"", "\"size\": \"general-8\"");
  const std::string loaded = test::with(grown, "\"users\": 1000, ", "\"users\": 5000, ");
  CHECK(lesson::check_order(before, lesson_from(loaded), "next.json").empty());

  const auto faults = lesson::check_order(before, before, "next.json");
  REQUIRE(faults.size() == 1);
  CHECK(to_line(faults[0]) ==
        "next.json /scenario/parts: must be those that stage 1 ended with, but \"box\" is new or "
        "differs");
}

TEST_CASE("marks are found in order, with their names") {
  const auto marks = lesson::marks_of("**Bold** [term] and {fact}");
  REQUIRE(marks.size() == 3);
  CHECK(marks[0].name == "Bold");
  CHECK(marks[1].name == "term");
  CHECK(marks[2].name == "fact");
  CHECK(lesson::same_term("Little's Law", "little's law"));
}
