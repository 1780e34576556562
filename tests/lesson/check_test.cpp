// The lesson contract: what a machine can see of a lesson's quality.
#include "lesson/check.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lesson/repeats.h"
#include "lesson/text.h"
#include "lesson/wording.h"
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

TEST_CASE("a stage begins with the system that the stage before ended with, load and sizes aside") {
  const lesson::Lesson before = lesson_from(test::small_lesson());
  const auto faults_after = [&](const std::string& from, const std::string& to) {
    const std::string fixed =
        test::with(test::small_lesson(), "\"size\": \"general-2\"", "\"size\": \"general-8\"");
    std::string told;
    for (const lesson::FileFault& fault :
         lesson::check_order(before, lesson_from(test::with(fixed, from, to)), "next.json")) {
      told += fault.path + " " + fault.reason.substr(fault.reason.find("but")) + "\n";
    }
    return told;
  };
  CHECK(faults_after("\"users\": 1000, ", "\"users\": 5000, ").empty());
  CHECK(faults_after("\"general-8\"", "\"general-16\"").empty());
  CHECK(faults_after("\"round_trip_ms\": 20", "\"round_trip_ms\": 160").empty());
  const std::string another =
      "{\"id\": \"app-2\", \"kind\": \"app_server\", \"at\": [1, 1], \"machine\": \"box\"}, ";
  CHECK(faults_after("{\"id\": \"app\"", another + "{\"id\": \"app\"").empty());

  CHECK(faults_after("\"cpu_ms\": 10", "\"cpu_ms\": 5") == "/scenario/parts but \"app\" differs\n");
  const std::string guard = "{\"id\": \"dns\", \"kind\": \"dns\", \"at\": [1, 1]}, ";
  CHECK(faults_after("{\"id\": \"app\"", guard + "{\"id\": \"app\"") ==
        "/scenario/parts but \"dns\" is of a kind that it did not have\n");
}

TEST_CASE("what the fix brings in is told, and nothing else") {
  const auto fault_with = [](const std::string& from, const std::string& to) {
    const auto faults =
        lesson::check_lesson(lesson_from(test::with(test::small_lesson(), from, to)), "small.json");
    REQUIRE(faults.size() == 1);
    return to_line(faults[0]);
  };
  const std::string fix = "{\"set\": \"box.size\", \"to\": \"general-8\"}";
  const std::string dns = ", {\"add\": {\"id\": \"dns\", \"kind\": \"dns\", \"at\": [1, 1]}}";
  CHECK(fault_with(fix, fix + dns) ==
        "small.json /teaches: does not name \"dns\", which the fix brings in");
  CHECK(fault_with("\"speed\": 2", "\"speed\": 2, \"teaches\": [\"dns\"]") ==
        "small.json /teaches: names \"dns\", which the fix does not bring in");
  CHECK(fault_with("\"speed\": 2", "\"speed\": 2, \"teaches\": [\"machine\"]") ==
        "small.json /teaches: names \"machine\", which the failing system has already");
}

TEST_CASE("the whole journey needs enough questions of the kinds that are run") {
  const lesson::Lesson plain = lesson_from(test::small_lesson());
  const lesson::Lesson varied = lesson_from(test::small_lesson_of_every_kind());
  const std::vector<const lesson::Lesson*> ten(10, &plain);
  const auto faults = lesson::check_bank(ten, "lessons");
  REQUIRE(faults.size() >= 3);
  CHECK(to_line(faults[0]) ==
        "lessons: has 50 questions in all its stages; at least 100 are needed");
  for (const auto& fault :
       lesson::check_bank(std::vector<const lesson::Lesson*>(20, &varied), "lessons")) {
    CHECK(fault.reason.find(" are needed") == std::string::npos);
  }
}

TEST_CASE("edits that stand in a file twice are told of, each with the first of its like") {
  CHECK(lesson::check_repeats(test::small_lesson(), "small.json").empty());
  std::string text = test::with(test::small_lesson(), "\"from\": \"scale-up\"",
                                R"("edits": [{"set": "box.size", "to": "general-8"}])");
  text = test::with(text, "\"from\": \"long-queue\"",
                    R"("edits": [{"set": "app.queue_limit", "to": 1000}])");
  const auto faults = lesson::check_repeats(text, "small.json");
  REQUIRE(faults.size() == 2);
  CHECK(to_line(faults[0]).starts_with(
      "small.json /challenge/decisions/0/options/1/edits/0: repeats /variants/1/edits/0; "));
  CHECK(faults[1].reason.starts_with("repeats /variants/2/edits/0; "));
}

TEST_CASE("a repeat among many edits is nobody's fault") {
  std::string edits;
  for (int i = 0; i < 19; ++i) {
    edits += R"({"set": "app.queue_limit", "to": )" + std::to_string(i) + "},";
  }
  const std::string once = R"({"edits": [)" + edits + R"({"set": "app.queue_limit", "to": 0}]})";
  CHECK(lesson::check_repeats(once, "small.json").empty());
}

