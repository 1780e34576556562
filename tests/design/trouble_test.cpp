// Trouble, and what can be put into a draft.
#include "design/trouble.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "design/faults.h"
#include "design/file.h"
#include "design/palette.h"
#include "design/step.h"
#include "lesson/reader.h"
#include "tests/lesson/files.h"

namespace tenfold::design {
namespace {

Draft last_stage() {
  const std::string path = "lessons/stage-10.json";
  return draft_after(lesson::read_lesson(tenfold::test::read_text(path), path).lesson);
}

TEST_CASE("every trouble can happen to something of the last stage, and the system still can run") {
  for (const Trouble trouble : kTroubles) {
    Draft draft = last_stage();
    const std::vector<std::string> targets = targets_of(draft, trouble);
    CAPTURE(trouble_name(trouble));
    REQUIRE(!targets.empty());
    for (const std::string& target : targets) {
      Draft troubled = draft;
      REQUIRE(apply(troubled, AddChanges{changes_of(draft, trouble, target, 5)}).refused == "");
      CAPTURE(target);
      CHECK(can_run(troubled));
    }
  }
}

TEST_CASE("users cannot be killed, and only links can be cut") {
  const Draft draft = last_stage();
  CHECK(!can_happen(draft, Trouble::kill, "users"));
  CHECK(!can_happen(draft, Trouble::cut, "users"));
  CHECK(can_happen(draft, Trouble::traffic, "users"));
  CHECK(!can_happen(draft, Trouble::traffic, "app"));
  CHECK(can_happen(draft, Trouble::cut, "lb>app"));
}

TEST_CASE("a restart ends within the run") {
  const Draft draft = last_stage();
  for (const model::TimedChange& timed :
       changes_of(draft, Trouble::restart, "cache", draft.duration_s)) {
    CHECK(timed.at_s <= draft.duration_s);
  }
}

TEST_CASE("the palette holds every kind once") {
  std::size_t count = 0;
  for (const PaletteGroup& group : palette()) count += group.kinds.size();
  CHECK(count == model::part_kinds().size());
  CHECK(palette({"cache"}).front().kinds.front()->name == "cache");
}

}  // namespace
}  // namespace tenfold::design
