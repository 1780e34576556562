// "from": what builds on variants and pieces of its file, and what an author is told who names what
// is not there.
#include "lesson/edits_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lesson/reader.h"
#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

const std::string kSize = R"({"set": "box.size", "to": "general-8"})";
const std::string kWorkers = R"({"set": "app.workers", "to": 64})";
const std::string kDns = R"({"add": {"id": "dns", "kind": "dns", "at": [1, 1]}})";

// The small lesson whose longer queue is instead an alternative with this, and with these pieces.
std::string lesson_with(const std::string& alternative, const std::string& pieces = "") {
  std::string text = test::small_lesson();
  text = test::with(text, R"("from": "long-queue")", R"("edits": [])");
  text = test::with(text, R"("edits": [{"set": "app.queue_limit", "to": 1000}])", alternative);
  const std::string hook = R"("hook": {)";
  return pieces.empty() ? text : test::with(text, hook, R"("pieces": [)" + pieces + "], " + hook);
}

lesson::Lesson read(const std::string& text) {
  lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  return read.lesson;
}

// The one line that it is refused with.
std::string fault_of(const std::string& text) {
  const lesson::ReadLesson read = lesson::read_lesson(text, "small.json");
  for (const lesson::FileFault& fault : read.faults) CAPTURE(to_line(fault));
  REQUIRE(read.faults.size() == 1);
  return to_line(read.faults[0]);
}

}  // namespace

TEST_CASE("what builds on a variant has that variant's edits first, then its own") {
  const lesson::Lesson lesson =
      read(lesson_with(R"("from": "scale-up", "edits": [)" + kWorkers + "]"));
  REQUIRE(lesson.variants[2].edits.size() == 2);
  CHECK(lesson.variants[2].edits[0].setting.text == "general-8");
  CHECK(lesson.variants[2].edits[1].setting.name == "workers");
  const lesson::DecisionOption& eight = lesson.challenge.decisions[0].options[1];
  REQUIRE(eight.edits.size() == 1);
  CHECK(eight.edits[0].setting.text == "general-8");
}

