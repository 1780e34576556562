// What both fuzzers do with a sound scenario: it runs for a moment, and its books must balance.
#pragma once

#include "model/system.h"

namespace tenfold::fuzz {

// Says what is broken, and ends the program as a crash would.
void must(bool is_so, const char* what);

// A run's memory follows its users and things: as many as are met within a moment are enough.
void keep_small(model::Setting& setting);
void make_small(model::Scenario& scenario);

void check_books(const model::System& system);

// REQUIRES: it is small, and check(scenario) is empty.
void run_shortly(const model::Scenario& scenario);

}  // namespace tenfold::fuzz
