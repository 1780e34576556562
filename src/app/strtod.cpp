// The C library's function of this name, for whoever in the page asks for it: the JSON reader does.
#include <cstdlib>

#include "sim/decimal.h"

extern "C" double strtod(const char* text, char** end) {
  const char* behind = text;
  const double value = tenfold::sim::read_decimal(text, &behind);
  if (end != nullptr) *end = const_cast<char*>(behind);
  return value;
}
