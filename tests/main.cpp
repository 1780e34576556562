// The entry point every test program shares; doctest's own main finds the tests that are linked
// beside it.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
