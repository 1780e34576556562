// Room files: read whole, or refused with the place and the reason.
#include "lesson/room.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/lesson/files.h"

namespace {

using namespace tenfold;

std::string small_room() { return test::read_text("tests/lesson/small_room.json"); }

// The one line that the room with one passage replaced is refused with.
std::string fault_with(const std::string& from, const std::string& to) {
  const auto read = lesson::read_room(test::with(small_room(), from, to), "room.json");
  REQUIRE(read.faults.size() == 1);
  return to_line(read.faults[0]);
}

std::string interview_with(const std::string& moves) {
  const auto read =
      lesson::read_room(R"({"room": "interview", "title": "T", "interviews": [{"id": "a",
    "title": "A", "text": ["P"], "minutes": 5, "moves": [)" +
                            moves + "]}]}",
                        "room.json");
  return read.faults.empty() ? "" : to_line(read.faults[0]);
}

}  // namespace

TEST_CASE("a room is read whole") {
  const lesson::ReadRoom read = lesson::read_room(small_room(), "room.json");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  CHECK(read.room.name == "sheet");
  CHECK(read.room.rows[0].run.stage == 1);
  CHECK(read.room.rows[1].run.edits.size() == 1);
  CHECK(read.room.rows[1].falls);
  CHECK(read.room.sections[0].tables[0].rows[1][1] == "2");
  CHECK(read.room.glossary[0].term == "word");
}

TEST_CASE("a pair of its own needs no lesson; a stage's pair is the lesson's nothing and fix") {
  const lesson::Room room = lesson::read_room(small_room(), "room.json").room;
  const lesson::Lesson taught = lesson::read_lesson(test::small_lesson(), "small.json").lesson;
  CHECK_FALSE(lesson::scenarios_of(room.rows[0].run, nullptr).known);
  const auto of_stage = lesson::scenarios_of(room.rows[0].run, &taught);
  REQUIRE(of_stage.known);
  CHECK(of_stage.after_label == lesson::fix_of(taught).label);
  const auto own = lesson::scenarios_of(room.rows[1].run, nullptr);
  REQUIRE(own.known);
  CHECK(own.before_label == "One balancer");
  CHECK(own.after.parts[1].settings.size() == own.before.parts[1].settings.size() + 1);
}

TEST_CASE("a room's author is told what is wrong, and where") {
  CHECK(
      fault_with("\"room\": \"sheet\"", "\"room\": \"Sheets!\"").starts_with("room.json /room: "));
  CHECK(fault_with("\"signs\": [\"errors\"]", "\"signs\": [\"error\"]") ==
        "room.json /rows/1/signs/0: names \"error\", which is not there; did you mean \"errors\"?");
  CHECK(fault_with("\"id\": \"own\"", "\"id\": \"taught\"") ==
        "room.json /rows/1/id: is used twice: \"taught\"");
  CHECK(fault_with("a [word]", "a [term]") ==
        "room.json /text/0: marks the term \"term\", which this file's glossary does not explain");
  CHECK(fault_with("Its CPU", "{failed} of its CPU").find("no run's facts work here") !=
        std::string::npos);
  CHECK(fault_with("[\"1\", \"2\"]", "[\"1\", \"2\", \"3\"]") ==
        "room.json /sections/0/tables/0/rows/1: must have as many cells as the first row");
  CHECK(fault_with("\"set\": \"lb.standby\"", "\"set\": \"lb.standbye\"")
            .find("did you mean \"standby\"?") != std::string::npos);
}

