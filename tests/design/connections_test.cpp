// Which parts can be asked by which.
#include "design/connections.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "design/file.h"
#include "design/step.h"
#include "lesson/reader.h"
#include "model/catalogue.h"
#include "tests/lesson/files.h"

namespace tenfold::design {
namespace {

Draft with_one_of_each() {
  Draft draft = empty_draft();
  for (const model::KindInfo* kind : model::part_kinds()) {
    REQUIRE(apply(draft, AddPart{.kind = std::string(kind->name)}).refused == "");
  }
  return draft;
}

std::string why_not(const Draft& draft, std::string_view from, std::string_view to) {
  for (const ConnectionTarget& target : connection_targets(draft, from)) {
    if (target.part == to) return target.why_not;
  }
  return "not listed";
}

TEST_CASE("parts can be connected to what they ask, and others say why not") {
  const Draft draft = with_one_of_each();
  CHECK(why_not(draft, "clients", "app") == "");
  CHECK(why_not(draft, "clients", "load") == "");
  CHECK(why_not(draft, "clients", "dns") == "");
  CHECK(why_not(draft, "clients", "cdn") == "");
  CHECK(why_not(draft, "app", "database") == "");
  CHECK(why_not(draft, "app", "cache") == "");
  CHECK(why_not(draft, "app", "session") == "");
  CHECK(why_not(draft, "autoscaler", "app") == "");
  CHECK(why_not(draft, "clients", "database") ==
        "From Users no request goes to a part that answers queries.");
  CHECK(why_not(draft, "app", "clients") == "From App server no request goes to Users.");
  CHECK(why_not(draft, "database", "app") != "");
  CHECK(why_not(draft, "autoscaler", "database") != "");
  CHECK(why_not(draft, "app", "machine").find("machine") != std::string::npos);
}

TEST_CASE("a second database is too many for an app server, and not for a router") {
  Draft draft = with_one_of_each();
  REQUIRE(apply(draft, AddPart{.kind = "database"}).made == "database-2");
  REQUIRE(apply(draft, Connect{"app", "database"}).is_done());
  REQUIRE(apply(draft, Connect{"replica", "database"}).is_done());
  CHECK(why_not(draft, "app", "database-2") ==
        "App server can ask only 1 part that answers queries, not 2.");
  CHECK(why_not(draft, "replica", "database-2") == "");
}

TEST_CASE("a balancer that users ask cannot be led to a database") {
  Draft draft = with_one_of_each();
  REQUIRE(apply(draft, Connect{"clients", "load"}).is_done());
  CHECK(why_not(draft, "load", "app") == "");
  CHECK(why_not(draft, "load", "database") ==
        "No request goes by the link from Users to Load balancer.");
}

bool can_be_in(const Draft& draft, std::string_view link, std::string_view kind) {
  const std::vector<const model::KindInfo*> kinds = kinds_for_link(draft, link);
  return std::find(kinds.begin(), kinds.end(), model::find_kind(kind)) != kinds.end();
}

TEST_CASE("into a link goes what its one end may ask and what may ask the other") {
  Draft draft = with_one_of_each();
  REQUIRE(apply(draft, Connect{"clients", "app"}).is_done());
  REQUIRE(apply(draft, Connect{"app", "database"}).is_done());
  CHECK(can_be_in(draft, "clients>app", "load_balancer"));
  CHECK(can_be_in(draft, "clients>app", "cdn"));
  CHECK(can_be_in(draft, "app>database", "cache"));
  CHECK(can_be_in(draft, "app>database", "replica_set"));
  CHECK(!can_be_in(draft, "clients>app", "cache"));
  CHECK(!can_be_in(draft, "clients>app", "dns"));
  CHECK(!can_be_in(draft, "app>database", "cdn"));
  CHECK(!can_be_in(draft, "app>database", "machine"));
}

TEST_CASE("every link that a stage has can be drawn again when it is taken away") {
  for (const std::string& path : tenfold::test::stage_files()) {
    const Draft draft =
        draft_of(lesson::read_lesson(tenfold::test::read_text(path), path).lesson.scenario);
    for (const model::LinkSpec& link : draft.links) {
      Draft without = draft;
      const std::string name = link.from + ">" + link.to;
      REQUIRE(apply(without, Disconnect{name}).is_done());
      CAPTURE(path);
      CAPTURE(name);
      CHECK(why_not(without, link.from, link.to) == "");
    }
  }
}

}  // namespace
}  // namespace tenfold::design