TEST_CASE("variants and pieces build on each other in any order of the file") {
  const lesson::Lesson lesson = read(test::with(
      lesson_with(R"("from": ["second", "third"])",
                  R"({"id": "second", "from": "first", "edits": [{"set": "dns.ttl_s", "to": 9}]},
                                     {"id": "first", "edits": [)" +
                      kDns + R"(]},
                                     {"id": "third", "edits": [)" +
                      kWorkers + "]}"),
      R"("edits": [)" + kSize + "]", R"("from": "third", "edits": [)" + kSize + "]"));
  REQUIRE(lesson.variants[2].edits.size() == 3);
  CHECK(lesson.variants[2].edits[0].part.id == "dns");
  CHECK(lesson.variants[2].edits[1].target == "dns");
  CHECK(lesson.variants[2].edits[2].setting.name == "workers");
  CHECK(lesson::fix_of(lesson).edits.size() == 2);
  CHECK(lesson::with_edits(lesson.scenario, lesson.variants[2].edits).parts.size() == 4);
}

TEST_CASE("a walk, what got worse and a question's run build on pieces too") {
  std::string text =
      lesson_with(R"("edits": [])", R"({"id": "wide", "edits": [)" + kWorkers + "]}");
  text = test::with(text, R"("edits": [{"set": "users.users", "to": 1}])",
                    R"("from": "wide", "edits": [{"set": "users.users", "to": 1}])");
  text = test::with(text, R"("edits": [{"at_s": 10, "kill": "box"}])", R"("from": "wide")");
  text = test::with(text, R"("kind": "one", "level": "why", "prompt": "A?")",
                    R"("kind": "bottleneck", "from": "wide", "level": "why", "prompt": "A?")");
  text = test::with(text, R"("text": "Right", "right": true, "reason": "It is.")",
                    R"("part": "app", "reason": "It is.")");
  text = test::with(text,
                    R"("text": "Wrong, at length", "reason": "It is not.", "misconception": "a")",
                    R"("part": "box", "reason": "It is not.")");
  const lesson::Lesson lesson = read(text);
  CHECK(lesson.walk[0].edits.size() == 2);
  CHECK(lesson.worse.edits.size() == 1);
  REQUIRE(lesson.questions[0].rounds.size() == 1);
  CHECK(lesson.questions[0].rounds[0].edits.size() == 1);
}

TEST_CASE("a name that leads nowhere is one fault, with the nearest that is there") {
  CHECK(
      fault_of(lesson_with(R"("from": "scale-op", "edits": [)" + kWorkers + "]")) ==
      "small.json /variants/2/from: names \"scale-op\", but there is no such variant or piece; did "
      "you mean \"scale-up\"?");
  CHECK(fault_of(lesson_with(R"("from": ["scale-up", "x"])"))
            .starts_with("small.json /variants/2/from/1: names \"x\", but"));
  CHECK(fault_of(lesson_with(R"("from": 5)")) ==
        "small.json /variants/2/from: must be text, is a number");
}

TEST_CASE("what would need the parts of a name that leads nowhere is not told of too") {
  std::string text = lesson_with(R"("from": "domain", "edits": [{"set": "dns.ttl_s", "to": 9}])",
                                 R"({"id": "domains", "edits": [)" + kDns + "]}");
  text = test::with(text, R"("from": "scale-up")", R"("edits": [{"set": "dns.ttl_s", "to": 9}])");
  CHECK(fault_of(text).starts_with("small.json /variants/2/from: names \"domain\", but"));
}

TEST_CASE("what builds on itself is one fault, which names the whole circle") {
  CHECK(fault_of(lesson_with(R"("from": "long-queue")")) ==
        "small.json /variants/2/from: goes in a circle: \"long-queue\" from \"long-queue\"");
  CHECK(fault_of(
            lesson_with(R"("from": "a")",
                        R"({"id": "a", "from": "b"}, {"id": "b", "from": ["scale-up", "a"]})")) ==
        "small.json /pieces/1/from/1: goes in a circle: \"a\" from \"b\" from \"a\"");
}

TEST_CASE("what cannot be built on is told of where it is named, not where it stands") {
  const std::string first = R"({"id": "first", "edits": [)" + kDns + "]}";
  CHECK(
      fault_of(lesson_with(R"("from": ["first", "first"])", first)) ==
      "small.json /variants/2/from: cannot be built on here: adds \"dns\", which is there already");
  CHECK(
      fault_of(lesson_with(R"("from": "less")", R"({"id": "less", "edits": [{"remove": "box"}]})"))
          .starts_with("small.json /variants/2/from: make a system that cannot be"));
  CHECK(fault_of(lesson_with(R"("from": "first", "edits": [)" + kDns + "]", first)) ==
        "small.json /variants/2/edits/0: adds \"dns\", which is there already");
}

TEST_CASE("a fault in what others build on is told of once") {
  const std::string text =
      test::with(test::small_lesson(), kSize, R"({"set": "bax.size", "to": "x"})");
  CHECK(fault_of(text).starts_with("small.json /variants/1/edits/0/set: names \"bax\""));
}

TEST_CASE("a name stands for one thing, and something has to be said of edits") {
  CHECK(fault_of(lesson_with(R"("edits": [])", R"({"id": "scale-up", "edits": []})")) ==
        "small.json /pieces/0/id: is used twice: \"scale-up\"");
  CHECK(fault_of(lesson_with(R"("edits": [])", R"({"id": "idle"})")) ==
        "small.json /pieces/0/edits: is missing");
  CHECK(fault_of(test::with(test::small_lesson(), R"("role": "nothing", "edits": [])",
                            R"("role": "nothing", "from": "scale-up")")) ==
        "small.json /variants/0/from: must be empty: doing nothing changes nothing");
}

TEST_CASE("pieces that double again and again cost no more than the cap") {
  std::string pieces = R"({"id": "p0", "edits": [)" + kWorkers + "]}";
  for (int i = 1; i < 20; ++i) {
    const std::string before = "\"p" + std::to_string(i - 1) + "\"";
    pieces +=
        ", {\"id\": \"p" + std::to_string(i) + "\", \"from\": [" + before + ", " + before + "]}";
  }
  CHECK(fault_of(lesson_with(R"("edits": [])", pieces)) ==
        "small.json /pieces/7/from/1: makes more than 100 edits");
}