TEST_CASE("an interview's move refers to moves that are there and has one right reason") {
  const std::string plain = R"({"id": "m1", "phase": "clarify", "text": "T", "feedback": "F"},
    {"id": "m2", "phase": "estimate", "text": "T", "feedback": "F"},
    {"id": "m3", "phase": "stop", "text": "T", "feedback": "F"}, )";
  CHECK(interview_with(plain + R"({"id": "m4", "phase": "evolve", "text": "T", "feedback": "F",
    "after": ["m1"], "reasons": [{"text": "a", "right": true, "feedback": "f"},
    {"text": "b", "feedback": "f"}]})")
            .empty());
  CHECK(interview_with(plain + R"({"id": "m4", "phase": "evolve", "text": "T", "feedback": "F",
    "after": ["m9"]})")
            .find("/moves/3/after: names \"m9\"") != std::string::npos);
  CHECK(interview_with(plain + R"({"id": "m4", "phase": "evolve", "text": "T", "feedback": "F",
    "reasons": [{"text": "a", "feedback": "f"}, {"text": "b", "feedback": "f"}]})")
            .find("exactly one") != std::string::npos);
}

namespace {

// A room of proof whose parts are all right but for what a test replaces.
lesson::ReadRoom proof_with(const std::string& from, const std::string& to) {
  const std::string text = R"({"room": "proof", "title": "T", "signature": "17",
    "theory": [{"name": "M/M/1: W", "expected": 5, "simulated": 5.01, "half_width": 0.02}],
    "matrix": [{"stage": 3, "title": "Stage", "id": "left-alone", "label": "Nothing",
                "role": "nothing", "wins": 2, "of": 100}],
    "live": {"row": "M/M/1: W", "unit_ms": 2, "scenario": {"id": "one", "title": "One",
      "duration_s": 20, "parts": [{"id": "users", "kind": "clients", "at": [0, 0]},
        {"id": "box", "kind": "machine", "at": [1, 0]},
        {"id": "app", "kind": "app_server", "at": [1, 0], "machine": "box", "queries": 0}],
      "links": [{"from": "users", "to": "app"}],
      "goals": [{"metric": "good_share", "at_least": 0.9}]}}})";
  return lesson::read_room(test::with(text, from, to), "proof.json");
}

std::string proof_fault_with(const std::string& from, const std::string& to) {
  const lesson::ReadRoom read = proof_with(from, to);
  REQUIRE(read.faults.size() == 1);
  return to_line(read.faults[0]);
}

}  // namespace

TEST_CASE("theory's rows, the matrix and the signature are read; a live row knows what to expect") {
  const lesson::ReadRoom read = proof_with("17", "18446744073709551615");
  for (const lesson::FileFault& fault : read.faults) MESSAGE(to_line(fault));
  REQUIRE(read.faults.empty());
  const lesson::Room& room = read.room;
  CHECK(room.signature == "18446744073709551615");  // all 64 bits of it
  CHECK(room.theory.at(0).half_width == 0.02);
  CHECK(room.matrix.at(0).role == lesson::MatrixRow::Role::nothing);
  CHECK(room.matrix.at(0).wins == 2);
  REQUIRE(room.live.has_value());
  CHECK(room.live->expected_ms == 10);
  CHECK(room.live->scenario.parts.size() == 3);
}

TEST_CASE("a live row that theory's table lacks, or more wins than runs, are faults") {
  CHECK(proof_fault_with("\"row\": \"M/M/1: W\"", "\"row\": \"M/M/2: W\"") ==
        "proof.json /live/row: names \"M/M/2: W\", which is not there; did you mean \"M/M/1: W\"?");
  CHECK(
      proof_fault_with("\"wins\": 2", "\"wins\": 101").starts_with("proof.json /matrix/0/wins: "));
  CHECK(proof_fault_with("\"role\": \"nothing\"", "\"role\": \"none\"")
            .starts_with("proof.json /matrix/0/role: "));
}

TEST_CASE("no bytes crash the reading of a room") {
  const std::string text = small_room();
  for (std::size_t cut = 0; cut < text.size(); cut += 7) {
    CHECK_FALSE(lesson::read_room(text.substr(0, cut), "room.json").faults.empty());
  }
  CHECK_FALSE(lesson::read_room("[]", "room.json").faults.empty());
  CHECK_FALSE(lesson::read_room("", "room.json").faults.empty());
}