TEST_CASE("marks are found in order, with their names") {
  const auto marks = lesson::marks_of("**Bold** [term] and {fact}");
  REQUIRE(marks.size() == 3);
  CHECK(marks[0].name == "Bold");
  CHECK(marks[1].name == "term");
  CHECK(marks[2].name == "fact");
  CHECK(lesson::same_term("Little's Law", "little's law"));
}

namespace {

// The one fault of the small lesson's wording, when its explanation says this instead.
std::string wording_fault(const std::string& says) {
  const std::string text =
      test::with(test::small_lesson(), "[\"Three processors' work needs three processors.\"]",
                 "[\"" + says + "\"]");
  const auto faults = lesson::check_wording(lesson_from(text), "small.json");
  REQUIRE(faults.size() == 1);
  return to_line(faults[0]);
}

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "word ";
  return text + "end.";
}

}  // namespace

TEST_CASE("what is too long to be read in one go is told of: sentences, paragraphs, explanations") {
  CHECK(lesson::check_wording(lesson_from(test::small_lesson()), "small.json").empty());
  CHECK(wording_fault(words(lesson::kMostInSentence))
            .find("/explain/text/0: has a sentence of 29 words") != std::string::npos);
  CHECK(wording_fault(words(20) + ' ' + words(20) + ' ' + words(20))
            .find("/explain/text/0: has 63 words") != std::string::npos);
  std::string paragraphs = words(20);
  for (int i = 0; i < 9; ++i) paragraphs += "\", \"" + words(20);
  CHECK(wording_fault(paragraphs).find("/explain: has 210 words") != std::string::npos);
}

TEST_CASE("a figure about a company needs its year and, in brackets, its source") {
  CHECK(wording_fault("Netflix has 200 million users.").find("about Netflix") != std::string::npos);
  CHECK(wording_fault("Netflix has 200 million users (its letter).").find("its year") !=
        std::string::npos);
}

TEST_CASE("a term is marked where it is first used, and the names of facts use none") {
  const std::string glossary = R"("glossary": [)";
  const auto faults_with = [&](const std::string& says) {
    std::string text =
        test::with(test::small_lesson(), "[\"Three processors' work needs three processors.\"]",
                   "[\"" + says + "\"]");
    const std::string term = R"({"term": "zebra", "meaning": "An animal."}, )";
    text = test::with(text, glossary, glossary + term);
    return lesson::check_wording(lesson_from(text), "small.json");
  };
  CHECK(faults_with("A [zebra], then another zebra.").empty());
  CHECK(faults_with("No zebras here.").empty());
  REQUIRE(faults_with("A zebra, then a [zebra].").size() == 1);
  CHECK(faults_with("A zebra.")[0].reason.find("uses \"zebra\" before") == 0);
}

TEST_CASE("right answers that are the shortest more often than chance has it are told of") {
  std::string text = test::small_lesson();
  const lesson::Lesson plain = lesson_from(text);
  const auto told = [](const lesson::Lesson& lesson, const std::string& what) {
    for (const auto& fault :
         lesson::check_bank(std::vector<const lesson::Lesson*>(10, &lesson), "lessons")) {
      if (fault.reason.find(what) != std::string::npos) return true;
    }
    return false;
  };
  lesson::Lesson shortest = plain;
  lesson::Lesson longest = plain;
  for (std::size_t i = 0; i < plain.questions.size(); ++i) {
    for (auto& option : shortest.questions[i].options) option.text = option.right ? "a" : "long";
    for (auto& option : longest.questions[i].options) option.text = option.right ? "long" : "a";
  }
  CHECK(told(shortest, "has the right option as the shortest in"));
  CHECK(told(longest, "has the right option as the longest in"));
}

TEST_CASE("two questions with the same right answer are told of") {
  lesson::Lesson lesson = lesson_from(test::small_lesson());
  for (auto& question : lesson.questions) {
    for (auto& option : question.options) {
      if (option.right) option.text = "A little longer, by a hop";
    }
  }
  std::string told;
  for (const auto& fault : lesson::check_bank({&lesson}, "lessons")) told += fault.reason + '\n';
  CHECK(told.find("has the same right answer in") != std::string::npos);
}

TEST_CASE("chances of unequal trials add up") {
  CHECK(lesson::chance_of_at_least(0, {0.25, 0.5}) == doctest::Approx(1));
  CHECK(lesson::chance_of_at_least(1, {0.25, 0.5}) == doctest::Approx(0.625));
  CHECK(lesson::chance_of_at_least(2, {0.25, 0.5}) == doctest::Approx(0.125));
}
