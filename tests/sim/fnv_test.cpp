// The hash of texts gives what its authors publish for it (their own test vectors).
#include "sim/fnv.h"

#include <doctest/doctest.h>

namespace {

template <typename Word>
Word number_of(std::string_view text) {
  tenfold::sim::Fnv<Word> hash;
  hash.add(text);
  return hash.value();
}

}  // namespace

TEST_CASE("texts have the numbers that FNV-1a's authors publish, in 32 bits and in 64") {
  CHECK(number_of<std::uint32_t>("") == 0x811c'9dc5U);
  CHECK(number_of<std::uint32_t>("a") == 0xe40c'292cU);
  CHECK(number_of<std::uint32_t>("foobar") == 0xbf9c'f968U);
  CHECK(number_of<std::uint64_t>("") == 0xcbf2'9ce4'8422'2325U);
  CHECK(number_of<std::uint64_t>("a") == 0xaf63'dc4c'8601'ec8cU);
  CHECK(number_of<std::uint64_t>("foobar") == 0x8594'4171'f739'67e8U);
}
