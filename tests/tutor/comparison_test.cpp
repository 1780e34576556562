// What the table of before and after says of a change, and when.
#include "tutor/comparison.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace tenfold;
using tutor::ComparisonRow;
using tutor::Facts;

Facts facts_with(std::string_view name, double value) {
  return {{std::string(name), value, tutor::show_count(value)}};
}

// What is said of a value that changed from `before` to `after`, measured in three pairs of runs.
std::string told(std::string_view name, double before, double after) {
  std::vector<Facts> befores;
  std::vector<Facts> afters;
  for (const double luck : {1.0, 1.02, 0.98}) {
    befores.push_back(facts_with(name, before * luck));
    afters.push_back(facts_with(name, after * luck));
  }
  const std::vector<ComparisonRow> rows = tutor::compare(
      {{&befores[0], &afters[0]}, {&befores[1], &afters[1]}, {&befores[2], &afters[2]}});
  REQUIRE(rows.size() == 1);
  return rows[0].change;
}

}  // namespace

TEST_CASE("before any run is made each row has its name, and dots for its values") {
  const std::vector<ComparisonRow> rows = tutor::compare({});
  CHECK_FALSE(rows.empty());
  for (const ComparisonRow& row : rows) {
    CHECK_FALSE(row.name.empty());
    CHECK(row.before == "…");
    CHECK(row.after == "…");
    CHECK(row.change == "…");
  }
}

TEST_CASE("one pair of runs shows its values, but cannot tell a difference from luck") {
  const Facts before = facts_with("failed", 1200);
  const Facts after = facts_with("failed", 3);
  const std::vector<ComparisonRow> rows = tutor::compare({{&before, &after}});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].before == "1,200");
  CHECK(rows[0].after == "3");
  CHECK(rows[0].change == "measuring …");
}

TEST_CASE("what is equal in the first pair needs no measuring") {
  const Facts same = facts_with("failed", 7);
  CHECK(tutor::compare({{&same, &same}})[0].change == "no difference");
}

TEST_CASE("a difference that only the shown pair has is luck") {
  const Facts many = facts_with("failed", 90);
  const Facts few = facts_with("failed", 60);
  const std::vector<ComparisonRow> rows =
      tutor::compare({{&many, &few}, {&few, &few}, {&few, &few}, {&few, &many}});
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].before == "90");
  CHECK(rows[0].change == "no difference");
}

TEST_CASE("a share's change is told in points") {
  CHECK(told("good_share", 0.54, 0.99) == "+45 points");
  CHECK(told("good_share", 0.99, 0.915) == "−7.5 points");
}

TEST_CASE("a time's change is told as times faster or slower") {
  CHECK(told("p99_ms", 1900, 100) == "19× faster");
  CHECK(told("p50_ms", 50, 20) == "2.5× faster");
  CHECK(told("p50_ms", 20, 50) == "2.5× slower");
}

TEST_CASE("where nothing was answered at all no time is times another") {
  CHECK(told("p99_ms", 0, 50) == "+50 ms");
  CHECK(told("p99_ms", 50, 0) == "−50 ms");
}

TEST_CASE("requests and money are told with the sign of their change") {
  CHECK(told("failed", 1200, 0) == "−1,200");
  CHECK(told("failed", 0, 1200) == "+1,200");
  CHECK(told("cost_month", 30, 280) == "+$250");
  CHECK(told("cost_month", 140, 30) == "−$110");
}
