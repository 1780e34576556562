// Decimal numbers in text, read the same on every platform. The C library's own reader computes in
// 128-bit floating point, which in WebAssembly is software: more code than the event loop. Nothing
// that is read here has more than 19 digits, or a power of ten beyond 27; so far the result is the
// nearest double, ties to even, by whole-number arithmetic (the idea is that of Clinger, "How to
// read floating point numbers accurately", 1990). Beyond that it is off by a few units in the last
// place.
#pragma once

namespace tenfold::sim {

// As strtod: blanks, a sign, digits with a point, an exponent. `end`: behind what was read; at the
// text's begin where it starts with no number. Neither hexadecimal nor words such as "nan" are.
// REQUIRES: the text ends with a 0.
double read_decimal(const char* text, const char** end);

}  // namespace tenfold::sim
