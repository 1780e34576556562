// Decimals are read as the C library reads them, to the last bit.
#include "sim/decimal.h"

#include <doctest/doctest.h>

#include <bit>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "sim/random.h"

namespace {

using namespace tenfold;

// Whether both read the same number, to the bit, and stop at the same place.
bool same(const std::string& text) {
  const char* end = nullptr;
  char* expected_end = nullptr;
  const double value = sim::read_decimal(text.c_str(), &end);
  const double expected = std::strtod(text.c_str(), &expected_end);
  return end == expected_end &&
         std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(expected);
}

}  // namespace

TEST_CASE("decimals of up to 19 digits and powers of ten up to 27 are read exactly") {
  sim::Random random = sim::Stream(1).draws_for(0);
  int wrong = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text(random.below(2) == 0 ? "" : "-");
    const std::uint32_t count = 1 + random.below(19);
    const std::uint32_t point = random.below(count + 1);
    for (std::uint32_t digit = 0; digit < count; ++digit) {
      if (digit == point) text += '.';
      text += static_cast<char>('0' + random.below(10));
    }
    if (random.below(2) == 0) {
      // With the digits behind the point, still within reach.
      text += 'e' + std::to_string(static_cast<int>(random.below(36)) - 8);
    }
    if (!same(text)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("ties go to the even neighbour, and the edges of what is exact hold") {
  for (const char* text :
       {"9007199254740993", "9007199254740995", "0.1", "0.3", "1e22", "1e23", "1e27", "1e-27",
        "18446744073709551615", "5e-1", "0", "-0", "0.000", "1.7976931348623157e30", "123456789e-9",
        "4503599627370496.5", "4503599627370497.5"}) {
    CAPTURE(text);
    CHECK(same(text));
  }
}

TEST_CASE("what is no number is left where it stands, and what stands behind one as well") {
  for (const char* text : {"", "-", "+", ".", "e5", "many", "-x", "1e", "1e+", "1.5.2", "12 ms",
                           "  7", "2.", "3,4", "1e5x", "-.5e1."}) {
    CAPTURE(text);
    CHECK(same(text));
  }
}

TEST_CASE("beyond that a number is near, or without end") {
  const auto read = [](const char* text) {
    const char* end = nullptr;
    return sim::read_decimal(text, &end);
  };
  CHECK(read("1e308") == doctest::Approx(1e308).epsilon(1e-12));
  CHECK(read("2.5e-300") == doctest::Approx(2.5e-300).epsilon(1e-12));
  CHECK(read("3.14159265358979323846264338327950288") == doctest::Approx(3.141592653589793));
  CHECK(read("1e999999999") > 1e308);
  CHECK(read("1e-999999999") == 0);
}

TEST_CASE("every number in every lesson is read as the C library reads it") {
  int numbers = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("lessons")) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool begins = text[at] >= '0' && text[at] <= '9' && (at == 0 || text[at - 1] == ' ');
      if (!begins) continue;
      std::size_t end = at;
      while (end < text.size() && (std::isdigit(text[end]) || text[end] == '.')) ++end;
      ++numbers;
      CAPTURE(text.substr(at, end - at));
      CHECK(same(text.substr(at, end - at)));
    }
  }
  CHECK(numbers > 1000);
}
