// A scenario that cannot be run is refused with the place and a reason.
#include <doctest/doctest.h>

#include <algorithm>

#include "systems.h"

namespace tenfold::model::test {

namespace {

bool has_fault(const Scenario& scenario, std::string_view place) {
  const std::vector<Fault> faults = check(scenario);
  return std::any_of(faults.begin(), faults.end(), [place](const Fault& fault) {
    return fault.place == place && !fault.reason.empty();
  });
}

}  // namespace

TEST_CASE("sound scenarios have no faults") {
  CHECK(check(one_box()).empty());
  CHECK(check(two_boxes()).empty());
  CHECK(check(launch()).empty());
}

TEST_CASE("each fault is named by its place") {
  Scenario scenario = one_box();
  SUBCASE("unknown kind") {
    scenario.parts[2].kind = "app_servre";
    CHECK(has_fault(scenario, "parts[2].kind"));
  }
  SUBCASE("unknown parameter") {
    set(scenario, "app", number("wrokers", 3));
    CHECK(has_fault(scenario, "parts[2].wrokers"));
  }
  SUBCASE("value out of range") {
    set(scenario, "app", number("workers", 0));
    CHECK(has_fault(scenario, "parts[2].workers"));
  }
  SUBCASE("no such choice") {
    set(scenario, "box", text("size", "tiny"));
    CHECK(has_fault(scenario, "parts[1].size"));
  }
  SUBCASE("text where a number belongs") {
    set(scenario, "app", text("workers", "many"));
    CHECK(has_fault(scenario, "parts[2].workers"));
  }
  SUBCASE("machine that is not there") {
    set(scenario, "app", text("machine", "bxo"));
    CHECK(has_fault(scenario, "parts[2].machine"));
  }
  SUBCASE("machine that is none") {
    set(scenario, "app", text("machine", "data"));
    CHECK(has_fault(scenario, "parts[2].machine"));
  }
  SUBCASE("no machine given") {
    scenario.parts[2].settings.clear();
    CHECK(has_fault(scenario, "parts[2].machine"));
  }
  SUBCASE("two parts of one id") {
    scenario.parts[3].id = "app";
    CHECK(has_fault(scenario, "parts[3].id"));
  }
  SUBCASE("link to nowhere") {
    scenario.links[1].to = "dta";
    CHECK(has_fault(scenario, "links[1].to"));
  }
  SUBCASE("links in a circle") {
    scenario.links.push_back({"data", "app", 1});
    CHECK(has_fault(scenario, "links"));
  }
  SUBCASE("the same link twice") {
    scenario.links.push_back({"app", "data", 1});
    CHECK(has_fault(scenario, "links[2]"));
  }
  SUBCASE("users without a site") {
    scenario.links.erase(scenario.links.begin());
    CHECK(has_fault(scenario, "parts[0]"));
  }
  SUBCASE("a change after the end") {
    scenario.changes = {{1000, kill("app")}};
    CHECK(has_fault(scenario, "changes[0].at_s"));
  }
  SUBCASE("a change of what cannot be changed") {
    scenario.changes = {{1, change("app", text("machine", "box"))}};
    CHECK(has_fault(scenario, "changes[0].machine"));
  }
  SUBCASE("users cannot be killed") {
    scenario.changes = {{1, kill("users")}};
    CHECK(has_fault(scenario, "changes[0]"));
  }
  SUBCASE("warm-up longer than the run") {
    scenario.warmup_s = 500;
    CHECK(has_fault(scenario, "warmup_s"));
  }
  SUBCASE("tries that multiply, layer by layer") {
    set(scenario, "app", number("queries", 1000));
    set(scenario, "app", number("call_tries", 10));
    CHECK(check(scenario).empty());  // 10,000 calls for a request, at the worst
    set(scenario, "users", number("tries", 11));
    CHECK(has_fault(scenario, "parts[0]"));
    set(scenario, "app", number("queries", 100));
    CHECK(check(scenario).empty());
    scenario.changes = {{1, change("app", number("queries", 1000))}};
    CHECK(has_fault(scenario, "changes[0]"));
  }
  SUBCASE("programs that do not fit the machine") {
    set(scenario, "app", number("base_memory_gb", 8));
    CHECK(has_fault(scenario, "parts[1].size"));
  }
}

}  // namespace tenfold::model::test
