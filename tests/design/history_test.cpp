// A draft and its history.
#include "design/history.h"

#include <doctest/doctest.h>

#include "design/file.h"

namespace tenfold::design {
namespace {

TEST_CASE("an app server brings its machine, and both go with one undo") {
  History history;
  const std::string before = file_of(history.draft());
  const Applied added = history.apply(AddPart{.kind = "app_server"});
  REQUIRE(added.is_done());
  CHECK(history.draft().parts.size() == 2);
  CHECK(machine_of(*find_part(history.draft(), added.made)) == history.draft().parts.front().id);
  history.undo();
  CHECK(file_of(history.draft()) == before);
  CHECK(!history.can_undo());
  history.redo();
  CHECK(history.draft().parts.size() == 2);
}

TEST_CASE("a drag is taken back at once, however many steps it was") {
  History history;
  history.apply(AddPart{.kind = "dns"});
  const std::string before = file_of(history.draft());
  history.apply(MovePart{"dns", {3, 3}});
  history.apply(MovePart{"dns", {4, 3}}, true);
  history.apply(MovePart{"dns", {5, 3}}, true);
  CHECK(find_part(history.draft(), "dns")->place == model::GridPlace{5, 3});
  history.undo();
  CHECK(file_of(history.draft()) == before);
}

TEST_CASE("what is refused or changes nothing leaves what had been undone") {
  History history;
  history.apply(AddPart{.kind = "dns"});
  history.undo();
  CHECK(!history.apply(RemovePart{"dns"}).is_done());
  CHECK(history.apply(NameDraft{history.draft().title}).is_done());
  CHECK(history.can_redo());
  history.apply(AddPart{.kind = "cache"});
  CHECK(!history.can_redo());
}

}  // namespace
}  // namespace tenfold::design
