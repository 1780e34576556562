// What is said of a draft that cannot run yet.
#include "design/faults.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "design/file.h"
#include "design/step.h"
#include "lesson/reader.h"
#include "tests/lesson/files.h"

namespace tenfold::design {
namespace {

Draft made_by(const std::vector<Step>& steps) {
  Draft draft = empty_draft();
  for (const Step& step : steps) REQUIRE(apply(draft, step).refused == "");
  return draft;
}

std::vector<std::string> sentences(const Draft& draft) {
  std::vector<std::string> list;
  for (const DraftFault& fault : faults(draft)) list.push_back(sentence_of(fault));
  return list;
}

TEST_CASE("no stage's system, as it fails or mended, has a fault") {
  for (const std::string& path : tenfold::test::stage_files()) {
    const lesson::Lesson lesson = lesson::read_lesson(tenfold::test::read_text(path), path).lesson;
    CAPTURE(path);
    CHECK(sentences(draft_before(lesson)) == std::vector<std::string>{});
    CHECK(sentences(draft_after(lesson)) == std::vector<std::string>{});
  }
}

TEST_CASE("an empty draft asks for users") {
  CHECK(sentences(empty_draft()) ==
        std::vector<std::string>{"There is nothing here yet: add Users."});
  CHECK(!can_run(empty_draft()));
}

TEST_CASE("an app server that nobody asks is told so with who should") {
  const Draft draft = made_by({AddPart{.kind = "clients"}, AddPart{.kind = "load_balancer"},
                               AddPart{.kind = "app_server"}, AddPart{.kind = "app_server"},
                               Connect{"clients", "load"}, Connect{"load", "app"}});
  const std::vector<DraftFault> found = faults(draft);
  REQUIRE(found.size() == 1);
  CHECK(found[0].target == "app-2");
  CHECK(sentence_of(found[0]) == "App server 2 is asked by nobody: connect Load balancer to it.");
  CHECK(can_run(draft));
}

TEST_CASE("users who can ask nobody are told of what is there, or of what to add") {
  CHECK(
      sentences(made_by({AddPart{.kind = "clients"}})) ==
      std::vector<std::string>{"Users can ask nobody that answers requests: add an app server and "
                               "connect Users to it."});
  CHECK(sentences(made_by({AddPart{.kind = "clients"}, AddPart{.kind = "app_server"}})).front() ==
        "Users can ask nobody that answers requests: connect Users to App server.");
}

TEST_CASE("steps that mend, done one after the other, make a draft that runs") {
  Draft draft = empty_draft();
  for (int round = 0; round < 20; ++round) {
    const std::vector<DraftFault> found = faults(draft);
    if (found.empty()) break;
    REQUIRE(!found.front().steps.empty());
    for (const Step& step : found.front().steps) REQUIRE(apply(draft, step).refused == "");
  }
  CHECK(faults(draft).empty());
  CHECK(can_run(draft));
}

TEST_CASE("a machine too small for what runs on it is told which size is not") {
  Draft draft = made_by(
      {AddPart{.kind = "clients"}, AddPart{.kind = "app_server"}, Connect{"clients", "app"}});
  REQUIRE(apply(draft, SetValue{"app", {"base_memory_gb", 100, ""}}).refused == "");
  const std::vector<DraftFault> found = faults(draft);
  REQUIRE(!found.empty());
  CHECK(found[0].target == "machine");
  CHECK(found[0].what == "Size of Machine has too little memory for the parts that run on it");
}

TEST_CASE("what happens after the run's end is a fault of what it happens to") {
  Draft draft = made_by(
      {AddPart{.kind = "clients"}, AddPart{.kind = "app_server"}, Connect{"clients", "app"}});
  REQUIRE(
      apply(draft,
            AddChanges{{{50, {.kind = model::Change::Kind::kill, .part = "app", .setting = {}}}}})
          .refused == "");
  REQUIRE(apply(draft, SetTimes{30, 0}).refused == "");
  const std::vector<DraftFault> found = faults(draft);
  REQUIRE(found.size() == 1);
  CHECK(found[0].target == "app");
  CHECK(sentence_of(found[0]) ==
        "What happens to App server comes after the run's end: make the run longer, or move it to "
        "an earlier time.");
}

}  // namespace
}  // namespace tenfold::design
