// Progress survives being stored, and whatever was stored instead.
#include "tutor/progress.h"

#include <doctest/doctest.h>

#include <string>

#include "sim/random.h"

namespace {

using namespace tenfold;

tutor::Progress some_progress() {
  tutor::Progress progress;
  progress.stages.push_back({.stage = 1, .step = 9, .challenge_met = true, .finished = true});
  progress.stages.push_back({.stage = 2, .step = 3, .challenge_met = false, .finished = false});
  progress.answers.push_back(
      {.question = "s1-overload", .content = 4000000007U, .right = 2, .wrong = 1});
  return progress;
}

}  // namespace

TEST_CASE("what is written is read again") {
  const tutor::ReadProgress read = tutor::read_progress(tutor::write_progress(some_progress()));
  CHECK(read.fault.empty());
  REQUIRE(read.progress.stages.size() == 2);
  CHECK(read.progress.stages[0].challenge_met);
  CHECK(read.progress.stages[0].finished);
  CHECK(read.progress.stages[1].step == 3);
  CHECK_FALSE(read.progress.stages[1].finished);
  REQUIRE(read.progress.answers.size() == 1);
  CHECK(read.progress.answers[0].question == "s1-overload");
  CHECK(read.progress.answers[0].content == 4000000007U);
  CHECK(read.progress.answers[0].right == 2);
  CHECK(read.progress.answers[0].wrong == 1);
}

TEST_CASE("no progress yet is no fault") {
  CHECK(tutor::read_progress("").fault.empty());
  CHECK(tutor::read_progress(tutor::write_progress({})).fault.empty());
}

TEST_CASE("a line that cannot be read costs that line alone, and is told of") {
  std::string text = tutor::write_progress(some_progress());
  text.insert(text.find("stage 2"), "stage two three\n");
  const tutor::ReadProgress read = tutor::read_progress(text);
  CHECK(read.progress.stages.size() == 2);
  CHECK(read.progress.answers.size() == 1);
  CHECK(read.fault ==
        "One line of the saved progress could not be read, the first being line 3; the rest was "
        "kept.");
}

TEST_CASE("no bytes whatever do harm") {
  sim::Random random(7);
  const std::string good = tutor::write_progress(some_progress());
  for (int round = 0; round < 2000; ++round) {
    std::string text = good;
    for (int i = 0; i < 4; ++i) {
      text[random.below(static_cast<std::uint32_t>(text.size()))] =
          static_cast<char>(random.below(256));
    }
    const tutor::ReadProgress read = tutor::read_progress(text);
    CHECK(read.progress.stages.size() <= 3);
    for (const tutor::StageProgress& stage : read.progress.stages) CHECK(stage.stage >= 1);
  }
  CHECK_FALSE(tutor::read_progress(std::string(1 << 20, 'x')).fault.empty());
  CHECK_FALSE(tutor::read_progress("stage 99999999999999999999 1").fault.empty());
}
