// Numbers as people type them.
#include "tutor/typed_number.h"

#include <doctest/doctest.h>

#include <string_view>

namespace {

using namespace tenfold;

}  // namespace

TEST_CASE("a number is read with its groups, decimals and what stands behind it") {
  struct Case {
    std::string_view typed;
    double value;
    std::string_view rest;
  };
  for (const Case& one : {Case{"24", 24, ""}, Case{" 2.4 s", 2.4, "s"}, Case{"2,400", 2400, ""},
                          Case{"1,200 000 requests", 1'200'000, "requests"}, Case{"12%", 12, "%"},
                          Case{"-3", -3, ""}, Case{".5", 0.5, ""}, Case{"1e3", 1000, ""},
                          Case{"1,000.25 ms", 1000.25, "ms"}, Case{"10 %", 10, "%"}}) {
    CAPTURE(one.typed);
    const tutor::TypedNumber number = tutor::read_number(one.typed);
    REQUIRE(number.value.has_value());
    CHECK(*number.value == one.value);
    CHECK(number.rest == one.rest);
    CHECK(tutor::fault_of_number(one.typed).empty());
  }
}

TEST_CASE("2,4 is not read as 24, nor is anything that could be meant in two ways") {
  for (const std::string_view typed : {"2,4", "2,45", "2,4000", "1234,567", "2, 4", "1,23,456"}) {
    CAPTURE(typed);
    CHECK_FALSE(tutor::read_number(typed).value.has_value());
    CHECK(tutor::fault_of_number(typed).find("2.4") != std::string_view::npos);
  }
}

TEST_CASE("what is no number is none, and nothing typed yet is no fault") {
  for (const std::string_view typed : {"many", "nan", "inf", "-", ",", "."}) {
    CAPTURE(typed);
    CHECK_FALSE(tutor::read_number(typed).value.has_value());
    CHECK_FALSE(tutor::fault_of_number(typed).empty());
  }
  CHECK(tutor::fault_of_number("").empty());
  CHECK(tutor::fault_of_number("  ").empty());
}
