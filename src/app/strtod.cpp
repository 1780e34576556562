// The C library's function of this name, for whoever in the page asks for it: the JSON reader does.
// Its two kin come with it in the library's own file, which the linker takes whole or not at all.
#include <cstdlib>

#include "sim/decimal.h"

extern "C" {

double strtod(const char* text, char** end) {
  const char* behind = text;
  const double value = tenfold::sim::read_decimal(text, &behind);
  if (end != nullptr) *end = const_cast<char*>(behind);
  return value;
}

float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }

long double strtold(const char* text, char** end) { return strtod(text, end); }

}  // extern "C"
