// Groups are taken off here, the rest is read as any decimal.
#include "tutor/typed_number.h"

#include <cmath>
#include <string>

#include "sim/decimal.h"

namespace tenfold::tutor {
namespace {

constexpr std::size_t kGroup = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

void skip_blanks(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

}  // namespace

TypedNumber read_number(std::string_view typed) {
  skip_blanks(typed);
  std::string plain;
  if (!typed.empty() && (typed.front() == '-' || typed.front() == '+')) {
    plain = typed.front();
    typed.remove_prefix(1);
  }
  std::size_t count = digits_at(typed);
  const bool may_group = count > 0 && count <= kGroup;
  plain += typed.substr(0, count);
  typed.remove_prefix(count);
  while (typed.size() > 1 && (typed[0] == ',' || typed[0] == ' ') && is_digit(typed[1])) {
    count = digits_at(typed.substr(1));
    if (!may_group || count != kGroup) return {std::nullopt, typed};
    plain += typed.substr(1, count);
    typed.remove_prefix(1 + count);
  }
  // Decimals and a power of ten.
  const std::string tail(typed);
  const char* end = nullptr;
  const double number = sim::read_decimal((plain += tail).c_str(), &end);
  const auto read = static_cast<std::size_t>(end - plain.c_str());
  const std::size_t whole = plain.size() - tail.size();
  if (read < whole || read == 0 || !std::isfinite(number)) return {std::nullopt, typed};
  typed.remove_prefix(read - whole);
  skip_blanks(typed);
  if (!typed.empty() && typed.front() == ',') return {std::nullopt, typed};
  return {number, typed};
}

std::string_view fault_of_number(std::string_view typed) {
  skip_blanks(typed);
  if (typed.empty() || read_number(typed).value) return "";
  return "This cannot be read as a number. Decimals stand behind a point, as in 2.4; commas only "
         "part thousands, as in 2,400.";
}

}  // namespace tenfold::tutor
