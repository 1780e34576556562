// A draft and its history.
#include "design/history.h"

#include <doctest/doctest.h>

#include "lesson/scenario_writer.h"

namespace tenfold::design {
namespace {

TEST_CASE("An app server brings its machine, and both go with one undo") {
  History history;
  const std::string before = lesson::write_scenario(history.draft());
  const Applied added = history.apply(AddPart{.kind = "app_server"});
  REQUIRE(added.is_done());
  CHECK(history.draft().parts.size() == 2);
  CHECK(machine_of(*find_part(history.draft(), added.made)) == history.draft().parts.front().id);
  history.undo();
  CHECK(lesson::write_scenario(history.draft()) == before);
}

}  // namespace
}  // namespace tenfold::design
